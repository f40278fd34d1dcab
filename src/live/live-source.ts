import type { Behaviour } from '../block/block-script.js';
import type { LivePage } from '../content/live-page.js';
import type { kept } from '../content/dom-nodes.js';
import type { ArticleSource, ArticleSourceRef } from '../sources/article-source.js';
import type { SourceOptions } from '../sources/comment-source.js';

/** A source of updates of a page's own. What it answers is checked like anything else from elsewhere. */
export interface LiveSource {
  /** The newest updates; with a `cursor` from an answer, those before it. */
  load(options: {
    readonly signal: AbortSignal;
    readonly cursor?: string | undefined;
  }): Promise<LivePage | readonly unknown[]>;
}

/** What the late scripts read of the tag. */
export interface LiveHost extends HTMLElement {
  readonly src?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly post?: string | null | undefined;
  readonly refresh?: number | undefined;
  order?: 'newest' | 'oldest' | undefined;
  ended: boolean;
  readonly updates?: unknown;
  readonly liveSource?: LiveSource | undefined;
}

export interface LiveBehaviour extends Behaviour {
  /** Asks for new updates now. */
  check(): Promise<number>;
}

/** What the late scripts need of the main one besides the tools of every block: they must not bring a second one. */
export interface Doors {
  readonly fromElsewhere: (allowed: typeof kept) => Promise<(html: string) => DocumentFragment>;
  readonly articleRefFor: (
    source: ArticleSource | string,
    options: SourceOptions,
  ) => ArticleSourceRef;
}
