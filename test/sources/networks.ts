// What the tests of public networks share: one that answers as it is told, and what must hold of all
// that comes from it.
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { commentWriter } from '../../src/content/comment-markup.js';
import type { Comment, CommentBody } from '../../src/content/comment.js';
import { fromElsewhere } from '../../src/kit/html.js';
import type { CommentPage, CommentSource } from '../../src/sources/comment-source.js';
import { linkProtocols } from '../bad-urls.js';
import { faultsIn, protocolOf } from '../safety/safe.js';

export const fixtureOf = async (name: string): Promise<unknown> =>
  (await fetch(new URL(`./fixtures/${name}.json`, import.meta.url))).json();

/** A request as it would go out. */
export interface Asked {
  readonly url: string;
  readonly request: Request;
}

/** A network that remembers what it was asked; each answer is JSON, or a response. */
export function network(answer: (url: string) => unknown) {
  const asked: Asked[] = [];
  const fetch = (input: unknown, init?: RequestInit): Promise<Response> => {
    const url = input as string;
    asked.push({ url, request: new Request(url, init) });
    const said = answer(url);
    return Promise.resolve(said instanceof Response ? said : Response.json(said));
  };
  return { asked, fetch, pause: () => Promise.resolve() };
}

export const refusal = (status: number, body: unknown = {}, headers = {}): Response =>
  Response.json(body, { status, headers });

/** What a source throws. */
export const failureOf = (source: CommentSource): Promise<unknown> =>
  source.load({}).then(
    () => undefined,
    (error: unknown) => error,
  );

/** The comments as data: fields that are not there are not there. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const wordsIn = (body: CommentBody): string =>
  'text' in body ? body.text : 'html' in body ? body.html : JSON.stringify(body);

const write = await commentWriter(fromElsewhere);
/** The same without the sanitiser, which the reading must do without, and which takes its time. */
const writeAlone = await commentWriter(() => Promise.resolve((html) => inert(html)));

/** A template's document has no window: nothing in it loads or runs. */
function inert(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const bare = (comment: Comment): Comment => ({ ...comment, id: 'user-content-1' });

/** The body of a comment as it is put into the page; plain text is escaped by whoever writes it. */
export const markupOf = (comment: Comment): string =>
  'text' in comment.body ? '' : write(bare(comment));

export const markupAlone = (comment: Comment): string =>
  'text' in comment.body ? '' : writeAlone(bare(comment));

/** The text that a reader sees of it. */
export function shownOf(comment: Comment): string {
  if ('text' in comment.body) return comment.body.text;
  return inert(markupOf(comment)).textContent ?? '';
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const ODD = /undefined|\[object|NaN/;

/** Most bodies come again and again: each is written and looked at once. */
const looked = new Map<string, readonly string[]>();

function faultsInBody(comment: Comment, written: typeof markupOf): readonly string[] {
  const key = `${written.name} ${JSON.stringify(comment.body)}`;
  const known = looked.get(key);
  if (known) return known;
  const html = written(comment);
  const faults = faultsIn(html);
  if (ODD.test(html)) faults.push(`odd words in ${html}`);
  if (/<(?:img|video|audio)/.test(html)) faults.push(`something that loads in ${html}`);
  looked.set(key, faults);
  return faults;
}

/** What is wrong with a page of comments that a thread is to show without looking; nothing, as a rule. */
export function faultsOf(page: CommentPage, written = markupOf): string[] {
  const { comments } = page;
  const faults: string[] = [];
  const mind = (isWell: boolean, what: string) => {
    if (!isWell) faults.push(what);
  };
  mind(new Set(comments.map(({ id }) => id)).size === comments.length, 'ids that come twice');
  mind(!ODD.test(JSON.stringify(page)), 'odd words');
  mind(({} as { polluted?: unknown }).polluted === undefined, 'a polluted prototype');
  for (const comment of comments) {
    const { author, body, counts = {}, id, media = [], parentId, publishedAt, state } = comment;
    mind(typeof id === 'string' && id !== '', 'no id');
    mind(parentId === null || (typeof parentId === 'string' && parentId !== ''), 'odd parent');
    mind(typeof author.name === 'string', 'no name');
    mind(publishedAt === '' || ISO.test(publishedAt), `odd date ${publishedAt}`);
    mind(typeof wordsIn(body) === 'string', 'no words');
    for (const count of Object.values(counts) as (number | undefined)[])
      mind(count === undefined || count >= 0, `odd count ${count}`);
    mind(state === 'visible' || author.name + wordsIn(body) === '', 'words in an empty place');
    for (const url of [comment.url, author.url, author.avatar, ...media.map((one) => one.url)])
      mind(url === undefined || linkProtocols.includes(protocolOf(url)), `a link to ${url}`);
    faults.push(...faultsInBody(comment, written));
  }
  return faults;
}

export function expectSound(page: CommentPage, written = markupOf): void {
  expect(faultsOf(page, written)).to.deep.equal([]);
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, 3, 1.5, 1e21, '', ' ', 'x', '7', '-2', [], {}, [[]], [null]],
    ...['<script>xss()</script>', 'javascript:xss()', '\ud800', '\u0000', '\u202ex', '__proto__'],
    ...['2031-01-01T00:00:00Z', '2025-13-01', 'at://did:plc:x/app.bsky.feed.post/3k', '@x'],
    ...[{ text: 'x' }, ['x'], { val: '!hide' }, JSON.parse('{"__proto__":{"polluted":1}}')],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The same data with a few of its values taken for others, taken away, or put elsewhere. */
export const mutationsOf = (data: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom('set', 'drop', 'move', 'twice'), fc.nat(), odd), {
      minLength: 1,
      maxLength: 6,
    })
    .map((changes) => {
      const copy = structuredClone(data);
      for (const [where, how, from, value] of changes) change(copy, where, how, from, value);
      return copy;
    });

type Slot = readonly [holder: Record<string, unknown>, key: string];

function slotsIn(root: unknown): Slot[] {
  const slots: Slot[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      slots.push([value as Record<string, unknown>, key]);
      walk((value as Record<string, unknown>)[key]);
    }
  };
  walk(root);
  return slots;
}

function change(root: unknown, where: number, how: string, from: number, value: unknown): void {
  const slots = slotsIn(root);
  const slot = slots[where % slots.length];
  const other = slots[from % slots.length];
  if (!slot || !other) return;
  const [holder, key] = slot;
  if (how === 'drop') delete holder[key];
  else if (how === 'set') holder[key] = structuredClone(value);
  else if (how === 'move' && JSON.stringify(other[0][other[1]]).length < 2000)
    holder[key] = structuredClone(other[0][other[1]]);
  else if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
}
