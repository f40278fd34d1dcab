import type { ArticleSource, ArticleSourceRef } from './article-source.js';
import type { CommentSource, CommentSourceRef, SourceOptions } from './comment-source.js';

/** What a module of `sources/` exports. */
export interface SourceModule {
  readonly comments?: (options: SourceOptions) => CommentSource;
  readonly articles?: (options: SourceOptions) => ArticleSource;
}

type Load<Kind extends keyof SourceModule> = () => Promise<Pick<SourceModule, Kind>>;
/** Stories and comments load apart: a page seldom has both from one place. */
type Loaders = { readonly [Kind in keyof SourceModule]: Load<Kind> };

const loaders = new Map<string, Loaders>([
  ['local', { comments: () => import('./local.js') }],
  ['auto', { articles: () => import('./auto.js') }],
  [
    'wordpress',
    {
      articles: () => import('./wordpress-articles.js'),
      comments: () => import('./wordpress-comments.js'),
    },
  ],
  ['bluesky', { comments: () => import('./bluesky.js') }],
  ['mastodon', { comments: () => import('./mastodon.js') }],
  ['webmention', { comments: () => import('./webmention.js') }],
  ['ghost', { articles: () => import('./ghost.js') }],
  ['ninjs', { articles: () => import('./ninjs.js') }],
  ['ans', { articles: () => import('./ans.js') }],
  ['content-tree', { articles: () => import('./content-tree.js') }],
  ['portable-text', { articles: () => import('./portable-text.js') }],
  ['feed', { articles: () => import('./feed.js') }],
  ['markdown', { articles: () => import('./markdown.js') }],
  ['html', { articles: () => import('./html.js') }],
  ['json-ld', { articles: () => import('./json-ld.js') }],
  [
    'json',
    { articles: () => import('./json-articles.js'), comments: () => import('./json-comments.js') },
  ],
]);

/**
 * Teaches the tags a source of one's own, for `source="name"`.
 * @throws TypeError when `name` is empty or `load` is no function
 */
export function registerSource(name: string, load: () => Promise<SourceModule>): void {
  if (typeof name !== 'string' || !name)
    throw new TypeError('registerSource: `name` must be a text.');
  if (typeof load !== 'function')
    throw new TypeError('registerSource: `load` must be a function that imports a source module.');
  loaders.set(name, { articles: load, comments: load });
}

/** Something of a source module, loaded when it is first needed. */
function lazily<T>(load: () => Promise<T>): { resolve(): Promise<T> } {
  let loading: Promise<T> | undefined;
  return {
    resolve() {
      loading ??= load().catch((error: unknown) => {
        loading = undefined; // a failed import may work the next time
        throw error;
      });
      return loading;
    },
  };
}

async function made<Kind extends keyof SourceModule>(
  kind: Kind,
  name: string,
  options: SourceOptions,
): Promise<ReturnType<NonNullable<SourceModule[Kind]>>> {
  const make = (await loaders.get(name)?.[kind]?.())?.[kind];
  if (!make) throw new TypeError(`There is no source of ${kind} named "${name}".`);
  return make(options) as ReturnType<NonNullable<SourceModule[Kind]>>;
}

/**
 * What an element names as its source: an object that is ready, the name of one, or neither. A name
 * that nobody registered fails when it is first used, and the reader is told.
 */
export function refFor(
  source: CommentSource | string | null | undefined,
  options: SourceOptions = {},
): CommentSourceRef | undefined {
  if (typeof source !== 'string')
    return source ? { resolve: () => Promise.resolve(source) } : undefined;
  return source ? lazily(() => made('comments', source, options)) : undefined;
}

/** Stands for a source that could not be loaded. */
const failing = (name: string, error: Error): CommentSource => ({
  ...{ name, can: [] },
  load: () => Promise.reject(error),
});

const mergedRefs = new WeakMap<
  object,
  { readonly key: string; readonly first: unknown; readonly ref: CommentSourceRef }
>();

/**
 * Several sources as one, the first being the one that is posted to. The same `owner` with the same
 * sources gets the same answer. One that cannot even be loaded fails when it is read, like any other.
 */
export function mergedRefFor(
  owner: object,
  first: { readonly name: string; readonly ref: CommentSourceRef | undefined },
  others: readonly { readonly source: string; readonly src: string }[],
): CommentSourceRef {
  const key = JSON.stringify(others);
  const known = mergedRefs.get(owner);
  if (known?.key === key && known.first === first.ref) return known.ref;
  const parts = others.map(({ source, src }) => ({ name: source, ref: refFor(source, { src }) }));
  const ref = lazily(async () => {
    const { merged } = await import('./merged.js');
    const all = [first, ...parts].flatMap(({ name, ref }) =>
      ref ? [ref.resolve().catch((error: Error) => failing(name, error))] : [],
    );
    return merged(await Promise.all(all));
  });
  mergedRefs.set(owner, { key, first: first.ref, ref });
  return ref;
}

/** The same for stories. */
export const articleRefFor = (
  source: ArticleSource | string,
  options: SourceOptions,
): ArticleSourceRef =>
  typeof source === 'string'
    ? lazily(() => made('articles', source, options))
    : { resolve: () => Promise.resolve(source) };
