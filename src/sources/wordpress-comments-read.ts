import type { Comment, CommentDraft } from '../content/comment.js';
import { clean } from '../content/schema.js';
import { safePictureUrl, safeUrl } from '../content/url.js';
import { at, numberAt, own, textAt } from './article-source.js';
import { references } from './feed-xml.js';

/** What is asked of each comment. `content.rendered` alone would come back as nothing. */
export const COMMENT_FIELDS =
  'id,parent,author,author_name,author_url,date_gmt,content,link,status,type,author_avatar_urls';

/** The names that WordPress and its plugins write beside those of XML. */
const names: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

/** Text in which WordPress has written signs by name or number: `Tom &amp; Jerry`, `you&#8217;ve`. */
const decoded = (text: string): string =>
  references(text, (reference) => {
    const name = reference.slice(1, -1);
    return Object.hasOwn(names, name) ? (names[name] ?? reference) : reference;
  });

/** HTML as plain text in one line. It is only ever compared, or shown as text. */
export function textOfHtml(html: string): string {
  let text = '';
  let place = 0;
  while (place < html.length) {
    const open = html.indexOf('<', place);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    text += `${html.slice(place, open < 0 ? html.length : open)} `;
    place = open < 0 || close < 0 ? html.length : close + 1;
  }
  return decoded(text).replace(/\s+/g, ' ').trim();
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** WordPress writes UTC without saying so; a date that is none is left out. */
function utc(date: string | undefined): string {
  const iso = date && DATE.test(date) ? `${date.replace(/Z$/, '')}Z` : '';
  return Number.isNaN(Date.parse(iso)) ? '' : iso;
}

/** The largest picture that the site names. */
function avatarIn(data: unknown): string | undefined {
  const sizes = own(data, 'author_avatar_urls');
  if (typeof sizes !== 'object' || sizes === null) return undefined;
  const [largest] = Object.keys(sizes).sort((one, other) => Number(other) - Number(one));
  return largest === undefined ? undefined : safePictureUrl(textAt(sizes, largest));
}

/**
 * One comment of the REST interface; nothing where there is no id. `storyAuthor` is the id of whoever
 * wrote the story. What another page sent when it linked here answers nobody.
 */
export function readComment(data: unknown, storyAuthor?: string): Comment | undefined {
  const id = textAt(data, 'id');
  if (!id) return undefined;
  const parent = textAt(data, 'parent') ?? '0';
  const isPing = /^(?:pingback|trackback)$/.test(textAt(data, 'type') ?? '');
  const author = numberAt(data, 'author');
  const html = at(data, 'content', 'rendered');
  return {
    id,
    parentId: isPing || parent === '0' ? null : parent,
    author: {
      name: decoded(textAt(data, 'author_name') ?? ''),
      url: safeUrl(textAt(data, 'author_url')),
      avatar: avatarIn(data),
      isArticleAuthor: (author && String(author) === storyAuthor) || undefined,
    },
    publishedAt: utc(textAt(data, 'date_gmt')),
    body: typeof html === 'string' ? { html: clean(html) } : { text: '' },
    state: /^(?:hold|0)$/.test(textAt(data, 'status') ?? '') ? 'pending' : 'visible',
    url: safeUrl(textAt(data, 'link')),
  };
}

/** A comment that the site has not shown yet, as its author wrote it. */
export const heldComment = ({ author, text, parentId }: CommentDraft, id: string): Comment => ({
  id,
  parentId,
  author: { name: author.name, url: safeUrl(author.url) },
  publishedAt: new Date().toISOString(),
  body: { text },
  state: 'pending',
});

/**
 * What is left of a text without signs: WordPress makes its own of quotes, dashes, smileys and the x
 * between two numbers.
 */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .replaceAll('x', '');

/** Whether a text is left of another when parts of that are taken out, and most of it. */
function isMostOf(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (part.startsWith(sign, at)) at += sign.length;
  return at === part.length && part.length * 2 >= whole.length;
}

function isSameText(sent: string, html: string): boolean {
  const found = textOfHtml(html);
  const [mine, theirs] = [letters(sent), letters(found)];
  if (!mine && !theirs) {
    const signs = sent.replace(/\s/g, '');
    // A smiley of brackets and colons has become a picture of one.
    return signs === found.replace(/\s/g, '') || /^[!-~]+$/.test(signs);
  }
  // What stands between < and > is gone, tag or not.
  return mine === theirs || (sent.includes('<') && theirs !== '' && isMostOf(theirs, mine));
}

/**
 * Whether a comment in the list is the one that a reader sent. A reader without an e-mail address may
 * be signed in, and then stands there under another name; what answers nobody that is shown stands at
 * the top.
 */
export function isSame({ author, body, parentId }: Comment, draft: CommentDraft): boolean {
  const { name, email } = draft.author;
  if (name && email && letters(author.name) !== letters(name)) return false;
  if (parentId !== null && parentId !== draft.parentId) return false;
  return 'html' in body && isSameText(draft.text, body.html);
}
