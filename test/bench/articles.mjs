// The pages that are compared: the Prague article and one of 200 blocks, as plain HTML, with the two
// pasted lines, as the server writes them, and as others build them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../.config/run.mjs';
import { renderPage } from '../../dist/server.js';
import { prague } from '../prague.mjs';
import { ownFiles } from './own-files.mjs';

export const PICTURE = '2025-11-08T044506.778Z.png';
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
export const pasted = (article, script = '/broadsheet.js') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Story</title><link rel="stylesheet" href="/broadsheet.css">${script ? `<script type="module" src="${script}"></script>` : ''}
</head><body>${article}</body></html>`;

export const articleOf = (model) =>
  /<news-article[\s\S]*<\/news-article>/.exec(renderPage(model, { script: false }))[0];

const inline = (model, script) =>
  renderPage(model, { inlineStyles: true, script: script ? '/broadsheet.js' : false });

/** The picture that leads the story, and smaller ones. */
export const pictureFiles = async () => ({
  [`/${PICTURE}`]: await readFile(join(root, 'stories/assets', PICTURE)),
  '/small.webp': await readFile(join(root, 'stories/assets/prague-480.webp')),
  '/medium.webp': await readFile(join(root, 'stories/assets/prague-960.webp')),
});

/** All files of the bench of articles, and which page is whose. */
export async function articlePages(others = noOthers) {
  const files = {
    ...(await ownFiles()),
    ...(await pictureFiles()),
    ...others.files,
  };
  const pages = {};
  for (const [name, model] of Object.entries(models)) {
    const article = articleOf(model);
    pages[name] = {
      linked: pasted(article, false),
      pasted: pasted(article),
      inline: inline(model, false),
      server: inline(model, true),
      ...others.pagesOf(article, model),
    };
    for (const [variant, page] of Object.entries(pages[name])) files[`/${name}/${variant}`] = page;
  }
  return { files, pages };
}

const noOthers = { files: {}, pagesOf: () => ({}) };
