import type { ArticleSource } from './article-source.js';
import type { CommentSource, CommentSourceRef, SourceOptions } from './comment-source.js';

/** What a module of `sources/` exports. */
export interface SourceModule {
  readonly comments?: (options: SourceOptions) => CommentSource;
  readonly articles?: (options: SourceOptions) => ArticleSource;
}

const loaders = new Map<string, () => Promise<SourceModule>>([
  ['local', () => import('./local.js')],
  ['wordpress', () => import('./wordpress.js')],
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
  loaders.set(name, load);
}

/** The source of a name, loaded when it is first needed. */
function commentSourceRef(name: string, options: SourceOptions): CommentSourceRef {
  let loading: Promise<CommentSource> | undefined;
  return {
    resolve() {
      loading ??= load(name, options).catch((error: unknown) => {
        loading = undefined; // a failed import may work the next time
        throw error;
      });
      return loading;
    },
  };
}

async function load(name: string, options: SourceOptions): Promise<CommentSource> {
  const module = await loaders.get(name)?.();
  if (!module?.comments) throw new TypeError(`There is no comment source named "${name}".`);
  return module.comments(options);
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
  return source ? commentSourceRef(source, options) : undefined;
}
