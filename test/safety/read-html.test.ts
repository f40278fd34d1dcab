import { expect } from '@open-wc/testing';
import { corpus, type Vector } from './corpus.js';
import { faultsIn, parsers, sanitize } from './safe.js';

let runs = 0;
Object.assign(globalThis, { xss: () => runs++ });

/** A picture that is none: its handlers are told, and no network is asked for it. */
const BROKEN = 'data:image/png,x';
let shown = 0;

/** Puts HTML into the page in the way in which scripts run, and waits until its pictures have failed. */
async function live(html: string): Promise<void> {
  const place = document.createElement('div');
  document.body.append(place);
  place.append(
    document
      .createRange()
      .createContextualFragment(html.replace(/ (src|srcset|poster)="[^"]*"/g, ` $1="${BROKEN}"`)),
  );
  // One that comes last is told last; in Firefox it may be told from memory, so there is another.
  for (const address of [BROKEN, `${BROKEN}${shown++}`])
    await new Promise((resolve) => {
      const last = new Image();
      last.addEventListener('error', resolve);
      last.src = address;
    });
  place.remove();
}

const families = [...new Set(corpus.map(({ family }) => family))];
const named = (vectors: readonly Vector[], wrong: (html: string) => unknown): string[] =>
  vectors.flatMap(({ html }) => {
    const found = wrong(html);
    return found ? [`${html.slice(0, 200)} → ${JSON.stringify(found)}`] : [];
  });

describe('T1, T2, T7, T8: hostile HTML, read and written', () => {
  it('comes from at least 250 vectors, each another', () => {
    expect(new Set(corpus.map(({ html }) => html)).size).to.equal(corpus.length);
    expect(corpus.length).to.be.at.least(250);
  });

  it('would run if it were not read', async () => {
    await live('<img src="/missing.png" onerror="xss()"><script>xss()</script>');
    expect(runs).to.equal(2);
    runs = 0;
    expect(faultsIn('<p onclick=x id=y><a href=" javascript:x">z</a><svg></svg>')).to.have.length(
      4,
    );
  });

  for (const [how, parse] of Object.entries(parsers)) {
    describe(how, () => {
      for (const family of families) {
        const vectors = corpus.filter((vector) => vector.family === family);
        it(`has no fault left by ${vectors.length} of ${family}`, async () => {
          expect(
            named(vectors, (html) => {
              const faults = faultsIn(sanitize(html, parse));
              return faults.length && faults;
            }),
          ).to.deep.equal([]);
          await live(vectors.map(({ html }) => sanitize(html, parse)).join(''));
          expect(runs).to.equal(0);
        });

        it(`says the same when it is read again: ${family} (T7)`, () => {
          expect(
            named(vectors, (html) => {
              const once = sanitize(html, parse);
              const twice = sanitize(once, parse);
              return once !== twice && [once.slice(0, 300), twice.slice(0, 300)];
            }),
          ).to.deep.equal([]);
        });
      }
    });
  }
});
