import { decodeSlug } from './article-source.js';

/** A post on Bluesky: who wrote it, by a handle or a DID, and its key among their posts. */
export interface PostAddress {
  readonly author: string;
  readonly key: string;
}

const SITE = 'https://bsky.app';
const POST = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/?#]+)\/?$/;
const PAGE = /^\/profile\/([^/]+)\/post\/([^/]+)\/?$/;
const KEY = /^[\w.:~-]{1,512}$/;

export const isDid = (name: string): boolean =>
  name.length < 2048 && /^did:[a-z]+:[\w.:%-]+$/.test(name);

/** Handles are hosts. The network writes one that is none for a handle that its owner lost. */
export const isHandle = (name: string): boolean =>
  name !== 'handle.invalid' &&
  name.length < 254 &&
  name.includes('.') &&
  /^[a-z\d.-]+$/i.test(name);

/** Reads the address of a post's page, or its `at://` address. */
export function postAt(address: string | undefined): PostAddress | undefined {
  const written = address?.trim() ?? '';
  const found = POST.exec(written) ?? PAGE.exec(pathOf(written));
  const [author = '', key = ''] = (found ?? []).slice(1).map(decodeSlug);
  return (isDid(author) || isHandle(author)) && KEY.test(key) ? { author, key } : undefined;
}

function pathOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, hostname, pathname } = new URL(address);
  const isPage = /^https?:$/.test(protocol) && /^(?:www\.)?bsky\.app$/.test(hostname);
  return isPage ? pathname : '';
}

export const uriOf = ({ author, key }: PostAddress): string =>
  `at://${author}/app.bsky.feed.post/${key}`;

export const pageOf = ({ author, key }: PostAddress): string => `${profileOf(author)}/post/${key}`;

export const profileOf = (author: string): string => `${SITE}/profile/${author}`;

export const hashtagOf = (tag: string): string => `${SITE}/hashtag/${encodeURIComponent(tag)}`;

const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * When a post was made, by its key: the first eleven signs count microseconds. It keeps the place in
 * time of a post of which nothing else is left; an empty text for a key of another kind.
 */
export function momentOfKey({ key }: PostAddress): string {
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(key)) return '';
  const microseconds = [...key.slice(0, 11)].reduce(
    (sum, sign) => sum * DIGITS.length + DIGITS.indexOf(sign),
    0,
  );
  const date = new Date(microseconds / 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
