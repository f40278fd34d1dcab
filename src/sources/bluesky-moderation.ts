import { at, listAt, own, textAt } from './article-source.js';

// What Bluesky, its moderators and its people ask not to be shown, as pure decisions.

/** What becomes of a post. */
export interface Verdict {
  /** `blocked`: its author wants to be read by people who are signed in only. */
  readonly state: 'visible' | 'hidden' | 'blocked';
  readonly isSensitive: boolean;
}

/** The author's wish to be read by people who are signed in only. */
const SIGNED_IN = '!no-unauthenticated';
const SENSITIVE: ReadonlySet<string> = new Set([
  ...['!warn', 'porn', 'sexual', 'nudity', 'graphic-media', 'gore'],
]);

/** By the labels on a post, those that its author put there, and those on the author. Of a quoted post too. */
export function verdictOn(post: unknown): Verdict {
  const labels = new Set([
    ...valuesOf(listAt(post, 'labels')),
    ...valuesOf(listAt(post, 'record', 'labels', 'values')),
    ...valuesOf(listAt(post, 'value', 'labels', 'values')),
    ...valuesOf(listAt(post, 'author', 'labels').filter(isOfAccount)),
  ]);
  const state = labels.has('!hide') ? 'hidden' : labels.has(SIGNED_IN) ? 'blocked' : 'visible';
  return { state, isSensitive: [...labels].some((label) => SENSITIVE.has(label)) };
}

/** Labels on a profile speak of its picture and words, but for the wish, which is written there. */
const isOfAccount = (label: unknown): boolean =>
  textAt(label, 'val') === SIGNED_IN ||
  !textAt(label, 'uri')?.endsWith('/app.bsky.actor.profile/self');

/** Labels that nobody took back. */
function valuesOf(labels: readonly unknown[]): string[] {
  const keyOf = (label: unknown) =>
    [textAt(label, 'src'), textAt(label, 'uri'), textAt(label, 'val')].join(' ');
  const isTakenBack = (label: unknown) => own(label, 'neg') === true;
  const takenBack = new Set(labels.filter(isTakenBack).map(keyOf));
  return labels
    .filter((label) => !isTakenBack(label) && !takenBack.has(keyOf(label)))
    .flatMap((label) => textAt(label, 'val') ?? []);
}

const gatesOf = (answer: unknown): unknown[] => [
  at(answer, 'threadgate', 'record'),
  at(answer, 'thread', 'post', 'threadgate', 'record'),
];

/** The replies that whoever began the thread put out of sight. The network says so in one of two places. */
export const hiddenReplies = (answer: unknown): ReadonlySet<string> =>
  new Set(
    gatesOf(answer)
      .flatMap((gate) => listAt(gate, 'hiddenReplies'))
      .flatMap((uri) => (typeof uri === 'string' ? uri : [])),
  );

/** Whether whoever began the thread lets nobody answer. */
export const isClosed = (answer: unknown): boolean =>
  gatesOf(answer).some((gate) => {
    const allowed = own(gate, 'allow');
    return Array.isArray(allowed) && allowed.length === 0;
  });

/** A pin is how people keep a post for themselves: it says nothing. */
export const isBookmark = (text: unknown): boolean =>
  typeof text === 'string' && text.length < 20 && /^\s*\u{1F4CC}\uFE0F?\s*$/u.test(text);
