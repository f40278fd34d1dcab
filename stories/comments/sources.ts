import {
  SourceError,
  type Comment,
  type CommentDraft,
  type CommentPage,
  type CommentSource,
  type Elsewhere,
  type SourceErrorKind,
} from '../../src/index.js';
import { NOW } from '../templates.js';
import { BoardSource } from './own-source.js';

/** A comment with what a story does not care about filled in. Ids begin with the story's name. */
export const comment = (id: string, text: string, rest: Partial<Comment> = {}): Comment => ({
  id,
  parentId: null,
  author: { name: 'Jane Doe' },
  publishedAt: '2024-05-31T09:30:00+02:00',
  body: { text },
  state: 'visible',
  ...rest,
});

/** What becomes of a draft that a source takes. */
const accept = (draft: CommentDraft, id: string, state: Comment['state'] = 'visible'): Comment => ({
  id,
  parentId: draft.parentId,
  author: { name: draft.author.name, url: draft.author.url },
  publishedAt: NOW,
  body: { text: draft.text },
  state,
});

const never = new Promise<never>(() => {});

/** A source that answers as a story needs it, and keeps nothing. */
function source(page: Partial<CommentPage>, post: CommentSource['post']): CommentSource {
  return {
    name: 'story',
    can: ['post'],
    load: () => Promise.resolve({ comments: [], ...page }),
    ...(post && { post }),
  };
}

let posted = 0;

/** Shows these comments, and publishes what is posted. */
export const showing = (
  comments: readonly Comment[] = [],
  page: Partial<CommentPage> = {},
): CommentSource =>
  source({ comments, ...page }, (draft) =>
    Promise.resolve({ status: 'published', comment: accept(draft, `posted-${++posted}`) }),
  );

/** Only shows: nobody may answer. */
export const readOnly = (comments: readonly Comment[]): CommentSource => ({
  name: 'story',
  can: [],
  load: () => Promise.resolve({ comments }),
});

/** Holds what is posted for a moderator. */
export const holding = (comments: readonly Comment[] = []): CommentSource =>
  source({ comments }, (draft) =>
    Promise.resolve({ status: 'held', comment: accept(draft, `posted-${++posted}`, 'pending') }),
  );

/** Puts what is posted in the bin. */
export const trashing = (): CommentSource =>
  source({}, () => Promise.resolve({ status: 'trashed' }));

/** Never answers a post. */
export const sending = (): CommentSource => source({}, () => never);

/** Refuses what is posted. */
export const refusing = (
  kind: SourceErrorKind,
  fields: Readonly<Record<string, string>> = {},
  more: { readonly retryAt?: number; readonly elsewhere?: Elsewhere } = {},
): CommentSource =>
  source({}, () =>
    Promise.reject(new SourceError(kind, `A story of ${kind}.`, { fields, ...more })),
  );

/** Never answers when it is read. */
export const loading = (): CommentSource => ({ ...readOnly([]), load: () => never });

/** Fails a number of times before it shows these comments. */
export const failing = (times: number, comments: readonly Comment[] = []): CommentSource => {
  let left = times;
  return {
    ...showing(comments),
    load: () =>
      left-- > 0
        ? Promise.reject(new SourceError('offline', 'A story without a connection.'))
        : Promise.resolve({ comments }),
  };
};

/**
 * A server for the source of one's own: it keeps comments for as long as the page lives, takes the same
 * key once, and wants no more than one link.
 */
function boardServer(comments: readonly Comment[]): typeof fetch {
  const kept = [...comments];
  const known = new Map<string, Comment>();
  return (_address, { body } = {}) => {
    if (typeof body !== 'string') return Promise.resolve(Response.json(kept));
    const { key, ...draft } = JSON.parse(body) as CommentDraft & { readonly key: string };
    if (/https?:.*https?:/s.test(draft.text)) {
      const fields = { comment: 'At most one link, please.' };
      return Promise.resolve(Response.json({ fields }, { status: 422 }));
    }
    const made = known.get(key) ?? accept(draft, `board-${kept.length + 1}`);
    if (!known.has(key)) kept.push(made);
    known.set(key, made);
    return Promise.resolve(Response.json(made, { status: 201 }));
  };
}

/** A board with two comments on it; ids begin with the given word. */
export const boardOf = (name: string): CommentSource =>
  new BoardSource(
    'https://board.example/comments',
    boardServer([
      comment(`${name}-1`, 'The communiqué is shorter than the last one, which is something.'),
      comment(`${name}-2`, 'Shorter, and it says who pays?', {
        parentId: `${name}-1`,
        author: { name: 'John Q. Public' },
        publishedAt: '2024-05-31T11:15:00+02:00',
      }),
    ]),
  );

/** One answer under another, this deep. */
export const nested = (name: string, depth: number): Comment[] =>
  Array.from({ length: depth }, (_, index) =>
    comment(`${name}-${index + 1}`, sentences[index % sentences.length] ?? '', {
      parentId: index ? `${name}-${index}` : null,
      author: { name: names[index % names.length] ?? '' },
      publishedAt: new Date(Date.parse(NOW) - (depth - index) * 17 * 60_000).toISOString(),
    }),
  );

/** Many comments; every third answers the one before it. */
export const many = (name: string, count: number): Comment[] =>
  Array.from({ length: count }, (_, index) =>
    comment(`${name}-${index + 1}`, sentences[(index * 5) % sentences.length] ?? '', {
      parentId: index % 3 === 2 ? `${name}-${index}` : null,
      author: { name: names[(index * 3) % names.length] ?? '' },
      publishedAt: new Date(Date.parse(NOW) - (count - index) * 23 * 60_000).toISOString(),
    }),
  );

const names = ['Jane Doe', 'John Q. Public', 'Erika Mustermann', 'Jan Novák', 'Ola Nordmann'];
const sentences = [
  'I was in Prague that week. The bridges were closed, the trams were not, and nobody could say why.',
  'What does “interoperable” cost, in crowns?',
  'A clear summary, thank you.\n\nOne thing is missing: who chaired the second day?',
  'It is in the press release, third paragraph.',
  'Then it should be in the article.',
  'Let us see what July brings before we count the words.',
  'Agreed.',
];
