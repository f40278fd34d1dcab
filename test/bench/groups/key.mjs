// From a key to the frame after it, in the reply form under 10,000 comments.
import { profiles, withBrowser } from '../browser.mjs';
import { marks } from '../marks.mjs';
import { of, race } from '../race.mjs';
import { threadPages, typeUnder } from '../threads.mjs';

export async function run({ rounds, judged }) {
  await withBrowser(await threadPages([10000]), async (browser, url) => {
    for (const name of ['1x', '4x']) {
      const found = await race(
        ['static-cv', 'ours'],
        (variant) => typeUnder(browser, `${url}/10000/${variant}`, profiles[name]),
        // Each load is a dozen keys.
        Math.min(rounds, 4),
        { isWarm: true },
      );
      judged(
        `key to frame under 10,000 comments, ${name}`,
        'static with content-visibility',
        of(found.ours, 'key'),
        of(found['static-cv'], 'key'),
        { mark: marks.key[name] },
      );
    }
  });
}
