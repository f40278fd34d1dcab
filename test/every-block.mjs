// The whole vocabulary in one page, as the server writes it; each element carries its number, so that its
// box can be compared with the script and without.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArticle } from '../dist/content/article.js';
import { renderPage } from '../dist/server.js';
import { numbered } from './boxes.mjs';

const assets = '/stories/assets/';
const file = fileURLToPath(new URL(`..${assets}every-block.json`, import.meta.url));
/** The page stands elsewhere than its pictures. */
const json = await readFile(file, 'utf8');
const data = JSON.parse(json.replace(/"((?:prague|portrait|2025)-[^"]+\.\w+)"/g, `"${assets}$1"`));

/** The story, and what could not be read of it. */
export const everyBlock = parseArticle(data);

/** The page, with what belongs to a page and not to a story, on a server of the project's folder. */
export const everyBlockPage = (over = {}) =>
  numbered(
    renderPage(
      { ...everyBlock.article, ...over },
      {
        timeZone: 'Europe/Prague',
        contents: true,
        readingTime: true,
        stylesheet: '/dist/broadsheet.css',
        script: '/dist/broadsheet.js',
        after: '<article-tools></article-tools><reading-progress></reading-progress>',
      },
    ),
  );
