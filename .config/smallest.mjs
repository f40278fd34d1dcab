import terser from '@rollup/plugin-terser';

/** What every reader loads is worth the slower minifier, which makes it a little smaller. */
export const smallest = () =>
  terser({ module: true, ecma: 2022, compress: { passes: 3 }, format: { comments: /^!/ } });
