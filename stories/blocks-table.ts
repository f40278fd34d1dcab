import type { Block } from '../src/content/block.js';

/** How a kind of block is written, read with the keyboard, printed, and told to search engines. */
interface Row {
  /** What newsrooms call it. */
  readonly name: string;
  readonly tag?: string;
  /** What stands in the page without a script. */
  readonly html: string;
  readonly keyboard: string;
  readonly print: string;
  readonly jsonLd: string;
}

const none = '–';
const asIs = 'as it is';

/** Every kind; the compiler wants all of them. */
export const blockTable: Record<Block['type'], Row> = {
  paragraph: { name: 'Paragraph', html: 'p', keyboard: none, print: asIs, jsonLd: 'articleBody' },
  heading: {
    name: 'Heading',
    html: 'h2–h6',
    keyboard: 'from article-contents',
    print: 'never last on a page',
    jsonLd: 'articleBody',
  },
  list: { name: 'List', html: 'ul, ol > li', keyboard: none, print: asIs, jsonLd: 'articleBody' },
  'definition-list': {
    name: 'Definition list',
    html: 'dl > dt, dd',
    keyboard: none,
    print: asIs,
    jsonLd: 'articleBody',
  },
  blockquote: {
    name: 'Block quote',
    html: 'blockquote > p, footer',
    keyboard: none,
    print: 'kept together',
    jsonLd: 'articleBody',
  },
  pullquote: {
    name: 'Pull quote',
    tag: 'article-pullquote',
    html: 'blockquote > p, footer',
    keyboard: 'not read twice (aria-hidden where its words stand in the text)',
    print: asIs,
    jsonLd: none,
  },
  image: {
    name: 'Picture',
    tag: 'article-figure',
    html: 'figure > img, figcaption',
    keyboard: 'button opens it large; + and − zoom, Escape closes, focus returns',
    print: 'with caption and credit',
    jsonLd: 'image: ImageObject',
  },
  gallery: {
    name: 'Gallery',
    tag: 'article-gallery',
    html: 'figure > figure > img, figcaption',
    keyboard: 'arrow keys, Home and End in the large view; the carousel scrolls by its arrows',
    print: 'every picture',
    jsonLd: 'image: ImageObject each',
  },
  comparison: {
    name: 'Before and after',
    tag: 'article-compare',
    html: 'figure > figure × 2',
    keyboard: 'a slider: arrow keys, Home, End',
    print: 'side by side',
    jsonLd: 'image: ImageObject each',
  },
  video: {
    name: 'Film',
    tag: 'article-video',
    html: 'figure > video > source, track; details',
    keyboard: 'the browser’s controls; chapters are buttons',
    print: 'poster, caption and transcript',
    jsonLd: 'video: VideoObject',
  },
  audio: {
    name: 'Recording',
    tag: 'article-audio',
    html: 'figure > audio > source, track; details',
    keyboard: 'the browser’s controls; chapters are buttons',
    print: 'caption and transcript',
    jsonLd: 'audio: AudioObject',
  },
  embed: {
    name: 'Embed',
    tag: 'article-embed',
    html: 'figure > the words of a post, a link',
    keyboard: 'button loads it; a link past the frame',
    print: 'title, link and words',
    jsonLd: 'video: VideoObject, if it is a film',
  },
  table: {
    name: 'Table',
    tag: 'article-table',
    html: 'table > caption, thead, tbody',
    keyboard: 'scrolls with the arrow keys when it is too wide; headings sort',
    print: 'every row',
    jsonLd: 'articleBody',
  },
  code: {
    name: 'Code',
    html: 'pre > code',
    keyboard: none,
    print: 'wrapped',
    jsonLd: 'articleBody',
  },
  'math-block': {
    name: 'Formula',
    html: 'math (MathML Core)',
    keyboard: none,
    print: asIs,
    jsonLd: 'articleBody',
  },
  'thematic-break': { name: 'Divider', html: 'hr', keyboard: none, print: asIs, jsonLd: none },
  factbox: {
    name: 'Fact box, takeaways, questions and answers, definition, profile',
    tag: 'article-factbox',
    html: 'aside > h2, …; details for answers',
    keyboard: 'details open by Enter',
    print: 'opened',
    jsonLd: 'articleBody',
  },
  'big-number': {
    name: 'Big number',
    tag: 'article-factbox kind="big-number"',
    html: 'p.big-number, p',
    keyboard: none,
    print: asIs,
    jsonLd: 'articleBody',
  },
  timeline: {
    name: 'Timeline',
    tag: 'article-timeline',
    html: 'h2, ol > li > p.event-date > time, h3, …',
    keyboard: none,
    print: asIs,
    jsonLd: 'articleBody',
  },
  details: {
    name: 'What opens',
    html: 'details > summary, …',
    keyboard: 'Enter opens',
    print: 'opened',
    jsonLd: 'articleBody',
  },
  figure: {
    name: 'Anything with a caption',
    html: 'figure > …, figcaption',
    keyboard: none,
    print: 'kept together',
    jsonLd: 'articleBody',
  },
  group: {
    name: 'Group',
    html: 'its blocks',
    keyboard: none,
    print: asIs,
    jsonLd: 'articleBody',
  },
  notice: {
    name: 'Correction, clarification, update, paid content, made with AI',
    tag: 'article-notice',
    html: 'p.notice-label > time, …',
    keyboard: none,
    print: asIs,
    jsonLd: 'correction: CorrectionComment',
  },
  'live-update': {
    name: 'Live update',
    tag: 'live-blog > live-update',
    html: 'article > h2, time, byline, …',
    keyboard: '“3 new updates” is a button; the focus goes to the first of them',
    print: 'all that are loaded',
    jsonLd: 'LiveBlogPosting > liveBlogUpdate: BlogPosting',
  },
  related: {
    name: 'Other stories',
    tag: 'related-articles > article-card',
    html: 'h2, ul > li > p > a',
    keyboard: 'links',
    print: asIs,
    jsonLd: 'citation (server)',
  },
  unknown: {
    name: 'What no format knows',
    html: 'its words',
    keyboard: none,
    print: asIs,
    jsonLd: 'articleBody',
  },
};

/** What stands around the text, and is no block of it. */
export const aroundTable: readonly Row[] = [
  {
    name: 'Note, citation, word explained',
    tag: 'article-note',
    html: 'a link to the list at the end, and back',
    keyboard: 'Enter opens, Escape closes and returns the focus',
    print: 'numbers, and the list',
    jsonLd: none,
  },
  {
    name: 'Contents',
    tag: 'article-contents',
    html: 'details > nav > ol > li > a (renderArticle with `contents`), or nothing',
    keyboard: 'Enter opens; links',
    print: 'not printed',
    jsonLd: none,
  },
  {
    name: 'Progress of reading',
    tag: 'reading-progress',
    html: 'nothing',
    keyboard: none,
    print: 'not printed',
    jsonLd: none,
  },
  {
    name: 'Reading time',
    tag: 'reading-time',
    html: 'text (renderArticle with `readingTime`), or nothing',
    keyboard: none,
    print: asIs,
    jsonLd: 'wordCount (server)',
  },
  {
    name: 'Tools',
    tag: 'article-tools',
    html: 'links of your own, or nothing',
    keyboard: 'a toolbar: arrow keys, Home, End, Escape',
    print: 'not printed',
    jsonLd: none,
  },
  {
    name: 'Headline, kicker, series, standfirst',
    tag: 'article-header',
    html: 'p.kicker, p.series, h1, p.standfirst',
    keyboard: 'links',
    print: asIs,
    jsonLd: 'headline, articleSection, isPartOf, description',
  },
  {
    name: 'Byline',
    tag: 'article-byline',
    html: 'p > a[rel=author], span.role',
    keyboard: 'links',
    print: asIs,
    jsonLd: 'author: Person',
  },
  {
    name: 'Dates',
    tag: 'article-time',
    html: 'time, time.updated',
    keyboard: none,
    print: asIs,
    jsonLd: 'datePublished, dateModified',
  },
  {
    name: 'Place',
    html: 'p > span.dateline',
    keyboard: none,
    print: asIs,
    jsonLd: 'dateline (server)',
  },
  {
    name: 'Comments',
    tag: 'comment-thread, comment-form',
    html: 'ol > li > article; form method="post"',
    keyboard: 'native controls; Escape leaves a reply',
    print: 'comments, without the form',
    jsonLd: 'comment: Comment',
  },
];
