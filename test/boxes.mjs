// What moved: the box of every element that stood in a page, by its number. The browser's own layout-shift
// score is no judge of that; it reads 0 when slotted content jumps.

/** Gives every element of the body its number, by which it is found again. */
export function numbered(page) {
  const [head, body] = page.split('<body>');
  let index = 0;
  return `${head}<body>${body.replace(/<[a-z][\w-]*/g, (start) => `${start} data-n="${index++}"`)}`;
}

/** Waits until every picture is there, also those that wait for the reader. */
export async function pictures(tab) {
  await tab.evaluate(() => {
    for (const image of document.images) image.loading = 'eager';
  });
  await tab.waitForFunction(() => [...document.images].every(({ complete }) => complete));
}

/** Goes through the whole page, so that everything loads, and waits until all is at work. */
export async function awake(tab) {
  await tab.evaluate(async () => {
    const step = innerHeight / 2;
    for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
  });
  await tab.waitForFunction(() =>
    [...document.querySelectorAll(':defined')].every(
      (element) => !element.script || element.matches(':state(ready)'),
    ),
  );
  await pictures(tab);
}

/** Name and box (left, top, width, height) of all that stood there before the script. */
export const boxes = (tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('[data-n]')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return {
        name: `${element.dataset.n} ${element.localName}.${element.className}`,
        box: [x, y, width, height].map((n) => Math.round(n * 100) / 100),
      };
    }),
  );

/** How far any edge moved or grew, in pixels; what is there only once has gone as far as there is. */
export function farthest(then, now) {
  const places = new Map(then.map(({ name, box }) => [name.split(' ')[0], box]));
  if (now.length !== then.length) return Infinity;
  let most = 0;
  for (const { name, box } of now) {
    const old = places.get(name.split(' ')[0]);
    if (!old) return Infinity;
    most = Math.max(most, ...box.map((value, side) => Math.abs(value - old[side])));
  }
  return most;
}
