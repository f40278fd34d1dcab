import { expect } from '@open-wc/testing';
import { allByRole, byRole, itWhere, read, turn } from '../helpers.js';
import { cannotTell, near, onStage, waiting } from '../near.js';
import {
  comment,
  FakeSource,
  fillIn,
  forgetAll,
  mountThread,
  send,
  sourceOf,
  until,
} from './helpers.js';
import type { CommentThread } from '../../src/comments/comment-thread.js';

const root = comment({ id: 'root' });
const reply = comment({ id: 'reply', parentId: 'root' });
const deep = comment({ id: 'deep', parentId: 'reply' });
const html = (attributes = '') => `<comment-thread ${attributes}></comment-thread>`;
const replies = (thread: Element) => thread.querySelector('#comment-root > ol')!;

/** Browsers that look for words in what is hidden `until-found`. */
const canFind = 'onbeforematch' in document.body;

describe('Replies', () => {
  beforeEach(forgetAll);

  it('are never folded unasked where the browser would not find words in them', async () => {
    const thread = await mountThread(html('replies="folded"'), {
      commentSource: sourceOf(root, reply),
    });
    expect(replies(thread).hasAttribute('hidden')).to.equal(canFind);
  });

  it('fold away and back, and say how many they are', async () => {
    const thread = await mountThread(html(), { commentSource: sourceOf(root, reply, deep) });
    const button = byRole(thread, 'button', 'Hide 2 replies');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    button.click();
    expect(replies(thread).getAttribute('hidden')).to.equal('until-found');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(read(button)).to.equal('Show 2 replies');
    button.click();
    expect(replies(thread).hasAttribute('hidden')).to.be.false;
    expect(read(button)).to.equal('Hide 2 replies');
  });

  itWhere(canFind)(
    'are folded from the first where the page asks for it, and found in the page all the same',
    async () => {
      const thread = await mountThread(html('replies="folded"'), {
        commentSource: sourceOf(root, reply),
      });
      const button = byRole(thread, 'button', 'Show 1 reply');
      expect(replies(thread).getAttribute('hidden')).to.equal('until-found');
      // The browser found a word in it: it tells, and takes the attribute away.
      replies(thread).dispatchEvent(new Event('beforematch', { bubbles: true }));
      expect(replies(thread).hasAttribute('hidden')).to.be.false;
      expect(button.getAttribute('aria-expanded')).to.equal('true');
    },
  );

  it('have no button where there are none', async () => {
    const thread = await mountThread(html(), { commentSource: sourceOf(root) });
    expect(allByRole(thread, 'button', /repl(?:y|ies)$/)).to.be.empty;
  });

  it('are counted with the one that was just posted', async () => {
    const thread = await mountThread(html(), { commentSource: sourceOf(root, reply) });
    byRole(thread.querySelector('#comment-reply')!, 'button', /^Reply to/).click();
    fillIn(thread);
    await send(thread);
    await until(thread, () => allByRole(thread, 'button', 'Hide 2 replies').length);
  });

  it('lose their list and button with the last of them', async () => {
    const source = sourceOf(root, reply);
    const thread = await mountThread(html(), { commentSource: source });
    source.page = () => ({ comments: [root] });
    await thread.reload();
    expect(thread.querySelector('#comment-root > ol, .fold')).to.be.null;
  });
});

describe('The address of a comment', () => {
  beforeEach(forgetAll);
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  const come = (id: string) => history.replaceState(null, '', `#comment-${id}`);
  const marked = (thread: Element) => thread.querySelector('li[aria-current]')?.id;

  it('takes the reader to it, and marks it', async () => {
    come('reply');
    const thread = await mountThread(html(), { commentSource: sourceOf(root, reply) });
    await turn();
    expect(marked(thread)).to.equal('comment-reply');
    expect(document.activeElement?.id).to.equal('comment-reply');
  });

  itWhere(canFind)('unfolds what hides it', async () => {
    come('deep');
    const thread = await mountThread(html('replies="folded"'), {
      commentSource: sourceOf(root, reply, deep),
    });
    await turn();
    expect(marked(thread)).to.equal('comment-deep');
    expect(replies(thread).hasAttribute('hidden')).to.be.false;
    byRole(thread, 'button', 'Hide 2 replies');
  });

  it('loads the pages until it is there, and no further', async () => {
    come('p3');
    const source = new (class extends FakeSource {
      override async load(options: Parameters<FakeSource['load']>[0]) {
        await super.load(options);
        const page = Number(options.cursor ?? 1);
        return { comments: [comment({ id: `p${page}` })], cursor: String(page + 1) };
      }
    })();
    const thread = await mountThread(html(), { commentSource: source });
    await until(thread, () => marked(thread));
    expect(marked(thread)).to.equal('comment-p3');
    expect(source.loads).to.have.length(3);
  });

  it('that leads nowhere leaves the reader where they are', async () => {
    come('gone');
    const thread = await mountThread(html(), { commentSource: sourceOf(root) });
    await turn();
    expect(marked(thread)).to.be.undefined;
  });

  it('is left to the thread that has it', async () => {
    const first = await mountThread(html(), { commentSource: sourceOf(root) });
    const source = new FakeSource(() => ({ comments: [comment({ id: 'q' })], cursor: '2' }));
    const second = await mountThread(html(), { commentSource: source });
    first.querySelector<HTMLAnchorElement>('.comment-permalink')!.click();
    await until(first, () => marked(first));
    expect(marked(second)).to.be.undefined;
    expect(source.loads).to.have.length(1);
  });

  it('is followed within the page, also by ids that need escaping', async () => {
    const odd = comment({ id: 'at://did:plc:x/app.bsky.feed.post/1' });
    const thread = await mountThread(html(), { commentSource: sourceOf(root, odd) });
    const changed = until(thread, () => marked(thread));
    thread.querySelectorAll<HTMLAnchorElement>('.comment-permalink')[1]!.click();
    await changed;
    expect(marked(thread)).to.equal(`comment-${odd.id}`);
  });
});

describe('A thread further down the page', () => {
  beforeEach(forgetAll);
  onStage();

  const lazy = (source: FakeSource) => ({ commentSource: source, loading: 'lazy' });
  const shown = async (source: FakeSource): Promise<CommentThread> => {
    const { mount } = await import('./helpers.js');
    return mount<CommentThread>(html(), lazy(source));
  };

  it('asks nobody before the reader comes near', async () => {
    const source = sourceOf(root);
    const thread = await shown(source);
    await turn();
    expect(source.loads).to.be.empty;
    near();
    await source.asked.promise;
    await until(thread, () => thread.querySelector('#comment-root'));
    expect(waiting()).to.deep.equal([]);
  });

  it('waits no more once it is gone', async () => {
    const source = sourceOf(root);
    const thread = await shown(source);
    thread.remove();
    expect(waiting()).to.deep.equal([]);
    expect(source.loads).to.be.empty;
  });

  it('F29: loads at once where the browser cannot tell', async () => {
    cannotTell();
    const source = sourceOf(root);
    const thread = await shown(source);
    await until(thread, () => thread.querySelector('#comment-root'));
    expect(source.loads).to.have.length(1);
  });
});
