// Comments whose bodies are a stranger's HTML: the tag reads and writes each anew before it shows it, which
// static HTML need not. Nothing was promised for it; it is told so that nobody is surprised.
import { profiles, withBrowser } from '../browser.mjs';
import { of, race } from '../race.mjs';
import { loadThread, threadPages, variants } from '../threads.mjs';

export async function run({ rounds, judged }) {
  const found = await withBrowser(await threadPages([1000], 'html'), (browser, url) =>
    race(
      variants,
      (variant) => loadThread(browser, `${url}/1000/${variant}`, profiles['4x']),
      Math.min(rounds, 3),
    ),
  );
  const title = '1,000 comments of HTML, 4x';
  for (const [metric, words] of [
    ['done', 'all done'],
    ['first', 'first comment'],
  ])
    judged(`${title}: ${words}`, 'static', of(found.ours, metric), of(found.static, metric));
  judged(
    `${title}: static with content-visibility`,
    'static',
    of(found['static-cv'], 'done'),
    of(found.static, 'done'),
  );
}
