// All outputs, on stories that nobody would write by hand.
import { expect } from '@open-wc/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseArticle, type Article } from '../../src/content/article.js';
import { writeArticle } from '../../src/content/render-article.js';
import { toAppleNews } from '../../src/content/to-apple-news.js';
import { toEmail } from '../../src/content/to-email.js';
import { toJsonLd } from '../../src/content/to-json-ld.js';
import { toMarkdown } from '../../src/content/to-markdown.js';
import { toRss } from '../../src/content/to-rss.js';
import { readingTime, toText } from '../../src/content/to-text.js';
import { takeFrontMatter } from '../../src/sources/markdown-front-matter.js';
import { markdown } from '../../src/sources/markdown.js';
import { parseHtml, silentOptions } from '../sources/formats.js';
import { appleNewsSchema } from './apple-news-schema.js';
import { everyBlock, HOSTILE, lostIn } from './every-block.js';

const validate = new Ajv2020().compile(appleNewsSchema);
const textOfHtml = (html: string) => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const labels = [...body.querySelectorAll('[aria-label]')].map((one) =>
    one.getAttribute('aria-label'),
  );
  return [body.textContent, ...labels].join('\n');
};
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

const words = [
  ...['', ' ', 'a', `x ${HOSTILE}`, ']]>', '# a', '- b', '| c |', '`d`', '**e**', '1. f', '\u00a0'],
  ...['https://a.example/', '{{ g }}', '$h$', '\\', '\u{1F600}', 'שלום', '橋', '!', '> i', '---'],
];

/** The story with everything, with parts taken out, put elsewhere and said differently. */
function mutated(seed: number): Article {
  let state = seed;
  const chance = (one: number): boolean => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 16) % one === 0;
  };
  const blocks = everyBlock.body;
  const mutate = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      const isText = !['type', 'src', 'url', 'provider', 'name', 'id', 'note'].includes(key);
      return isText && chance(4) ? words[(state >>> 8) % words.length] : value;
    }
    if (Array.isArray(value)) {
      const list = (value as unknown[]).filter(() => !chance(8)).map((one) => mutate(one, key));
      const isBlocks = list.some(
        (one) =>
          typeof one === 'object' && one !== null && 'type' in one && one.type === 'paragraph',
      );
      if (isBlocks && chance(3)) list.push(blocks[(state >>> 8) % blocks.length]);
      if (isBlocks && chance(6)) list.reverse();
      return list;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name === 'type' || !chance(12))
        .map(([name, one]) => [name, mutate(one, name)]),
    );
  };
  return parseArticle(mutate(everyBlock, '')).article;
}

/** Every output as the text that a reader of it finds. */
const outputs: Readonly<Record<string, (article: Article) => string>> = {
  HTML: (article) => textOfHtml(String(writeArticle(article, silentOptions))),
  'plain text': (article) => toText(article),
  'JSON-LD': (article) => textsOf(toJsonLd(article, { body: true })).join('\n'),
  RSS: (article) => {
    const xml = toRss(article, { title: 't', link: 'https://news.example/' });
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    expect(feed.querySelector('parsererror')?.textContent).to.equal(undefined);
    const [content] = feed.getElementsByTagName('content:encoded');
    return `${feed.documentElement.textContent}\n${textOfHtml(content!.textContent)}`;
  },
  'e-mail': (article) => textOfHtml(toEmail(article)),
  'Apple News': (article) => {
    const document = JSON.parse(JSON.stringify(toAppleNews(article))) as unknown;
    validate(document);
    expect(validate.errors ?? []).to.deep.equal([]);
    return textsOf(document).map(textOfHtml).join('\n');
  },
  Markdown: (article) => {
    const source = toMarkdown(article);
    const read = markdown.read(source, { parseHtml }).article;
    // Of what stands over the text, our reader looks for less than is written.
    const { front } = takeFrontMatter(source);
    return [toText(read), ...textsOf(read), ...textsOf(front)].join('\n');
  },
};

describe('Whatever a story is like,', () => {
  for (const [name, write] of Object.entries(outputs)) {
    it(`${name} says all of it`, function () {
      this.timeout(60_000);
      for (let seed = 1; seed <= 60; seed++) {
        const article = mutated(seed);
        const output = write(article);
        expect(lostIn(output, article), `story ${seed}`).to.deep.equal([]);
        expect(output, `story ${seed}`).not.to.match(/undefined|\[object|NaN/);
      }
    });
  }

  it('it takes a number of minutes to read', () => {
    for (let seed = 1; seed < 30; seed++) expect(readingTime(mutated(seed))).to.be.at.least(1);
  });
});
