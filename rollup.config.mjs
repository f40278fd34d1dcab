import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { compileAtOnce, smallest } from './.config/smallest.mjs';

const dist = fileURLToPath(new URL('dist/', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

/**
 * What loads when it is first used. Each file is complete in itself: if one imported the main file, a
 * page that asks for `broadsheet.js?ver=6.8`, as WordPress does, would load all of it twice. So they
 * hold no state that the main file has too. The version in the name keeps caches apart.
 */
const late = [
  ...['ans', 'auto', 'bluesky', 'content-tree', 'feed', 'ghost', 'html', 'json-articles'].map(
    (name) => `sources/${name}`,
  ),
  ...['json-comments', 'json-ld', 'local', 'markdown', 'mastodon', 'merged', 'ninjs'].map(
    (name) => `sources/${name}`,
  ),
  ...['portable-text', 'webmention', 'wordpress-articles', 'wordpress-comments'].map(
    (name) => `sources/${name}`,
  ),
  ...[
    'article/article-view',
    'media/open-figure',
    'media/gallery-view',
    'media/compare-view',
    'media/embed-view',
    'media/media-view',
    'notes/factbox-view',
    'notes/note-view',
    'notes/pullquote-view',
    'notes/table-sort',
    'notes/table-view',
    'notes/timeline-view',
    'wayfinding/contents-view',
    'wayfinding/progress-view',
    'wayfinding/reading-time-view',
    'tools/tools-view',
    'tools/share-view',
    'tools/text-view',
    'tools/listen-view',
    'live/live-blog-view',
    'live/live-follower',
    'comments/thread-view',
    'comments/form-desk',
    'comments/form-preview',
    'content/comment-markup',
    'content/block-markup',
    'sources/comment-markdown',
    'styles/sheet',
  ],
];
/** What nearly every story needs once it is painted: in the main file it costs no request of its own. */
const within = ['article/story-facts', 'media/figure-opener'];
/** The same for packages. */
const latePackages = ['dompurify'];
const lateName = (module) => `broadsheet/${module.split('/').pop()}-${version}.js`;

/** From the main file they lie in a folder, from one another they lie side by side. */
const lateImports = (folder) => ({
  name: 'late-imports',
  async resolveDynamicImport(specifier, importer) {
    const { id } = (await this.resolve(specifier, importer)) ?? {};
    const module = id && relative(dist, id).replaceAll('\\', '/').replace(/\.js$/, '');
    const name = latePackages.includes(specifier) ? specifier : module;
    if (within.includes(name)) return id;
    if (![...late, ...latePackages].includes(name))
      this.error(`${importer} loads ${specifier} late: list it in \`late\`.`);
    return { id: `./${lateName(name).slice(folder.length)}`, external: 'relative' };
  },
});

/** Follows the maps that the compiler wrote, so that the bundle's maps show the TypeScript. */
const sourceMaps = {
  name: 'source-maps',
  async load(id) {
    if (!id.endsWith('.js')) return null;
    const map = await readFile(`${id}.map`, 'utf8').catch(() => null);
    return map && { code: await readFile(id, 'utf8'), map };
  },
};

const common = {
  // Nothing here renders with lit-html; its packages claim side effects that only announce a version.
  treeshake: {
    moduleSideEffects: (id) => !/[\\/]node_modules[\\/](lit|lit-html|lit-element)[\\/]/.test(id),
  },
};
const small = {
  name: 'minify',
  async renderChunk(code) {
    return transform(code, {
      minify: true,
      target: 'es2022',
      sourcemap: true,
      legalComments: 'inline',
    }).then(({ code: minified, map }) => ({ code: minified, map }));
  },
};
/** No element here has styles of Lit's; at its start that part asks the browser for much that few stories need. */
const withoutStyles = {
  name: 'without-styles',
  load: (id) =>
    /[\\/]reactive-element[\\/]css-tag\.js$/.test(id)
      ? `export const adoptStyles = () => {}, getCompatibleStyle = (style) => style;
         export const supportsAdoptingStyleSheets = true, css = undefined, unsafeCSS = undefined, CSSResult = undefined;`
      : null,
};
const plugins = [resolve(), sourceMaps];
const output = { format: 'es', sourcemap: true };
const lit = "/*! With Lit's ReactiveElement: Copyright Google LLC, BSD-3-Clause */";

export default [
  {
    ...common,
    // For applications: the one class of Lit that is used. Node has no elements, and loads it all the same.
    input: `${dist}kit/reactive-element.js`,
    output: {
      ...output,
      file: `${dist}kit/reactive-element.js`,
      banner: lit,
      intro: 'const HTMLElement = globalThis.HTMLElement ?? class {};',
    },
    plugins: [withoutStyles, ...plugins, smallest()],
  },
  {
    ...common,
    // What a page pastes: one module for every tag, with Lit inside.
    input: `${dist}pasted.js`,
    output: { ...output, file: `${dist}broadsheet.js`, banner: lit, inlineDynamicImports: true },
    plugins: [lateImports(''), ...plugins, smallest(compileAtOnce)],
  },
  ...[...late, ...latePackages].map((module) => ({
    ...common,
    input: latePackages.includes(module) ? module : `${dist}${module}.js`,
    output: { ...output, file: dist + lateName(module) },
    plugins: [lateImports('broadsheet/'), ...plugins, small],
  })),
];
