// What must hold of all HTML that comes out, whatever went in.
import { kept, parserBy } from '../../src/content/dom-nodes.js';
import { MAX_DEPTH } from '../../src/content/schema.js';
import type { ParseHtml } from '../../src/content/nodes.js';
import { readBlocks } from '../../src/content/read-html.js';
import { renderBlocks } from '../../src/content/render-block.js';
import { mathNames } from '../../src/content/inline.js';
import { fromElsewhere } from '../../src/kit/html.js';
import { parseHtml as serverParser } from '../../src/server/parse-html.js';
import { linkProtocols } from '../bad-urls.js';
import { silentOptions } from '../sources/formats.js';

/** A template's document has no window: nothing in it loads or runs. */
function inert(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** The reader behind the gate, on a server, and with the sanitiser away: it must hold alone. */
export const parsers: Readonly<Record<string, ParseHtml>> = {
  'behind the gate': parserBy(await fromElsewhere(kept)),
  'without the sanitiser': parserBy(inert),
  'on a server': serverParser,
};

/** Somebody's HTML, read into the model and written again. */
export const sanitize = (html: string, parse: ParseHtml): string =>
  String(
    renderBlocks(readBlocks(parse(html), { base: 'https://news.example/story' }), silentOptions),
  );

const elements: ReadonlySet<string> = new Set([
  ...'a abbr aside article audio blockquote br caption cite code dd del details dfn dl dt em'.split(
    ' ',
  ),
  ...'figcaption figure footer h2 h3 h4 h5 h6 hr img ins kbd li mark math ol p pre q s'.split(' '),
  ...'small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul'.split(
    ' ',
  ),
  'video',
  ...'article-figure article-pullquote article-gallery article-compare article-embed article-video'.split(
    ' ',
  ),
  ...'article-audio article-factbox article-timeline article-notice related-articles article-card'.split(
    ' ',
  ),
  ...['live-blog', 'live-update', 'article-note', 'article-table'],
  ...mathNames,
]);
const addresses =
  'href src srcset poster cite data action formaction background ping xlink:href'.split(' ');

/** Where an address leads, by what the browser makes of it. */
export function protocolOf(address: string): string {
  const anchor = document.createElement('a');
  anchor.href = address;
  return anchor.protocol;
}

const isSafe = (element: Element, name: string, value: string): boolean => {
  const all =
    name === 'srcset' ? value.split(/,\s+/).map((one) => one.split(/\s/)[0] ?? '') : [value];
  const isPicture = (element.localName === 'img' && name !== 'href') || name === 'poster';
  return all.every(
    (one) =>
      linkProtocols.includes(protocolOf(one)) ||
      (isPicture &&
        (protocolOf(one) === 'blob:' || /^data:image\/(?:png|jpeg|webp|gif|avif)[;,]/i.test(one))),
  );
};

/** All that is wrong with HTML that was written; nothing, as a rule. */
export function faultsIn(html: string): string[] {
  const faults: string[] = [];
  const walk = (parent: ParentNode, depth: number): void => {
    for (const element of parent.children) {
      if (depth > 2 * MAX_DEPTH) return void faults.push('too deep');
      const name = element.localName;
      if (!elements.has(name)) faults.push(`<${name}>`);
      for (const { name: key, value } of element.attributes) {
        if (/^on|^style$|^name$|^is$|^slot$|^part$|^srcdoc$/i.test(key))
          faults.push(`${name} ${key}`);
        if (key === 'id' && !value.startsWith('user-content-')) faults.push(`${name} id=${value}`);
        if (addresses.includes(key) && !isSafe(element, key, value))
          faults.push(`${name} ${key}=${value.slice(0, 100)}`);
      }
      walk(element, depth + 1);
    }
  };
  walk(inert(html), 0);
  return faults;
}
