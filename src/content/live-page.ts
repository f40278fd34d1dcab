import { parseArticle } from './article.js';
import type { Block, LiveUpdate } from './block.js';
import type { Problem } from './schema.js';

/** Some updates of a story that goes on. */
export interface LivePage {
  readonly updates: readonly LiveUpdate[];
  /** What to ask with for the updates before these; none where there are no more. */
  readonly cursor?: string | undefined;
  /** Nothing will follow. */
  readonly ended?: boolean | undefined;
}

/**
 * Reads updates from data that nobody vouches for: a list of them, an object that has one in `updates`,
 * or a story. Never throws; nothing for what is no such data.
 */
export function parseLivePage(
  data: unknown,
): (LivePage & { readonly problems: readonly Problem[] }) | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { updates, body, cursor, ended } = data as Readonly<Record<string, unknown>>;
  const list = Array.isArray(data) ? (data as unknown[]) : (updates ?? body);
  if (!Array.isArray(list)) return undefined;
  const { article, problems } = parseArticle({
    body: list === body ? list : list.map((one) => ({ type: 'live-update', ...(one as object) })),
  });
  return {
    updates: updatesIn(article.body),
    ...(typeof cursor === 'string' && cursor && { cursor }),
    ...(typeof ended === 'boolean' && { ended }),
    problems,
  };
}

/** The updates in a story, however they are grouped. */
export const updatesIn = (blocks: readonly Block[]): LiveUpdate[] =>
  blocks.flatMap((block) =>
    block.type === 'live-update'
      ? [block]
      : block.type === 'group' || block.type === 'unknown'
        ? updatesIn(block.children)
        : [],
  );
