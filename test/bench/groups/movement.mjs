// How far any block moves when the tags come, by its box with the script blocked and with the script at work.
import { fileURLToPath } from 'node:url';
import { articlePages } from '../articles.mjs';
import { awake, boxes, farthest, numbered, pictures } from '../../boxes.mjs';
import { everyBlockPage } from '../../every-block.mjs';
import { serve } from '../../serve.mjs';
import { withBrowser } from '../browser.mjs';
import { marks } from '../marks.mjs';

const WIDTHS = [320, 768, 1280];
const root = fileURLToPath(new URL('../../..', import.meta.url));

export async function run({ measured }) {
  const { files, pages } = await articlePages();
  const served = { '/prague': pages.prague.pasted, '/long': pages.long.pasted };
  for (const [path, page] of Object.entries(served)) files[path] = numbered(page);
  const project = await serve(root, { '/every-block': everyBlockPage() });
  try {
    await withBrowser(files, async (browser, url) => {
      const tell = async (name, address) =>
        measured(`movement of any block on upgrade, ${name}`, [await movement(browser, address)], {
          mark: marks.movement,
          unit: 'px',
        });
      await tell('Prague', `${url}/prague`);
      await tell('200 blocks', `${url}/long`);
      await tell('every kind of block', `${project.url}/every-block`);
    });
  } finally {
    await project.close();
  }
}

async function movement(browser, url) {
  let most = 0;
  for (const width of WIDTHS) {
    const [then, now] = [await look(browser, url, width, false), await look(browser, url, width)];
    most = Math.max(most, farthest(then, now));
  }
  return most;
}

async function look(browser, url, width, script = true) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  try {
    const tab = await context.newPage();
    await tab.emulateMedia({ reducedMotion: 'reduce' });
    if (!script) await tab.route('**/*.js', (route) => route.abort());
    await tab.goto(url);
    await (script ? awake(tab) : pictures(tab));
    const isDefined = await tab.evaluate(() => Boolean(customElements.get('news-article')));
    if (isDefined !== script)
      throw new Error(`${url}: the script was not ${script ? 'run' : 'kept out'}.`);
    return await boxes(tab);
  } finally {
    await context.close();
  }
}
