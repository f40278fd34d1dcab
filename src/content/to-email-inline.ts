import { attributes, html, type Html } from './html.js';
import type { Inline, Style } from './inline.js';
import { mathText } from './plain.js';
import { css } from './to-email-styles.js';
import { safeUrl } from './url.js';

/** What a stretch of text is in the elements that mail clients know, with a style where they know none. */
const elements: Readonly<Record<Exclude<Style, 'quotation'>, readonly [string, string?]>> = {
  strong: ['strong'],
  emphasis: ['em'],
  strikethrough: ['s'],
  underline: ['u'],
  code: ['code', css.mono],
  keyboard: ['code', css.mono],
  superscript: ['sup'],
  subscript: ['sub'],
  highlight: ['span', css.highlight],
  small: ['small'],
  citation: ['em'],
  definition: ['em'],
  insertion: ['u'],
  deletion: ['s'],
};

/** Writes text with meaning for mail clients. */
export const mailInlines = (inlines: readonly Inline[]): Html => html`${inlines.map(one)}`;

function one(node: Inline): Html | string {
  if (typeof node === 'string') return node;
  if (node.type === 'break') return html`<br>`;
  if (node.type === 'note-reference')
    return node.children?.length
      ? mailInlines(node.children)
      : html`<sup>${node.label || node.note}</sup>`;
  if (node.type === 'math') return mathText(node.children);
  const inner = mailInlines(node.children);
  switch (node.type) {
    case 'link': {
      const url = safeUrl(node.url);
      const own = attributes({ href: url, title: node.title });
      return url ? html`<a${own} class="link" style="${css.link}">${inner}</a>` : inner;
    }
    case 'abbreviation':
      return html`<span title="${node.title}">${inner}</span>`;
    case 'time':
      return inner;
    case 'span':
      return node.lang || node.dir
        ? html`<span${attributes({ lang: node.lang, dir: node.dir })}>${inner}</span>`
        : inner;
    case 'quotation':
      return html`“${inner}”`;
    default: {
      const [name, style] = elements[node.type];
      return html`<${name}${attributes({ style })}>${inner}</${name}>`;
    }
  }
}
