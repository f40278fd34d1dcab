import type { CommentMedia } from '../content/comment.js';
import { at, listAt, own, textAt } from './article-source.js';
import { pageOf, postAt } from './bluesky-address.js';
import { verdictOn } from './bluesky-moderation.js';
import { webUrl } from './network.js';

/**
 * What hangs on a post, as links. A film leads to the post's own page, since few browsers play what it
 * is kept as; a quoted post is told by who wrote it, unless they or a moderator would not have it shown.
 */
export function mediaOf(embed: unknown, page: string | undefined): CommentMedia[] {
  const media = own(embed, 'media');
  const parts = [embed, ...(Array.isArray(media) ? [] : [media])]; // a quotation may come with more
  return [
    ...parts.flatMap(picturesOf),
    ...parts.flatMap((part) => filmOf(part, page)),
    ...parts.flatMap(pageLinkOf),
    ...quotationOf(at(embed, 'record', 'record') ?? own(embed, 'record')),
  ];
}

const linkTo = (type: CommentMedia['type'], url: unknown, title?: string): CommentMedia[] => {
  const address = webUrl(url);
  return address ? [{ type, url: address, title }] : [];
};

const picturesOf = (part: unknown): CommentMedia[] =>
  [...listAt(part, 'images'), ...listAt(part, 'media')].flatMap((picture) =>
    linkTo('image', own(picture, 'fullsize'), textAt(picture, 'alt')),
  );

const filmOf = (part: unknown, page: string | undefined): CommentMedia[] =>
  textAt(part, 'playlist') ? linkTo('video', page, textAt(part, 'alt')) : [];

function pageLinkOf(part: unknown): CommentMedia[] {
  const link = own(part, 'external');
  return linkTo('link', own(link, 'uri'), textAt(link, 'title'));
}

function quotationOf(post: unknown): CommentMedia[] {
  const address = postAt(textAt(post, 'uri'));
  const { state } = verdictOn(post);
  const writer = own(post, 'author');
  const name = textAt(writer, 'displayName') ?? textAt(writer, 'handle');
  return address && name && state === 'visible' ? linkTo('link', pageOf(address), name) : [];
}
