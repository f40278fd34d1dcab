// The pages that are compared: the Prague article and one of 200 blocks, as plain HTML, with the two
// pasted lines, as the server writes them, and as others would build them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../.config/run.mjs';
import { renderPage } from '../../dist/server.js';
import { prague } from '../prague.mjs';

const PICTURE = '2025-11-08T044506.778Z.png';
const text = (words) => ({ type: 'paragraph', children: [words] });

/** The article as the model has it. */
export const pragueModel = {
  headline: prague.headline,
  section: { name: 'World' },
  authors: [{ name: 'Jane Doe', url: '/jane', role: 'Diplomatic Editor' }, { name: 'John Roe' }],
  published: '2024-05-31T18:00:00Z',
  tags: [],
  lead: {
    type: 'image',
    ...prague.picture,
    src: `/${PICTURE}`,
    caption: [prague.picture.caption],
    placement: 'wide',
  },
  body: prague.paragraphs.map(text),
  notes: [],
  corrections: [],
  related: [],
  lang: 'en',
};

/** A long read of as many blocks: paragraphs, headings, quotations, lists, and a picture in ten. */
export function longModel(count) {
  const { paragraphs, picture } = prague;
  const body = Array.from({ length: count }, (_, index) => {
    const words = paragraphs[index % paragraphs.length];
    if (index % 10 === 3) return { type: 'heading', level: 2, children: [words.slice(0, 40)] };
    if (index % 10 === 5) return { type: 'blockquote', children: [text(words.slice(0, 200))] };
    if (index % 10 === 7)
      return {
        type: 'list',
        ordered: false,
        items: words.split('. ').map((sentence) => ({ children: [text(sentence)] })),
      };
    if (index % 10 === 9)
      return {
        type: 'image',
        src: '/small.webp',
        alt: picture.alt,
        width: 480,
        height: 320,
        caption: [picture.caption],
      };
    return text(words);
  });
  return { ...pragueModel, body };
}

const models = { prague: pragueModel, long: longModel(200) };

/** A page by hand: the same HTML, with the linked stylesheet, and with the module script or without. */
const pasted = (article, script) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Story</title><link rel="stylesheet" href="/broadsheet.css">${script ? '<script type="module" src="/broadsheet.js"></script>' : ''}
</head><body>${article}</body></html>`;

const articleOf = (model) =>
  /<news-article[\s\S]*<\/news-article>/.exec(renderPage(model, { script: false }))[0];

const inline = (model, script) =>
  renderPage(model, { inlineStyles: true, script: script ? '/broadsheet.js' : false });

/** Others, built on the spot from what npm has: the same HTML, made in the page. */
async function bundled(entry, folder) {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: folder, loader: 'jsx' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0].text;
}

const reactEntry = `
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
const story = JSON.parse(document.querySelector('script[type="application/json"]').text);
const Inline = ({ of }) => of.map((one, i) => typeof one === 'string' ? one : h('em', { key: i }, h(Inline, { of: one.children })));
const blocks = {
  paragraph: ({ children }) => h('p', null, h(Inline, { of: children })),
  heading: ({ children }) => h('h2', null, h(Inline, { of: children })),
  blockquote: ({ children }) => h('blockquote', null, children.map((one, i) => h(Block, { key: i, block: one }))),
  list: ({ items }) => h('ul', null, items.map(({ children }, i) => h('li', { key: i }, children.map((one, j) => h(Block, { key: j, block: one }))))),
  image: ({ src, alt, width, height, caption, placement }) => h('div', { className: 'article-figure', placement }, h('figure', null, h('img', { src, alt, width, height }), h('figcaption', null, h('span', { className: 'caption' }, h(Inline, { of: caption }))))),
};
const Block = ({ block }) => blocks[block.type](block);
const Story = () => h('div', { className: 'news-article', lang: 'en' },
  h('div', { className: 'article-header' }, h('p', { className: 'kicker' }, story.section.name), h('h1', null, story.headline)),
  h('div', { className: 'article-byline' }, h('p', null, 'By ', story.authors.map(({ name }, i) => h('span', { key: i, className: 'author' }, name, ' ')))),
  h(Block, { block: story.lead }), story.body.map((one, i) => h(Block, { key: i, block: one })));
createRoot(document.querySelector('#root')).render(h(Story));`;

const slottedEntry = `
import { LitElement, html, css } from 'lit';
for (const name of ['news-article', 'article-header', 'article-byline', 'article-time', 'article-figure'])
  customElements.define(name, class extends LitElement {
    static styles = css\`:host { display: block }\`;
    render() { return html\`<slot></slot>\`; }
  });`;

/** All files of the bench of articles, and which page is whose. */
export async function articlePages(contenders) {
  const file = (path) => readFile(join(root, path));
  const files = {
    '/broadsheet.css': String(await file('dist/broadsheet.css')),
    '/broadsheet.js': String(await file('dist/broadsheet.js')),
    [`/${PICTURE}`]: await file(`stories/assets/${PICTURE}`),
    '/small.webp': await file('stories/assets/prague-480.webp'),
  };
  const { version } = JSON.parse(await file('package.json'));
  for (const name of ['story-facts', 'contents-view'])
    files[`/broadsheet/${name}-${version}.js`] = String(
      await file(`dist/broadsheet/${name}-${version}.js`),
    );
  const pages = {};
  for (const [name, model] of Object.entries(models)) {
    const article = articleOf(model);
    pages[name] = {
      linked: pasted(article, false),
      pasted: pasted(article, true),
      inline: inline(model, false),
      server: inline(model, true),
    };
    if (contenders) {
      const data = JSON.stringify(model).replaceAll('<', '\\u003c');
      files['/react.js'] ??= await bundled(reactEntry, contenders);
      files['/slotted.js'] ??= await bundled(slottedEntry, root);
      pages[name].react = pasted(
        `<div id="root"></div><script type="application/json">${data}</script><script type="module" src="/react.js"></script>`,
        false,
      );
      pages[name].slotted = pasted(article, false).replace(
        '</head>',
        '<script type="module" src="/slotted.js"></script></head>',
      );
    }
    for (const [variant, page] of Object.entries(pages[name])) files[`/${name}/${variant}`] = page;
  }
  return { files, pages };
}
