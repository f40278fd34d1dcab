import { expect, fixture } from '@open-wc/testing';
import { ThreadList } from '../../src/comments/thread-list.js';
import { commentTree, type Comment } from '../../src/content/comment.js';
import { fromElsewhere, fromWriter } from '../../src/kit/html.js';
import type { CommentPage } from '../../src/sources/comment-source.js';
import { allByRole, byRole, read, turn } from '../helpers.js';
import {
  comment,
  defer,
  FakeSource,
  forgetAll,
  mountThread,
  sourceOf,
  statuses,
  until,
} from './helpers.js';

const empty = '<comment-thread></comment-thread>';
const at = (day: number, text: string, over: Partial<Comment> = {}): Comment =>
  comment({
    id: text,
    publishedAt: `2025-11-${String(day).padStart(2, '0')}T12:00:00Z`,
    body: { text },
    ...over,
  });

/** Of so many minutes after noon. */
const minute = (index: number): Comment =>
  comment({
    id: `b${index}`,
    publishedAt: new Date(Date.UTC(2025, 10, 1, 12, index)).toISOString(),
    body: { text: `b${index}` },
  });

/** A list that writes so many comments in one go at the most. */
async function aList(most?: number) {
  const host = await fixture<HTMLElement>('<div></div>');
  const options = () => ({ formatDate: () => '', say: (key: string) => key, can: {} });
  const tools = { fromWriter, fromElsewhere, leaving: () => {}, options };
  return { host, list: new ThreadList(host, tools, most) };
}

/** What stands in the list, in reading order. */
const words = (thread: Element) =>
  [...thread.querySelectorAll('li .body')].map((body) => read(body));

const sorts = (thread: Element) =>
  [...byRole<HTMLSelectElement>(thread, 'combobox', 'Sort by').options].map(read);

function choose(thread: Element, sort: string): void {
  const select = byRole<HTMLSelectElement>(thread, 'combobox', 'Sort by');
  select.value = sort;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('The order of a thread', () => {
  beforeEach(forgetAll);

  const a = at(1, 'a', { counts: { likes: 1 } });
  const b = at(3, 'b', { counts: { likes: 9 } });
  const c = at(2, 'c');
  const reply1 = at(4, 'b1', { parentId: 'b' });
  const reply2 = at(5, 'b2', { parentId: 'b' });

  it('is that of time, until the reader wants another; answers stay in order of time', async () => {
    const thread = await mountThread(empty, { commentSource: sourceOf(b, reply2, a, c, reply1) });
    expect(words(thread)).to.deep.equal(['a', 'c', 'b', 'b1', 'b2']);
    expect(sorts(thread)).to.deep.equal(['Oldest first', 'Newest first', 'Most liked first']);
    choose(thread, 'newest');
    await turn();
    expect(words(thread)).to.deep.equal(['b', 'b1', 'b2', 'c', 'a']);
    choose(thread, 'liked');
    await turn();
    expect(words(thread)).to.deep.equal(['b', 'b1', 'b2', 'a', 'c']);
  });

  it('keeps what the site pinned at the top', async () => {
    const pinned = at(9, 'pinned', { isPinned: true });
    const thread = await mountThread(empty, { commentSource: sourceOf(a, pinned, c) });
    expect(words(thread)).to.deep.equal(['pinned', 'a', 'c']);
    expect(read(thread.querySelector('#comment-pinned'))).to.contain('Pinned');
  });

  it('is remembered on the next page', async () => {
    const first = await mountThread(empty, { commentSource: sourceOf(a, b, c) });
    choose(first, 'newest');
    await turn();
    const second = await mountThread(empty, { commentSource: sourceOf(a, b, c) });
    expect(words(second)).to.deep.equal(['b', 'c', 'a']);
    expect(byRole<HTMLSelectElement>(second, 'combobox', 'Sort by').value).to.equal('newest');
  });

  it('begins as the page asks', async () => {
    const thread = await mountThread('<comment-thread sort="newest"></comment-thread>', {
      commentSource: sourceOf(a, b),
    });
    expect(words(thread)).to.deep.equal(['b', 'a']);
  });

  it('offers no order to one comment, nor likes that nobody counts', async () => {
    const one = await mountThread(empty, { commentSource: sourceOf(a) });
    expect(allByRole(one, 'combobox').length).to.equal(0);
    const two = await mountThread(empty, { commentSource: sourceOf(c, at(4, 'd')) });
    expect(sorts(two)).to.deep.equal(['Oldest first', 'Newest first']);
  });

  it('asks a source that can sort for its pages in that order', async () => {
    const source = new FakeSource(() => ({ comments: [a, b], cursor: '2' }));
    source.can = ['sort'];
    const thread = await mountThread(empty, { commentSource: source });
    const reloaded = until(thread, () => words(thread)[0] === 'b');
    choose(thread, 'newest');
    await reloaded;
    expect(source.loads.map(({ sort }) => sort)).to.deep.equal(['oldest', 'newest']);
  });

  it('keeps the focus in the choice, and an item its place', async () => {
    const thread = await mountThread(empty, { commentSource: sourceOf(a, b) });
    const item = thread.querySelector('#comment-a');
    const select = byRole(thread, 'combobox', 'Sort by');
    select.focus();
    choose(thread, 'newest');
    await turn();
    expect(thread.querySelector('#comment-a') === item).to.be.true;
    expect(document.activeElement?.className).to.equal('sort');
  });
});

describe('A thread in pages', () => {
  beforeEach(forgetAll);

  const pages: Record<string, CommentPage> = {
    '': { comments: [at(1, 'a'), at(2, 'b')], total: 5, cursor: '2' },
    '2': { comments: [at(3, 'c'), at(4, 'a1', { parentId: 'a' })], total: 5, cursor: '3' },
    '3': { comments: [at(5, 'd')], total: 5 },
  };
  class Paged extends FakeSource {
    override async load(options: Parameters<FakeSource['load']>[0]): Promise<CommentPage> {
      await super.load(options);
      return pages[options.cursor ?? '']!;
    }
  }
  const more = (thread: Element) => byRole(thread, 'button', 'Load more comments');

  it('loads more when it is asked, and sets answers under what they answer', async () => {
    const thread = await mountThread(empty, { commentSource: new Paged() });
    expect(words(thread)).to.deep.equal(['a', 'b']);
    byRole(thread, 'heading', '5 comments');
    more(thread).click();
    await until(thread, () => statuses(thread) === '2 more comments');
    expect(words(thread)).to.deep.equal(['a', 'a1', 'b', 'c']);
    expect(document.activeElement?.id, 'the reader goes on at the first new one').to.equal(
      'comment-c',
    );
    more(thread).click();
    await until(thread, () => words(thread).includes('d'));
    expect(words(thread)).to.deep.equal(['a', 'a1', 'b', 'c', 'd']);
    expect(allByRole(thread, 'button', 'Load more comments')).to.have.length(0);
  });

  it('says that more did not come, and tries again', async () => {
    let fails = true;
    const source = new (class extends Paged {
      override async load(options: Parameters<FakeSource['load']>[0]): Promise<CommentPage> {
        if (options.cursor && fails) throw new TypeError('No way.');
        return super.load(options);
      }
    })();
    const thread = await mountThread(empty, { commentSource: source });
    more(thread).click();
    await until(thread, () => statuses(thread).includes('did not work'));
    expect(words(thread)).to.deep.equal(['a', 'b']);
    fails = false;
    more(thread).click();
    await until(thread, () => words(thread).includes('c'));
  });

  it('asks once, however often the button is pressed', async () => {
    const gate = defer<undefined>();
    const source = new (class extends Paged {
      override async load(options: Parameters<FakeSource['load']>[0]): Promise<CommentPage> {
        if (options.cursor) await gate.promise;
        return super.load(options);
      }
    })();
    const thread = await mountThread(empty, { commentSource: source });
    more(thread).click();
    more(thread).click();
    expect(more(thread).getAttribute('aria-disabled')).to.equal('true');
    gate.resolve(undefined);
    await until(thread, () => words(thread).includes('c'));
    expect(source.loads).to.have.length(2);
  });

  it('writes a long thread in portions that add up', async () => {
    const list = Array.from({ length: 120 }, (_, index) =>
      comment({ id: `n${index}`, parentId: index % 3 ? `n${index - 1}` : null }),
    );
    const thread = await mountThread(empty, { commentSource: sourceOf(...list) });
    const ids = [...thread.querySelectorAll('li')].map(({ id }) => id.slice(8));
    expect(ids).to.deep.equal(list.map(({ id }) => id));
  });

  it('stands in lists of at most fifty, in whatever order, and keeps every item', async () => {
    const many = Array.from({ length: 230 }, (_, index) => minute(index));
    const source = sourceOf(...many);
    const thread = await mountThread(empty, { commentSource: source });
    const lists = () =>
      [...thread.querySelectorAll(':scope > ol')].map((one) => one.children.length);
    const ids = () => [...thread.querySelectorAll('li')].map(({ id }) => id.slice(8));
    const wanted = many.map(({ id }) => id);
    expect(lists()).to.deep.equal([50, 50, 50, 50, 30]);
    expect(ids()).to.deep.equal(wanted);

    const seventh = thread.querySelector('#comment-b7');
    choose(thread, 'newest');
    await until(thread, () => ids()[0] === 'b229' && ids().at(-1) === 'b0');
    expect(ids()).to.deep.equal([...wanted].reverse());
    expect(Math.max(...lists())).to.be.at.most(50);
    expect(Math.min(...lists())).to.be.at.least(1);
    expect(thread.querySelector('#comment-b7')).to.equal(seventh);

    source.page = () => ({
      comments: [...many.filter((_, index) => index % 3), ...[300, 301, 302].map((n) => minute(n))],
    });
    await thread.reload();
    expect(ids().slice(0, 4)).to.deep.equal(['b302', 'b301', 'b300', 'b229']);
    expect(ids()).to.have.length(156);
    expect(Math.max(...lists())).to.be.at.most(50);

    source.page = () => ({ comments: [] });
    await thread.reload();
    expect(lists()).to.deep.equal([]);
  });

  it('goes between comments that stand there already, in lists that stay small', async () => {
    const even = Array.from({ length: 120 }, (_, index) => minute(index * 2));
    const odd = Array.from({ length: 120 }, (_, index) => minute(index * 2 + 1));
    const source = sourceOf(...even);
    const thread = await mountThread(empty, { commentSource: source });
    source.page = () => ({ comments: [...even, ...odd] });
    await thread.reload();
    const ids = [...thread.querySelectorAll('li')].map(({ id }) => id);
    expect(ids).to.deep.equal(Array.from({ length: 240 }, (_, index) => `comment-b${index}`));
    const lists = [...thread.querySelectorAll(':scope > ol')].map((one) => one.children.length);
    expect(Math.max(...lists)).to.be.at.most(50);
    expect(lists.length).to.be.at.most(10);
  });

  it('parts even the answers to one comment into portions', async () => {
    const { host, list } = await aList(4);
    const comments = Array.from({ length: 30 }, (_, index) =>
      comment({ id: `m${index}`, parentId: index ? (index < 20 ? 'm0' : `m${index - 1}`) : null }),
    );
    expect(await list.show(commentTree(comments))).to.be.true;
    const ids = [...host.querySelectorAll('li')].map(({ id }) => id.slice(8));
    expect(ids.sort()).to.deep.equal(comments.map(({ id }) => id).sort());
    expect(host.querySelectorAll('#comment-m0 > ol > li')).to.have.length(19);
    expect(host.querySelectorAll('.fold')).to.have.length(1);
  });

  for (const [kind, body, first] of [
    ['text', { text: 'Words.' }, 25],
    ['HTML', { html: '<p>Words.</p>' }, 4],
    ['Markdown', { markdown: 'Words.' }, 4],
  ] as const) {
    it(`shows the first comments of ${kind} before it writes the rest`, async () => {
      const { host, list } = await aList();
      const comments = Array.from({ length: 60 }, (_, index) => comment({ id: `k${index}`, body }));
      await list.prepare(comments);
      const shown = list.show(commentTree(comments));
      expect(host.querySelectorAll('li')).to.have.length(first);
      expect(await shown).to.be.true;
      expect(words(host)).to.deep.equal(comments.map(() => 'Words.'));
    });
  }

  it('drops what was being written when other comments come', async () => {
    const list = Array.from({ length: 60 }, (_, index) => comment({ id: `o${index}` }));
    const source = sourceOf(...list);
    const thread = await mountThread(empty, { commentSource: source });
    source.page = () => ({ comments: [at(1, 'z')] });
    const first = thread.reload();
    source.page = () => ({ comments: [at(1, 'y')] });
    await Promise.all([first, thread.reload()]);
    expect(words(thread)).to.deep.equal(['y']);
  });
});
