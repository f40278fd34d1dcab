import terser from '@rollup/plugin-terser';

/**
 * For the first line of a file: Chromium compiles all its functions while they arrive, beside the main thread, instead
 * of each on the main thread when it is first called, which at four times slower took half of the script's time.
 * Other browsers read a comment. https://v8.dev/blog/explicit-compile-hints
 */
export const compileAtOnce = '//# allFunctionsCalledOnLoad';

/** What every reader loads is worth the slower minifier, which makes it a little smaller. */
export const smallest = (preamble) =>
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 3 },
    format: { comments: /^!/, preamble },
  });
