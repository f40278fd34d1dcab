// A WordPress that answers as it is told, or as a real one was recorded.
import type { CommentDraft } from '../../src/content/comment.js';
import type { CommentPage, SourceError } from '../../src/sources/comment-source.js';
import { comments } from '../../src/sources/wordpress.js';

export type Source = ReturnType<typeof comments>;
export type Options = NonNullable<Parameters<typeof comments>[0]>;
interface Recorded {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}
export interface Classic {
  readonly status: number;
  readonly location?: string;
  readonly message?: string;
}
interface Fixtures {
  readonly '7.1.1': Readonly<Record<string, Recorded>>;
  readonly '6.1.9': Readonly<Record<string, Recorded>>;
  readonly classic: Readonly<Record<string, Classic>>;
  readonly page: string;
}

const recorded = (await (
  await fetch(new URL('./fixtures/wordpress-comments.json', import.meta.url))
).json()) as Fixtures;

export const SITE = 'http://127.0.0.1:9080';
export const LIST =
  'order=asc&per_page=100&_fields=id%2Cparent%2Cauthor%2Cauthor_name%2Cauthor_url%2Cdate_gmt%2Ccontent%2Clink%2Cstatus%2Ctype%2Cauthor_avatar_urls';

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  });

/** What WordPress answered, word for word. */
export const as = (name: string, version: '7.1.1' | '6.1.9' = '7.1.1'): Response => {
  const { status, headers, body } = recorded[version][name]!;
  return json(body, status, headers);
};

/** The classic form's answer, after the browser has followed it. */
export function classic(name: string, replace: Partial<Classic> = {}): Response {
  const { status, location, message } = { ...recorded.classic[name]!, ...replace };
  const text = location
    ? '<!doctype html><title>The story</title>'
    : message
      ? recorded.page.replace('MESSAGE', message)
      : '';
  const answer = new Response(text, {
    status: location ? 200 : status,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
  });
  const url = location ? location.replace(/#.*/, '') : `${SITE}/wp-comments-post.php`;
  return Object.defineProperties(answer, {
    url: { value: url },
    redirected: { value: Boolean(location) },
  });
}

/** A line for each request, with all that is sent. */
function line(input: RequestInfo | URL, init: RequestInit = {}): string {
  const { method = 'GET', credentials, headers = {}, body, redirect, cache } = init;
  const sent = body instanceof URLSearchParams ? body.toString() : (body as string | undefined);
  return [
    method,
    input as string,
    credentials,
    Object.entries(headers as Record<string, string>).map((pair) => pair.join(': ')),
    redirect,
    cache,
    sent,
  ]
    .flat()
    .filter(Boolean)
    .join(' | ');
}

export type Answer = (url: URL, init: RequestInit) => Response | Promise<Response>;

/** A site that answers as it is told, and remembers what it was asked. */
export function site(answer: Answer, options: Options = {}) {
  const asked: string[] = [];
  const source = comments({
    src: SITE,
    post: '8',
    origin: 'https://news.example',
    pause: () => Promise.resolve(),
    fetch: async (input, init = {}) => {
      asked.push(line(input, init));
      return answer(new URL(input as string), init);
    },
    ...options,
  });
  return { source, asked };
}

export const isPost = ({ method }: RequestInit) => method === 'POST';
export const isStatus = ({ pathname }: URL) => /\/(?:posts|pages)\/\d+$/.test(pathname);
export const open = () => json({ id: 8, comment_status: 'open', author: 1 });
export const closed = () => json({ id: 8, comment_status: 'closed', author: 1 });

export const load = (source: Source, options = {}): Promise<CommentPage> => source.load(options);

export const draft = (over: Partial<CommentDraft> = {}): CommentDraft => ({
  text: 'A comment 2',
  parentId: null,
  author: { name: 'Cara Lund', email: 'cara@example.org' },
  ...over,
});

/** How a call failed. */
export async function failure(call: Promise<unknown>): Promise<SourceError> {
  try {
    await call;
  } catch (error) {
    return error as SourceError;
  }
  throw new Error('It did not fail.');
}

export const post = (source: Source, over: Partial<CommentDraft> = {}, key = 'key-1') =>
  source.post!(draft(over), { key });

/** One comment as the interface gives it. */
export const item = (id: number, over: object = {}) => ({
  id,
  parent: 0,
  author: 0,
  author_name: 'Ada',
  author_url: '',
  date_gmt: '2026-11-24T16:15:19',
  content: { rendered: '<p>Words.</p>\n' },
  link: `${SITE}/story/#comment-${id}`,
  status: 'approved',
  type: 'comment',
  ...over,
});
