import type { Article } from './article.js';
import type { Notice } from './block.js';
import { feedInlines, withDateline } from './feed-blocks.js';
import { attributes, html, Html } from './html.js';
import type { Inline } from './inline.js';
import { bylineText, outputOf, type Output, type OutputOptions } from './output.js';
import { inlineText } from './plain.js';
import { mailBlocks } from './to-email-blocks.js';
import { mailInlines } from './to-email-inline.js';
import { css, darkSheet, layout, type Mail } from './to-email-styles.js';

export interface EmailOptions extends OutputOptions {
  /** What an inbox shows beside the subject. Default: the standfirst. */
  readonly preheader?: string | undefined;
  /** The publication, over the story. */
  readonly siteName?: string | undefined;
  /** Its address. */
  readonly siteUrl?: string | undefined;
  /** Under the story: who sends it, and how to have it no longer. */
  readonly footer?: readonly Inline[] | undefined;
}

/**
 * Writes a story as a whole HTML e-mail: a table of 600 pixels, styles on each element, light and dark,
 * nothing that runs. Its text alternative is `toText`.
 */
export function toEmail(article: Article, options: EmailOptions = {}): string {
  const output = outputOf(article, options);
  const { headline, lang, dir } = article;
  const mail: Mail = { start: dir === 'rtl' ? 'right' : 'left' };
  const preheader = options.preheader ?? inlineText(article.standfirst);
  const own = attributes({ lang: lang ?? output.locale, dir });
  return String(html`<!DOCTYPE html>
<html${own}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${headline}</title>
<style>${new Html(darkSheet)}</style>
</head>
<body class="page" style="${css.body}">
${preheader && html`<div style="${css.hidden}">${preheader}</div>\n`}<div role="article" aria-roledescription="email"${attributes({ 'aria-label': headline || undefined, lang: lang ?? output.locale, dir })}>
${layout({ width: '100%', class: 'page', style: css.page })}<tr><td align="center">
${layout({ width: 600, class: 'card', style: css.card })}<tr><td${attributes({ class: 'text', align: mail.start, style: css.text })}>
${brand(options, output)}${header(article, output)}${story(article, output, mail)}${button(article, output)}${footer(options, output)}
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`);
}

function brand({ siteName, siteUrl }: EmailOptions, { link }: Output): Html | false {
  const url = link(siteUrl);
  const inner: Inline[] = url
    ? [{ type: 'link', url, children: [siteName ?? url] }]
    : [siteName ?? ''];
  return !!siteName && html`<p style="${css.brand}">${mailInlines(inner)}</p>\n`;
}

function header(article: Article, output: Output): Html {
  const { kicker, series, section, headline, standfirst, published, updated } = article;
  const over = kicker || series?.name || section?.name;
  const first = published && output.formatDate(published);
  const second = updated && updated !== published && output.formatDate(updated);
  const lines = [
    bylineText(article, output),
    [first, second && `${output.say('updated')} ${second}`.trim()].filter(Boolean).join(' · '),
  ].filter(Boolean);
  return html`${over && html`<p style="${css.kicker}">${over}</p>\n`}${
    headline && html`<h1 style="${css.headline}">${headline}</h1>\n`
  }${
    standfirst?.length &&
    html`<p style="${css.standfirst}">${mailInlines(feedInlines(standfirst, output))}</p>\n`
  }${
    lines.length > 0 &&
    html`<p class="muted" style="${css.small}">${lines.map((line, index) => [
      index > 0 && html`<br>`,
      line,
    ])}</p>\n`
  }`;
}

function story(article: Article, output: Output, mail: Mail): Html {
  const { lead, corrections, notes, related } = article;
  const isFirst = ({ kind }: Notice) => kind === 'sponsored' || kind === 'ai';
  return mailBlocks(
    [
      ...corrections.filter(isFirst),
      ...(lead ? [lead] : []),
      ...withDateline(article),
      ...corrections.filter((notice) => !isFirst(notice)),
      ...(notes.length
        ? ([
            { type: 'heading', level: 2, children: [output.say('notes')] },
            { type: 'list', ordered: true, items: notes },
          ] as const)
        : []),
      ...(related.length ? [{ type: 'related', items: related } as const] : []),
    ],
    output,
    mail,
  );
}

/** A link that is a button in every client: the colour is the cell's, the padding the link's. */
function button({ url }: Article, { link, say }: Output): Html | false {
  const href = link(url);
  return (
    href !== undefined &&
    html`${layout({})}<tr><td class="button" bgcolor="#0b57d0" style="background-color:#0b57d0;border-radius:4px"><a href="${href}" style="${css.button}">${say('readOnWeb') || href}</a></td></tr></table>`
  );
}

function footer(options: EmailOptions, output: Output): Html | false {
  return (
    !!options.footer?.length &&
    html`<hr class="rule" style="${css.rule}"><p class="muted" style="${css.small}">${mailInlines(feedInlines(options.footer, output))}</p>`
  );
}
