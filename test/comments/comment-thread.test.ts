import { expect } from '@open-wc/testing';
import type { CommentsErrorEvent, CommentsLoadEvent } from '../../src/comments/comment-events.js';
import { CommentThread } from '../../src/comments/comment-thread.js';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import { SourceError, type CommentPage } from '../../src/sources/comment-source.js';
import { badUrls, linkProtocols } from '../bad-urls.js';
import { allByRole, byRole, FakeClock, read, turn, withStyles } from '../helpers.js';
import {
  alerts,
  box,
  comment,
  defer,
  FakeSource,
  fillIn,
  forgetAll,
  mount,
  mountThread,
  next,
  nativePosts,
  post,
  send,
  sourceOf,
  statuses,
  until,
} from './helpers.js';
import { wordpressForm, wordpressList } from './wordpress.js';

const empty = '<comment-thread></comment-thread>';

/** Every comment that stands in a thread, with its depth, in reading order. */
const outline = (thread: Element) =>
  [...thread.querySelectorAll('li')].map((item) => {
    let depth = 0;
    for (let at: Element | null = item; at && at !== thread; at = at.parentElement)
      if (at.localName === 'li') depth++;
    const words = item.querySelector(':scope > article .body, :scope > .comment-body p');
    return `${depth} ${read(words)}`;
  });

const said = (text: string, over: Parameters<typeof comment>[0] = {}) =>
  comment({ body: { text }, ...over });

describe('A thread of comments', () => {
  beforeEach(forgetAll);

  it('invites the first comment where there is none', async () => {
    const thread = await mountThread(empty, { commentSource: sourceOf() });
    expect(read(byRole(thread, 'heading', 'Comments'))).to.equal('Comments');
    expect(read(thread)).to.contain('No comments yet. Yours could be the first.');
    expect(thread.querySelector('ol')).to.be.null;
    box(thread);
  });

  it('shows who said what and when, and how many there are', async () => {
    const thread = await mountThread(empty, {
      commentSource: sourceOf(
        comment({
          id: '5',
          author: { name: 'Anna Berg', url: 'https://anna.example' },
          body: { text: 'First.\nSecond line.\n\nSecond paragraph.' },
          publishedAt: '2020-01-02T12:00:00Z',
          lang: 'en',
        }),
        comment({ id: '6' }),
      ),
    });
    byRole(thread, 'heading', '2 comments');
    const item = thread.querySelector('#comment-5')!;
    expect(byRole<HTMLAnchorElement>(item, 'link', 'Anna Berg').href).to.equal(
      'https://anna.example/',
    );
    const time = item.querySelector('time')!;
    expect(time.dateTime).to.equal('2020-01-02T12:00:00Z');
    expect(read(time)).to.equal('January 2, 2020');
    expect(time.closest('a')!.hash).to.equal('#comment-5');
    const paragraphs = [...item.querySelectorAll('.body p')].map((p) => p.innerHTML);
    expect(paragraphs).to.deep.equal(['First.<br>Second line.', 'Second paragraph.']);
    expect(item.querySelector('.body')!.getAttribute('lang')).to.equal('en');
    byRole(item, 'button', 'Reply to Anna Berg');
  });

  it('sets answers under what they answer', async () => {
    const a = said('a');
    const b = said('b', { parentId: a.id });
    const c = said('c', { parentId: b.id });
    const d = said('d');
    const e = said('e', { parentId: a.id });
    const thread = await mountThread(empty, { commentSource: sourceOf(c, b, a, d, e) });
    expect(outline(thread)).to.deep.equal(['1 a', '2 b', '3 c', '2 e', '1 d']);
  });

  it('goes no deeper than six, and loses nothing', async () => {
    const chain = [said('1')];
    for (let depth = 2; depth <= 9; depth++) {
      chain.push(said(String(depth), { parentId: chain.at(-1)!.id }));
    }
    const source = sourceOf(...chain);
    const thread = await mountThread(empty, { commentSource: source });
    expect(outline(thread)).to.deep.equal([
      '1 1',
      '2 2',
      '3 3',
      '4 4',
      '5 5',
      '6 6',
      '6 7',
      '6 8',
      '6 9',
    ]);
    byRole(thread.querySelector(`#comment-${chain[8]!.id}`)!, 'button', 'Reply to Ada').click();
    fillIn(thread, { Comment: '10' });
    await send(thread);
    await until(thread, () => outline(thread).includes('6 10'));
    expect(outline(thread).at(-1)).to.equal('6 10');
  });

  it('shows answers to what is gone, and those in a circle, once each', async () => {
    const thread = await mountThread(empty, {
      commentSource: sourceOf(
        said('orphan', { parentId: 'gone' }),
        said('self', { id: 's', parentId: 's' }),
        said('left', { id: 'l', parentId: 'r' }),
        said('right', { id: 'r', parentId: 'l' }),
        said('on the circle', { parentId: 'l' }),
      ),
    });
    expect(
      outline(thread)
        .map((line) => line.slice(2))
        .sort(),
    ).to.deep.equal(['left', 'on the circle', 'orphan', 'right', 'self']);
  });

  it("T1, T4, T18: shows a stranger's HTML as what a comment may be, its links without our word for them", async () => {
    const thread = await mountThread(undefined, {
      commentSource: sourceOf(
        comment({
          body: {
            html: '<h1 id="location" onclick="x()">Loud</h1><p>See <a href="https://a.example" target="_top">this</a> <a href="javascript:x()">or that</a><img src="https://a.example/x.png" alt="a cat" onerror="x()"></p><script>x()</script><form action="/steal"><input name="author" value="x"></form>',
          },
        }),
      ),
    });
    const body = thread.querySelector('li .body')!;
    expect(read(body)).to.equal('Loud See this or that a cat');
    expect(body.querySelectorAll('h1, img, script, form, input, [id], [onclick], [target]')).to.be
      .empty;
    const links = [...body.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).to.deep.equal([
      'https://a.example/',
      'https://a.example/x.png',
    ]);
    for (const { rel } of links) {
      expect(rel).to.equal('external nofollow ugc noopener noreferrer');
    }
  });

  it('says who is answered when nobody gave a name', async () => {
    const thread = await mountThread(empty, { commentSource: sourceOf(comment({ name: '  ' })) });
    byRole(thread, 'button', 'Reply to Anonymous').click();
    byRole(thread, 'heading', /^Leave a Reply to Anonymous/);
  });

  it('offers no answer and no form where the source takes none', async () => {
    const source = sourceOf(comment());
    source.can = [];
    const thread = await mountThread(empty, { commentSource: source });
    expect(allByRole(thread, 'button')).to.be.empty;
    expect(thread.querySelector('form')).to.be.null;
  });

  it('counts all that the source has, not only what is shown', async () => {
    const thread = await mountThread(empty, {
      commentSource: new FakeSource(() => ({ comments: [comment()], total: 1234 })),
    });
    byRole(thread, 'heading', '1,234 comments');
  });

  it('tells the page what was loaded', async () => {
    const comments = [comment(), comment()];
    const load = next<CommentsLoadEvent>(window, 'comments-load');
    await mountThread(empty, { commentSource: new FakeSource(() => ({ comments, total: 7 })) });
    const event = await load;
    expect(event.total).to.equal(7);
    expect(event.comments).to.deep.equal(comments);
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
  });

  it('adds what was just posted, counts it, and shows it once', async () => {
    const source = sourceOf(said('first'));
    const thread = await mountThread(empty, { commentSource: source });
    fillIn(thread, { Comment: 'second' });
    await send(thread);
    await until(thread, () => outline(thread).length === 2);
    expect(outline(thread)).to.deep.equal(['1 first', '1 second']);
    byRole(thread, 'heading', '2 comments');
  });

  it('shows a held comment to who wrote it, and says that it waits', async () => {
    const source = new FakeSource(undefined, ({ text }) => ({
      status: 'held',
      comment: said(text, { id: '99', state: 'pending' }),
    }));
    const thread = await mountThread(empty, { commentSource: source });
    fillIn(thread, { Comment: 'mine' });
    await send(thread);
    await until(thread, () => thread.querySelector('#comment-99'));
    expect(read(thread.querySelector('#comment-99'))).to.contain(
      'Your comment is waiting for a moderator. Only you can see it.',
    );
  });

  it('adds nothing that was put into the bin', async () => {
    const source = new FakeSource(undefined, ({ text }) => ({
      status: 'trashed',
      comment: said(text),
    }));
    const thread = await mountThread(empty, { commentSource: source });
    fillIn(thread);
    await send(thread);
    await turn();
    expect(thread.querySelector('li')).to.be.null;
    expect(box(thread).value).to.equal('Well said.');
  });

  it('keeps its own heading', async () => {
    const thread = await mountThread('<comment-thread><h2>Debate</h2></comment-thread>', {
      commentSource: sourceOf(comment()),
    });
    expect(read(byRole(thread, 'heading', 'Debate'))).to.equal('Debate');
    expect(allByRole(thread, 'heading')).to.have.length(2);
  });

  it('uses the form that it has, and writes no other', async () => {
    const thread = await mountThread(
      `<comment-thread><comment-form>${wordpressForm}</comment-form></comment-thread>`,
      { commentSource: sourceOf(comment()) },
    );
    expect(thread.querySelectorAll('form')).to.have.length(1);
    expect(thread.querySelector('ol')!.compareDocumentPosition(box(thread))).to.equal(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('speaks the language around it, and another when that changes', async () => {
    registerWords('qat', { comments: { other: '{count} komentářů' }, replyTo: 'Odpovědět {name}' });
    const thread = await mountThread(empty, { commentSource: sourceOf(comment()) });
    byRole(thread, 'heading', '1 comment');
    thread.lang = 'qat';
    await turn();
    byRole(thread, 'heading', '1 komentářů');
  });

  it('writes times that age, on the clock of the article', async () => {
    const clock = new FakeClock('2025-11-08T12:00:30Z');
    const article = await mount<HTMLElement>(
      '<news-article lang="en"><h1>Title</h1><comment-thread></comment-thread></news-article>',
      { clock, commentSource: sourceOf(comment({ publishedAt: '2025-11-08T12:00:00Z' })) },
    );
    await until(article, () => article.querySelector('time'));
    const time = article.querySelector('time')!;
    expect(read(time)).to.equal('just now');
    await clock.pass(5);
    expect(read(time)).to.equal('5 minutes ago');
    await clock.pass(60);
    expect(read(time)).to.equal('1 hour ago');
    article.remove();
    expect(clock.listeners.size).to.equal(0);
  });

  it('shows no date for a moment that cannot be read', async () => {
    const thread = await mountThread(empty, {
      commentSource: sourceOf(comment({ id: '5', publishedAt: 'yesterday "><b>' })),
    });
    expect(thread.querySelector('#comment-5 time')).to.be.null;
  });
});

describe('What strangers write in a thread', () => {
  beforeEach(forgetAll);

  it('is text: in their names, their words, their ids and their dates', async () => {
    const evil = '"><img src="x:" onerror="window.hit=1"><script>window.hit=1</script>\u202e';
    const thread = await mountThread(empty, {
      commentSource: sourceOf(
        comment({
          id: evil,
          author: { name: evil, url: evil },
          body: { text: evil },
          lang: evil,
          publishedAt: `2025-11-08T12:00:00Z${evil}`,
        }),
      ),
    });
    expect(thread.querySelector('img, script')).to.be.null;
    expect('hit' in window).to.be.false;
    const item = thread.querySelector('li')!;
    expect(item.id).to.equal(`comment-${evil}`);
    expect(item.querySelector('bdi')!.textContent).to.equal(evil.slice(0, -1));
    expect(item.querySelector('.body')!.textContent).to.equal(evil);
    expect(item.querySelector('.body')!.getAttribute('dir')).to.equal('auto');
    for (const element of item.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.to.match(/^on/);
    }
    byRole(thread, 'button', /^Reply to /).click();
    await turn();
    expect(thread.querySelector('img, script')).to.be.null;
    expect(item.contains(box(thread))).to.be.true;
  });

  it('never leads to a script', async () => {
    const thread = await mountThread(empty, {
      commentSource: sourceOf(
        ...badUrls.map((url, index) => comment({ author: { name: `Mallory ${index}`, url } })),
      ),
    });
    expect(thread.querySelectorAll('li')).to.have.length(badUrls.length);
    for (const link of thread.querySelectorAll<HTMLAnchorElement>('.comment-author a')) {
      expect(linkProtocols, link.href).to.include(link.protocol);
    }
  });

  it('gains nothing by a link: it is marked as a stranger gave it', async () => {
    const thread = await mountThread(empty, {
      commentSource: sourceOf(comment({ author: { name: 'Ada', url: 'https://ada.example' } })),
    });
    expect(byRole<HTMLAnchorElement>(thread, 'link', 'Ada').rel.split(' ')).to.include.members([
      'external',
      'nofollow',
      'ugc',
    ]);
  });
});

describe('A thread that fails', () => {
  beforeEach(forgetAll);

  it('says so, tells the page why, and is read when the reader tries again', async () => {
    const why = new SourceError('rate', 'Slow down.');
    const source = new FakeSource(() => Promise.reject(why));
    const error = next<CommentsErrorEvent>(window, 'comments-error');
    const thread = await mountThread(empty, { commentSource: source });
    const event = await error;
    expect([event.error, event.kind]).to.deep.equal([why, 'rate']);
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
    expect(alerts(thread)).to.match(/^The comments could not be loaded\./);
    expect(read(thread)).not.to.contain('No comments yet');
    expect(thread.hasAttribute('aria-busy')).to.be.false;

    source.page = () => ({ comments: [said('there')] });
    const load = next(thread, 'comments-load');
    byRole(thread, 'button', 'Try again').click();
    await load;
    expect(alerts(thread)).to.equal('');
    expect(outline(thread)).to.deep.equal(['1 there']);
  });

  it('keeps the comments and the text that are there when it fails to read them again', async () => {
    const source = sourceOf(said('first'));
    const thread = await mountThread(empty, { commentSource: source });
    fillIn(thread);
    source.page = () => {
      throw new Error('Boom.');
    };
    await thread.reload();
    expect(outline(thread)).to.deep.equal(['1 first']);
    expect(box(thread).value).to.equal('Well said.');
    byRole(thread, 'button', 'Try again');
  });

  it('says that it is loading only while it is', async () => {
    const page = defer<CommentPage>();
    const thread = await mount<CommentThread>(empty, {
      commentSource: new FakeSource(() => page.promise),
    });
    expect(statuses(thread)).to.equal('Loading comments…');
    expect(thread.getAttribute('aria-busy')).to.equal('true');
    byRole(thread, 'heading', 'Comments');
    expect(read(thread)).not.to.contain('No comments yet');
    const load = next(thread, 'comments-load');
    page.resolve({ comments: [] });
    await load;
    await turn();
    expect(statuses(thread)).to.equal('');
    expect(thread.hasAttribute('aria-busy')).to.be.false;
  });
});

describe("A thread around a server's comments", () => {
  beforeEach(forgetAll);
  const theirs = `${wordpressList}<comment-form>${wordpressForm}</comment-form>`;

  it('is left as it is without a source', async () => {
    const thread = await mount<CommentThread>(`<comment-thread>${theirs}</comment-thread>`);
    const copy = thread.cloneNode(true) as HTMLElement;
    copy.querySelector('comment-form')!.remove();
    const plain = document.createElement('div');
    plain.innerHTML = wordpressList;
    expect(copy.innerHTML).to.equal(plain.innerHTML);
    expect(thread.hasAttribute('source')).to.be.false;
  });

  it('is answered natively without a source', async () => {
    const thread = await mount<CommentThread>(`<comment-thread>${theirs}</comment-thread>`);
    byRole(thread, 'link', 'Reply to Ben Ode').click();
    expect(thread.querySelector('#comment-6')!.contains(box(thread))).to.be.true;
    fillIn(thread);
    post(thread);
    expect(nativePosts[0]!.get('comment_parent')).to.equal('6');
  });

  it('keeps them, adds those of the source, and doubles none', async () => {
    const thread = await mountThread(`<comment-thread>${theirs}</comment-thread>`, {
      commentSource: sourceOf(
        said('again', { id: '5' }),
        said('answer', { id: '7', parentId: '6' }),
        said('new', { id: '8' }),
      ),
    });
    const first = thread.querySelector('#comment-5');
    expect(outline(thread)).to.deep.equal([
      '1 Good summary of the Prague meeting.',
      '2 Thank you, found it.',
      '3 answer',
      '1 new',
    ]);
    await thread.reload();
    expect(thread.querySelectorAll('li')).to.have.length(4);
    expect(thread.querySelector('#comment-5')).to.equal(first);
    expect(read(byRole(thread, 'heading', '2 responses'))).to.equal('2 responses');
  });

  it("leaves WordPress's links to lead where they lead, around a form that is not ours", async () => {
    const thread = await mountThread(
      `<comment-thread>${wordpressList}${wordpressForm}</comment-thread>`,
      { commentSource: sourceOf() },
    );
    let prevented: boolean | undefined;
    const stop = (event: Event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener('click', stop, { once: true });
    byRole(thread, 'link', 'Reply to Ben Ode').click();
    expect(prevented).to.be.false;
    expect(thread.lastElementChild).to.equal(thread.querySelector('form'));
    expect(thread.querySelectorAll('form')).to.have.length(1);
  });

  it('answers them through the source', async () => {
    const source = sourceOf();
    const thread = await mountThread(`<comment-thread>${theirs}</comment-thread>`, {
      commentSource: source,
    });
    byRole(thread, 'link', 'Reply to Anna Berg').click();
    byRole(thread, 'heading', /^2 responses/);
    fillIn(thread, { Comment: 'Dear Anna' });
    await send(thread);
    await until(thread, () => outline(thread).includes('2 Dear Anna'));
    expect(source.posts[0]!.draft.parentId).to.equal('5');
    expect(outline(thread)).to.deep.equal([
      '1 Good summary of the Prague meeting.',
      '2 Thank you, found it.',
      '2 Dear Anna',
    ]);
  });
});

describe('A thread in the page', () => {
  beforeEach(forgetAll);

  it('shows only the last source when the first is slow', async () => {
    const slow = defer<CommentPage>();
    const a = new FakeSource(() => slow.promise);
    const thread = await mount<CommentThread>(empty, { commentSource: a });
    await a.asked.promise;
    let loads = 0;
    thread.addEventListener('comments-load', () => loads++);
    const load = next(thread, 'comments-load');
    thread.commentSource = sourceOf(said('b'));
    await load;
    expect(a.loads[0]!.signal!.aborted).to.be.true;
    slow.resolve({ comments: [said('a')] });
    await turn();
    expect(outline(thread)).to.deep.equal(['1 b']);
    expect(loads).to.equal(1);
    expect(thread.hasAttribute('aria-busy')).to.be.false;
  });

  it('says nothing of a slow source that fails after another has answered', async () => {
    const slow = defer<CommentPage>();
    const a = new FakeSource(() => slow.promise);
    const thread = await mount<CommentThread>(empty, { commentSource: a });
    await a.asked.promise;
    const load = next(thread, 'comments-load');
    thread.commentSource = sourceOf(said('b'));
    await load;
    slow.reject(new Error('Late.'));
    await turn();
    expect(alerts(thread)).to.equal('');
  });

  it('shows nothing of another story while the next one loads, or when that fails', async () => {
    const thread = await mountThread(empty, { commentSource: sourceOf(said('of a')) });
    byRole(thread, 'button', 'Reply to Ada').click();
    fillIn(thread);
    const slow = defer<CommentPage>();
    const silent = new FakeSource(() => slow.promise);
    thread.commentSource = silent;
    await turn();
    expect(outline(thread)).to.be.empty;
    expect(box(thread).value, 'what was typed').to.equal('Well said.');
    expect(statuses(thread)).to.contain('Loading comments…');
    const failed = next(thread, 'comments-error');
    await silent.asked.promise;
    slow.reject(new Error('Boom.'));
    await failed;
    expect(outline(thread)).to.be.empty;
    expect(read(thread)).not.to.contain('1 comment');
  });

  it('asks for its comments again when it is put back before they came', async () => {
    const slow = defer<CommentPage>();
    const source = new FakeSource(() => slow.promise);
    const thread = await mount<CommentThread>(empty, { commentSource: source });
    await source.asked.promise;
    const parent = thread.parentElement!;
    thread.remove();
    expect(source.loads[0]!.signal!.aborted).to.be.true;
    slow.resolve({ comments: [said('late')] });
    await turn();
    expect(outline(thread)).to.be.empty;
    source.page = () => ({ comments: [said('there')] });
    const load = next(thread, 'comments-load');
    parent.append(thread);
    await load;
    expect(outline(thread)).to.deep.equal(['1 there']);
    expect(thread.hasAttribute('aria-busy')).to.be.false;
  });

  it('stays as it is when it is moved', async () => {
    const source = sourceOf(said('there'));
    const thread = await mountThread(empty, { commentSource: source });
    const elsewhere = document.createElement('section');
    thread.parentElement!.append(elsewhere);
    elsewhere.append(thread);
    await turn();
    expect(source.loads).to.have.length(1);
    expect(outline(thread)).to.deep.equal(['1 there']);
    byRole(thread, 'button', 'Reply to Ada').click();
    fillIn(thread);
    await send(thread);
    await until(thread, () => outline(thread).length === 2);
    expect(source.posts).to.have.length(1);
  });

  it('works as a clone, with nothing twice', async () => {
    const thread = await mountThread(empty, { commentSource: sourceOf(said('there')) });
    const clone = thread.cloneNode(true) as CommentThread;
    const source = sourceOf();
    clone.commentSource = source;
    const load = next(window, 'comments-load');
    thread.replaceWith(clone);
    await load;
    await turn();
    expect(outline(clone)).to.deep.equal(['1 there']);
    expect(clone.querySelectorAll('form, h2')).to.have.length(2);
    byRole(clone, 'button', 'Reply to Ada').click();
    fillIn(clone);
    await send(clone);
    await until(clone, () => outline(clone).length === 2);
    expect(source.posts).to.have.length(1);
  });

  it('works under a prefix, and writes its form under the same', async () => {
    defineAll({ prefix: 'thread-' });
    const thread = await mountThread(
      '<thread-comment-thread class="comment-thread"></thread-comment-thread>',
      { commentSource: sourceOf(said('there')) },
    );
    expect(thread).to.be.instanceOf(CommentThread);
    expect(thread.querySelector('thread-comment-form.comment-form form')).not.to.be.null;
    byRole(thread, 'button', 'Reply to Ada').click();
    fillIn(thread);
    await send(thread);
    await until(thread, () => outline(thread).length === 2);
    expect(outline(thread)).to.deep.equal(['1 there', '2 Well said.']);
  });

  it('shows its comments where the tag for the form is not registered', async () => {
    customElements.define('alone-comment-thread', class extends CommentThread {});
    const thread = await mountThread('<alone-comment-thread></alone-comment-thread>', {
      commentSource: sourceOf(said('there')),
    });
    byRole(thread, 'button', 'Reply to Ada').click();
    thread.commentSource = sourceOf(said('next'));
    await until(thread, () => outline(thread)[0] === '1 next');
    expect(outline(thread)).to.deep.equal(['1 next']);
  });

  it("takes the article's comment source, whichever of the two is upgraded first", async () => {
    const source = sourceOf(said('there'));
    const names = ['late-news-article', 'late-comment-thread'] as const;
    const page = await mount<HTMLElement>(
      `<${names[0]} class="news-article" comment-source="x"><h1>Title</h1><${names[1]} class="comment-thread"></${names[1]}></${names[0]}>`,
    );
    customElements.define(names[1], class extends CommentThread {});
    await turn();
    const { NewsArticle } = await import('../../src/article/news-article.js');
    customElements.define(names[0], class extends NewsArticle {});
    const load = next(window, 'comments-load');
    Object.assign(page, { commentSource: source });
    await load;
    await turn();
    const thread = page.querySelector(names[1])!;
    expect(thread.hasAttribute('source')).to.be.false;
    expect(outline(thread)).to.deep.equal(['1 there']);
  });
});

describe('A thread for everybody', () => {
  withStyles();
  beforeEach(forgetAll);

  const states: [string, string, () => FakeSource][] = [
    ['empty', empty, () => sourceOf()],
    [
      'with comments',
      empty,
      () => {
        const a = comment();
        return sourceOf(a, comment({ parentId: a.id }), comment({ state: 'pending' }));
      },
    ],
    ['failed', empty, () => new FakeSource(() => Promise.reject(new Error('Boom.')))],
    [
      "with a server's comments",
      `<comment-thread>${wordpressList}<comment-form>${wordpressForm}</comment-form></comment-thread>`,
      () => sourceOf(comment({ parentId: '6' })),
    ],
  ];
  for (const [name, html, source] of states) {
    it(`can be used by everybody: ${name}`, async () => {
      const thread = await mountThread(html, { commentSource: source() });
      await expect(thread).to.be.accessible();
    });
  }

  it('can be used by everybody: answering', async () => {
    const thread = await mountThread(empty, { commentSource: sourceOf(comment()) });
    byRole(thread, 'button', 'Reply to Ada').click();
    await expect(thread).to.be.accessible();
  });

  it('can be used by everybody: loading', async () => {
    const page = defer<CommentPage>();
    const thread = await mount<CommentThread>(empty, {
      commentSource: new FakeSource(() => page.promise),
    });
    await expect(thread).to.be.accessible();
    const load = next(thread, 'comments-load');
    page.resolve({ comments: [] });
    await load;
  });
});
