// What Lighthouse says of the Prague page on its phone, with a comment and a form: pasted, and as the server
// writes it. The site around it does what a good site does: packed text, caching, an icon, robots.txt.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../../chromium.mjs';
import { serveFromMemory } from '../browser.mjs';
import { contenders } from '../contenders.mjs';
import { marks } from '../marks.mjs';
import { sitePages } from '../site.mjs';

const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'best practices',
  seo: 'SEO',
};

export async function run({ rounds, measured, used }) {
  const found = await contenders({ lighthouse: '12' });
  if (!found) return;
  used('lighthouse', found.versions.lighthouse);
  const entry = join(found.folder, 'node_modules/lighthouse/core/index.js');
  const { default: lighthouse } = await import(pathToFileURL(entry));
  const server = await serveFromMemory(await sitePages(), { 'cache-control': 'max-age=31536000' });
  const browser = await puppeteer.launch(await findChromium());
  const port = Number(new URL(browser.wsEndpoint()).port);
  try {
    for (const page of ['pasted', 'server']) {
      const reports = [];
      for (let round = 0; round < Math.min(rounds, 3); round++)
        reports.push(await report(lighthouse, `${server.url}/${page}`, port));
      tell(measured, page, reports);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function report(lighthouse, url, port) {
  const { lhr } = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: Object.keys(CATEGORIES),
  });
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  return lhr;
}

function tell(measured, page, reports) {
  for (const [id, words] of Object.entries(CATEGORIES))
    measured(
      `Lighthouse, mobile, ${page}: ${words}`,
      reports.map(({ categories }) => Math.round(categories[id].score * 100)),
      { mark: marks.lighthouse, atLeast: true },
    );
  for (const title of new Set(reports.flatMap(shortcomings))) console.error(`${page}: ${title}`);
}

/** What a category takes points off for, so that one knows where to look. */
const shortcomings = ({ categories, audits }) =>
  Object.keys(CATEGORIES)
    .filter((category) => categories[category].score < 1)
    .flatMap((category) =>
      categories[category].auditRefs
        .filter(({ id, weight }) => weight && (audits[id].score ?? 1) < 1)
        .map(({ id }) => `${category}, ${id}: ${audits[id].displayValue ?? audits[id].title}`),
    );
