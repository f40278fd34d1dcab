import { expect } from '@open-wc/testing';
import type { LivePage } from '../../src/content/live-page.js';
import { compare, keyOf, type Known } from '../../src/live/live-merge.js';
import { pauseAfter } from '../../src/live/live-poll.js';

type Update = LivePage['updates'][number];

const hour = (number: number) => `2024-05-31T${String(number).padStart(2, '0')}:00:00Z`;
const update = (number: number, more: Partial<Update> = {}): Update => ({
  ...{ type: 'live-update', id: `u${number}`, published: hour(number), authors: [], children: [] },
  ...more,
});
const known = (number: number, more: Partial<Known> = {}): Known => ({
  ...{ key: `u${number}`, at: Date.parse(hour(number)), changed: Date.parse(hour(number)) },
  ...{ pinned: false, isKey: false },
  ...more,
});
const ids = (updates: readonly Update[]) => updates.map(({ id }) => id);

describe('What a source answers, beside what stands in the page', () => {
  it('is new where it is later, and earlier where it is older than everything', () => {
    const { fresh, earlier, changed, gone } = compare(
      [known(10), known(8)],
      [12, 11, 10, 9, 8, 7].map((number) => update(number)),
    );
    expect(ids(fresh)).to.deep.equal(['u12', 'u11', 'u9']);
    expect(ids(earlier)).to.deep.equal(['u7']);
    expect(changed).to.deep.equal([]);
    expect(gone).to.deep.equal([]);
  });

  it('is changed where it was updated since, pinned or marked, and not where only its words differ', () => {
    const said = [
      update(10, { updated: hour(11) }),
      update(9, { pinned: true }),
      update(8, { key: true }),
      update(7, { headline: ['Another headline'] }),
      update(6, { updated: hour(5) }),
    ];
    const { changed } = compare(
      [10, 9, 8, 7, 6].map((number) => known(number)),
      said,
    );
    expect(ids(changed)).to.deep.equal(['u10', 'u9', 'u8']);
  });

  it('is gone only from between the first and the last of the answer, which may be a page of many', () => {
    const page = [10, 8, 6].map((number) => update(number));
    const all = [12, 10, 9, 8, 7, 6, 4].map((number) => known(number));
    expect(compare(all, page).gone).to.deep.equal(['u9', 'u7']);
    expect(compare(all, []).gone).to.deep.equal([]);
  });

  it('is known by its time and headline where it has no id', () => {
    const bare = update(10, { id: undefined, headline: ['What  happened'] });
    expect(keyOf(bare)).to.equal(`${hour(10)}|What happened`);
    expect(compare([known(10, { key: keyOf(bare) })], [bare]).fresh).to.deep.equal([]);
  });

  it('is new where nobody says when it was', () => {
    const { fresh } = compare([known(10)], [update(1, { published: undefined })]);
    expect(ids(fresh)).to.deep.equal(['u1']);
  });
});

describe('How long a live blog waits before it asks again', () => {
  const wait = (parts: Partial<Parameters<typeof pauseAfter>[0]>) =>
    pauseAfter({ seconds: 60, failures: 0, random: 0.5, ...parts }) / 1000;

  it('is what the page says, and never under ten seconds', () => {
    expect(wait({})).to.equal(60);
    expect(wait({ seconds: 1 })).to.equal(10);
    expect(wait({ seconds: 3600 })).to.equal(3600);
  });

  it('doubles with each failure, up to ten minutes', () => {
    expect([1, 2, 3, 4, 40].map((failures) => wait({ failures }))).to.deep.equal([
      120, 240, 480, 600, 600,
    ]);
  });

  it('is a little different for everybody', () => {
    expect(wait({ random: 0 })).to.equal(54);
    expect(wait({ random: 1 })).to.be.closeTo(66, 0.001);
  });

  it('is at least what the server asks for, within an hour', () => {
    expect(wait({ failures: 1, retryAfter: 300_000 })).to.equal(300);
    expect(wait({ failures: 1, retryAfter: 1_000 })).to.equal(120);
    expect(wait({ failures: 1, retryAfter: 1e12 })).to.equal(3600);
  });
});
