// The same articles as others build them: by React and by Preact from data, and in Lit elements that wrap their
// text in a slot. Bundled on the spot from what npm has.
import { build } from 'esbuild';
import { root } from '../../.config/run.mjs';
import { pasted } from './articles.mjs';
import { contenders } from './contenders.mjs';

const LIBRARIES = {
  react: `import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
const show = (story, root) => createRoot(root).render(story);`,
  preact: `import { h, render } from 'preact';
const show = render;`,
};

const story = `
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
show(h(Story), document.querySelector('#root'));`;

const slottedEntry = `
import { LitElement, html, css } from 'lit';
for (const name of ['news-article', 'article-header', 'article-byline', 'article-time', 'article-figure'])
  customElements.define(name, class extends LitElement {
    static styles = css\`:host { display: block }\`;
    render() { return html\`<slot></slot>\`; }
  });`;

async function bundled(contents, resolveDir) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0].text;
}

/** Everybody whom npm could give; the slotted elements need only what we need. */
export async function otherPages() {
  const found = await contenders({ react: '19', 'react-dom': '19', preact: '10' });
  const names = found ? Object.keys(LIBRARIES) : [];
  const files = { '/slotted.js': await bundled(slottedEntry, root) };
  for (const name of names)
    files[`/${name}.js`] = await bundled(LIBRARIES[name] + story, found.folder);
  return {
    names: [...names, 'slotted'],
    versions: found?.versions ?? {},
    files,
    pagesOf(article, model) {
      const data = JSON.stringify(model).replaceAll('<', '\\u003c');
      const empty = `<div id="root"></div><script type="application/json">${data}</script>`;
      const pages = names.map((name) => [name, pasted(empty, `/${name}.js`)]);
      return { ...Object.fromEntries(pages), slotted: pasted(article, '/slotted.js') };
    },
  };
}
