// Every story of the built Storybook: no complaint, no request outside, nothing axe objects to.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { must, newest, root } from '../../.config/run.mjs';
import { serve } from '../serve.mjs';
import { launch, watchedPage } from './pages.mjs';

const FOLDER = 'storybook-static';
const AT_LEAST = 30;
const PAGES = 3; // that are open at a time

/** Rules for whole pages: a story is a part of one. */
const NOT_OF_PARTS = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** How a story ends, in Storybook's words. */
const ENDS = ['finished', 'errored', 'aborted'];

/** The tag of stories of bad input, and what the console is told there; elsewhere it is a fault. */
const WARNS = 'warns';
const WARNING = 'console warning: broadsheet-elements: ';

const SOURCES = ['src', 'stories', '.storybook', 'package-lock.json'];
const isGenerated = (file) => /styles[\\/]sheet\.ts$/.test(file);
if ((await newest([`${FOLDER}/index.json`])) < (await newest(SOURCES, isGenerated))) {
  await must('npm', ['run', '--silent', 'storybook:build']);
}
const { entries } = JSON.parse(await readFile(join(root, FOLDER, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const axe = await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

describe('Storybook', { concurrency: PAGES }, () => {
  let server;
  let browser;
  before(async () => {
    server = await serve(join(root, FOLDER));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it(`has at least ${AT_LEAST} stories and opens on the Prague article`, async () => {
    assert.ok(stories.length >= AT_LEAST, `there are ${stories.length}`);
    const { page, problems } = await watchedPage(browser, server.url);
    await page.goto(`${server.url}/`);
    await page.frameLocator('#storybook-preview-iframe').locator('news-article').first().waitFor();
    assert.match(page.url(), /\/story\/the-prague-article--/);
    // What Storybook's own frame has to say to those who extend it is not our affair.
    const ours = problems.filter((problem) => !/^console warning: .*\/sb-manager\//.test(problem));
    assert.deepEqual(ours, []);
    await page.close();
  });

  for (const { id, title, name, tags } of stories) {
    it(`${title}: ${name}`, async () => {
      const { page, problems } = await watchedPage(browser, server.url);
      try {
        // The accessibility panel would run axe at the same time.
        await page.goto(
          `${server.url}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`,
        );
        const phase = await page
          .waitForFunction((ends) => {
            const now = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase;
            return ends.includes(now) && now;
          }, ENDS)
          .then((handle) => handle.jsonValue());
        assert.equal(phase, 'finished', await page.locator('#error-message').innerText());
        await page.locator('#storybook-root > *').first().waitFor({ state: 'attached' });
        await page.evaluate(() => document.fonts.ready.then(() => true));
        await page.waitForLoadState('networkidle');
        if (tags.includes(WARNS)) {
          const told = problems.splice(0);
          assert.ok(told.length, 'the console was told nothing');
          problems.push(...told.filter((problem) => !problem.startsWith(WARNING)));
        }
        await page.evaluate(axe);
        const violations = await page.evaluate(async (disabled) => {
          const rules = Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }]));
          const found = await globalThis.axe.run('#storybook-root', {
            rules,
            resultTypes: ['violations'],
          });
          return found.violations.flatMap(({ id: rule, help, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${rule}: ${help}\n${html}\n${failureSummary}`),
          );
        }, NOT_OF_PARTS);
        assert.deepEqual([...problems, ...violations], []);
      } finally {
        await page.close();
      }
    });
  }
});
