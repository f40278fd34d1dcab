// The script of the Prague page: what a reader waits for until the tags are at work, and all of it, idle moments
// included; beside React, which has to make the page first. Read from the browser's trace, in loads of its own.
import { articlePages } from '../articles.mjs';
import { profiles, withBrowser } from '../browser.mjs';
import { marks } from '../marks.mjs';
import { otherPages } from '../others.mjs';
import { of, race } from '../race.mjs';
import { scriptTime } from '../script-time.mjs';

/** Sets the mark once the tags that the page has are upgraded, or once another has written the story. */
function isDone(name) {
  const done = () => performance.mark(name);
  void globalThis.whenUpgraded(done);
  const observer = new MutationObserver(() => {
    if (!document.querySelector('#root > *')) return;
    observer.disconnect();
    done();
  });
  observer.observe(document, { childList: true, subtree: true });
}

export async function run({ rounds, judged }) {
  const others = await otherPages();
  if (!others.names.includes('react')) return;
  const { files } = await articlePages(others);
  const found = await withBrowser(files, (browser, url) =>
    race(
      ['pasted', 'react', 'slotted'],
      (variant) => scriptTime(browser, `${url}/prague/${variant}`, profiles['4x'], { isDone }),
      rounds,
    ),
  );
  const { pasted, slotted, react } = found;
  judged(
    'Prague, 4x, pasted: script until upgraded',
    'react',
    of(pasted, 'done'),
    of(react, 'done'),
    {
      mark: marks.react.script,
    },
  );
  judged('Prague, 4x, pasted: script in all', 'react', of(pasted, 'all'), of(react, 'all'));
  judged('Prague, 4x, slotted: script in all', 'react', of(slotted, 'all'), of(react, 'all'));
}
