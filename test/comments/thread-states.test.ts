import { expect } from '@open-wc/testing';
import type { CommentThread } from '../../src/comments/comment-thread.js';
import type { Comment } from '../../src/content/comment.js';
import type { CommentPage } from '../../src/sources/comment-source.js';
import { badUrls, linkProtocols } from '../bad-urls.js';
import { allByRole, byRole, FakeClock, read, turn, withStyles } from '../helpers.js';
import {
  comment,
  defer,
  fillIn,
  FakeSource,
  forgetAll,
  mount,
  mountThread,
  send,
  sourceOf,
  statuses,
  until,
} from './helpers.js';

const empty = '<comment-thread></comment-thread>';
const shown = (over: Partial<Comment>, html = empty) =>
  mountThread(html, { commentSource: sourceOf(comment({ id: '5', ...over })) });
const page = (over: Partial<CommentPage>, html = empty) =>
  mountThread(html, {
    commentSource: new FakeSource(() => ({ comments: [comment({ id: '5' })], ...over })),
  });

describe('What is shown of a comment', () => {
  beforeEach(forgetAll);

  for (const [state, words] of [
    ['deleted', 'This comment was deleted.'],
    ['hidden', 'This comment is hidden by a moderator.'],
    ['blocked', 'This comment is not shown to visitors.'],
  ] as const) {
    it(`is its place only when it is ${state}; what answers it stays`, async () => {
      const thread = await mountThread(empty, {
        commentSource: sourceOf(
          comment({ id: '5', state, body: { text: 'Secret words' }, name: 'Secret name' }),
          comment({ id: '6', parentId: '5' }),
        ),
      });
      const item = thread.querySelector('#comment-5')!;
      expect(read(item.querySelector(':scope > article'))).to.equal(words);
      expect(thread.innerHTML).not.to.contain('Secret');
      expect(item.querySelector('#comment-6')).to.exist;
    });
  }

  it('hides words behind their warning, as their author asked', async () => {
    const thread = await shown({ warning: 'Spoilers <b>', body: { text: 'He dies.' } });
    const details = thread.querySelector('details')!;
    expect(details.open).to.be.false;
    expect(details.querySelector('summary')!.textContent).to.equal('Spoilers <b>');
    expect(details.querySelector('.body')!.textContent).to.equal('He dies.');
    const other = await shown({ isSensitive: true });
    expect(other.querySelector('summary')!.textContent).to.equal('Sensitive content');
  });

  it('says who wrote the story, who moderates, what the editors chose and what was changed', async () => {
    const thread = await shown({
      author: {
        name: 'Ada',
        handle: '@ada@social.example',
        badges: ['Moderator'],
        isArticleAuthor: true,
      },
      isPicked: true,
      isPinned: true,
      isLikedByAuthor: true,
      editedAt: '2025-11-09T12:00:00Z',
    });
    expect([...thread.querySelectorAll('.comment-mark')].map(read)).to.deep.equal([
      'Author',
      'Moderator',
      'Pinned',
      'Editors’ pick',
      'Liked by the author',
    ]);
    expect(read(thread.querySelector('header'))).to.contain('@ada@social.example');
    expect(read(thread.querySelector('header'))).to.contain('edited');
  });

  it('T12, T13: is initials in place of pictures, unless the page asks for pictures', async () => {
    const author = { name: 'ada maria Lovelace', avatar: '/ada.png' };
    const thread = await shown({ author });
    expect(thread.querySelector('img')).to.be.null;
    expect(thread.querySelector('cite')!.dataset.initials).to.equal('AL');
    const pictures = await shown(
      { author },
      '<comment-thread avatars="pictures"></comment-thread>',
    );
    const img = pictures.querySelector('img')!;
    expect([img.alt, img.loading, img.referrerPolicy]).to.deep.equal(['', 'lazy', 'no-referrer']);
  });

  it('T3: leads nowhere that runs', async () => {
    for (const url of badUrls) {
      const thread = await shown(
        {
          url,
          origin: 'Net',
          author: { name: 'M', url, avatar: url },
          media: [{ type: 'image', url, title: 'x' }],
        },
        '<comment-thread avatars="pictures"></comment-thread>',
      );
      for (const link of thread.querySelectorAll<HTMLAnchorElement>('li a'))
        expect(linkProtocols, url).to.include(link.protocol);
      for (const { src } of thread.querySelectorAll('img'))
        expect(src).not.to.match(/^javascript/i);
      thread.remove();
    }
  });

  it('T13: links what hangs on it and loads nothing', async () => {
    const thread = await shown({
      media: [
        { type: 'image', url: 'https://media.example/cat.jpg', title: 'A cat' },
        { type: 'video', url: 'https://media.example/v.mp4' },
      ],
    });
    const links = [...thread.querySelectorAll<HTMLAnchorElement>('.comment-media a')];
    expect(links.map((link) => [read(link), link.rel])).to.deep.equal([
      ['A cat', 'external nofollow ugc noopener noreferrer'],
      ['Attachment', 'external nofollow ugc noopener noreferrer'],
    ]);
    expect(thread.querySelector('img, video, audio, iframe')).to.be.null;
  });

  it('T21: cannot turn the words around a name, or hide them', async () => {
    const thread = await shown({ author: { name: '\u202eada\u200b', badges: ['\u202emod'] } });
    expect(read(thread.querySelector('cite'))).to.equal('ada');
    expect(read(thread.querySelector('.comment-mark'))).to.equal('mod');
  });
});

describe('A thread that comes from elsewhere', () => {
  beforeEach(forgetAll);

  it('says where, and leads there to answer', async () => {
    const source = new FakeSource(() => ({
      comments: [comment({ id: '5', origin: 'Bluesky', url: 'https://bsky.example/5' })],
      origins: [{ name: 'Bluesky', url: 'https://bsky.example/post' }],
    }));
    source.can = [];
    const thread = await mountThread(empty, { commentSource: source });
    const link = (name: string) => allByRole<HTMLAnchorElement>(thread, 'link', name);
    expect(link('Reply on Bluesky').map(({ href }) => href)).to.deep.equal([
      'https://bsky.example/post',
      'https://bsky.example/5',
    ]);
    expect(link('on Bluesky')[0]!.href).to.equal('https://bsky.example/5');
    expect(thread.querySelector('form')).to.be.null;
  });

  it('says what could not be read, and shows the rest', async () => {
    const thread = await page({
      origins: [{ name: 'Mastodon', url: 'https://social.example/1', error: 'offline' }],
    });
    expect(read(thread)).to.contain('Comments from Mastodon could not be loaded.');
    expect(thread.querySelector('#comment-5')).to.exist;
  });

  it('leads to the rest where a network gives no more', async () => {
    const origins = [{ name: 'Mastodon', url: 'https://social.example/1' }];
    const thread = await page({ truncated: 'cap', origins });
    expect(byRole<HTMLAnchorElement>(thread, 'link', 'Read the rest on Mastodon').href).to.equal(
      'https://social.example/1',
    );
    expect(thread.querySelector('ol')!.nextElementSibling!.className).to.equal('comments-more');
  });

  it('tells how many liked the story, and who, when a reader asks', async () => {
    const thread = await page({
      reactions: [
        {
          kind: 'like',
          count: 3,
          people: [{ name: 'Ada' }, { name: '', url: 'https://b.example' }],
        },
        { kind: 'repost', count: 0, people: [] },
      ],
    });
    const details = thread.querySelector('.comments-reactions')!;
    expect(read(details.querySelector('summary'))).to.equal('Liked by 3 people');
    expect(details.querySelector('p')!.textContent).to.equal('Ada, Anonymous');
    expect(thread.querySelectorAll('.comments-reactions')).to.have.length(1);
  });

  it('takes links in the page for further conversations', async () => {
    const thread = await mountThread(
      '<comment-thread><p>Also <a data-comments="nowhere" href="https://social.example/1">there</a>.</p></comment-thread>',
      { commentSource: sourceOf(comment({ id: '5' })) },
    );
    expect(thread.querySelector('#comment-5'), 'one that fails hides no other').to.exist;
    expect(read(thread)).to.contain('could not be loaded');
    expect(byRole<HTMLAnchorElement>(thread, 'link', 'there')).to.exist;
  });
});

describe('A closed thread', () => {
  beforeEach(forgetAll);

  for (const [name, html, closed] of [
    ['by its source', empty, true],
    ['by the page', '<comment-thread closed></comment-thread>', false],
  ] as const) {
    it(`says so and offers no answer: ${name}`, async () => {
      const thread = await page({ closed }, html);
      expect(read(thread)).to.contain('Comments are closed.');
      expect(allByRole(thread, 'button', /^Reply/).length).to.equal(0);
      expect(thread.querySelector('form')).to.be.null;
    });
  }
});

describe('New comments', () => {
  beforeEach(forgetAll);
  const a = comment({ id: 'a', publishedAt: '2025-11-01T12:00:00Z' });
  const b = comment({ id: 'b', publishedAt: '2025-11-02T12:00:00Z' });

  it('F37: wait until the reader asks for them; the focus stays', async () => {
    const source = sourceOf(a);
    const thread = await mountThread(empty, { commentSource: source });
    const box = thread.querySelector('textarea')!;
    box.focus();
    source.page = () => ({ comments: [a, b, comment({ id: 'c', parentId: 'a' })] });
    expect(await thread.checkForNew()).to.equal(2);
    expect(thread.querySelectorAll('li')).to.have.length(1);
    expect(document.activeElement === box).to.be.true;
    expect(statuses(thread)).to.equal('Show 2 new comments');
    byRole(thread, 'button', 'Show 2 new comments').click();
    await until(thread, () => thread.querySelector('#comment-b'));
    await turn();
    expect(thread.querySelectorAll('li')).to.have.length(3);
    expect(document.activeElement?.id).to.equal('comment-b');
    expect(allByRole(thread, 'button', /new comment/).length).to.equal(0);
    byRole(thread, 'heading', '3 comments');
    expect(source.loads.at(-1)!.peek).to.be.true;
  });

  it('are none when nothing came, and none of our own', async () => {
    const source = sourceOf(a);
    const thread = await mountThread(empty, { commentSource: source });
    fillIn(thread);
    await send(thread);
    await until(thread, () => thread.querySelectorAll('li').length === 2);
    const [, own] = [...thread.querySelectorAll('li')];
    source.page = () => ({ comments: [a, comment({ id: own!.id.slice(8) })] });
    expect(await thread.checkForNew()).to.equal(0);
    expect(allByRole(thread, 'button', /new comment/).length).to.equal(0);
  });

  it('F39: a comment just posted stays though a cache gives the old list, until it is seen or late', async () => {
    const clock = new FakeClock('2025-11-08T12:00:00Z');
    const source = sourceOf(a);
    const article = document.createElement('news-article');
    article.clock = clock;
    const thread = await mountThread(empty, { commentSource: source });
    thread.before(article);
    article.append(thread);
    await turn();
    await thread.reload();
    fillIn(thread, { Comment: 'Just posted' });
    await send(thread);
    await until(thread, () => thread.querySelectorAll('li').length === 2);
    await thread.reload();
    expect(read(thread.querySelector('ol'))).to.contain('Just posted');
    byRole(thread, 'heading', '2 comments');
    await clock.pass(3);
    await thread.reload();
    expect(read(thread.querySelector('ol'))).not.to.contain('Just posted');
    article.remove();
  });

  it('a comment that was posted before the list was read stays when it is', async () => {
    const { promise, resolve } = defer<CommentPage>();
    const source = new FakeSource(() => promise);
    const thread = await mount<CommentThread>(
      '<comment-thread><comment-form></comment-form></comment-thread>',
      { commentSource: source },
    );
    fillIn(thread, { Comment: 'Early' });
    await send(thread);
    await until(thread, () => thread.querySelector('li'));
    resolve({ comments: [a] });
    await until(thread, () => thread.querySelectorAll('li').length === 2);
    expect(read(thread.querySelector('ol'))).to.contain('Early');
  });

  it('F35: a held comment is shown to who wrote it, is not counted, and stays', async () => {
    const source = sourceOf(a);
    source.answer = () => ({
      status: 'held',
      comment: comment({ id: 'held', state: 'pending', body: { text: 'Mine' } }),
    });
    const thread = await mountThread(empty, { commentSource: source });
    fillIn(thread);
    await send(thread);
    await until(thread, () => thread.querySelector('#comment-held'));
    await thread.reload();
    expect(read(thread.querySelector('#comment-held'))).to.contain('waiting for a moderator');
    byRole(thread, 'heading', '1 comment');
  });
});

describe('A thread for search engines', () => {
  beforeEach(forgetAll);
  const data = () =>
    [...document.head.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]')]
      .map(({ text }) => JSON.parse(text) as { '@graph'?: Record<string, unknown>[] })
      .flatMap((one) => one['@graph'] ?? []);

  it('describes its comments, answers in them, and goes with the thread', async () => {
    const thread = await mountThread(empty, {
      commentSource: sourceOf(
        comment({
          id: '5',
          body: { text: 'One </script>' },
          author: { name: 'Ada', url: 'https://ada.example' },
        }),
        comment({ id: '6', parentId: '5', body: { html: '<p>Two <b>bold</b></p>' } }),
      ),
    });
    const [first, ...others] = data();
    expect(others).to.deep.equal([]);
    const url = document.URL.replace(/#.*/, '');
    expect(first).to.deep.equal({
      '@type': 'Comment',
      '@id': `${url}#comment-5`,
      url: `${url}#comment-5`,
      text: 'One </script>',
      dateCreated: '2025-11-08T12:00:00Z',
      author: { '@type': 'Person', name: 'Ada', url: 'https://ada.example' },
      comment: [
        {
          '@type': 'Comment',
          '@id': `${url}#comment-6`,
          url: `${url}#comment-6`,
          text: 'Two bold',
          dateCreated: '2025-11-08T12:00:00Z',
          author: { '@type': 'Person', name: 'Ada' },
        },
      ],
      parentItem: { '@type': 'CreativeWork', '@id': url, url },
    });
    thread.remove();
    expect(data()).to.deep.equal([]);
  });

  it('leaves out who does not want to be found, what waits, is gone or comes with a warning', async () => {
    await mountThread(empty, {
      commentSource: sourceOf(
        comment({ isIndexable: false }),
        comment({ state: 'pending' }),
        comment({ state: 'hidden' }),
        comment({ warning: 'Blood' }),
        comment({ isSensitive: true }),
      ),
    });
    expect(data()).to.deep.equal([]);
  });
});

describe('A thread in its own stylesheet', () => {
  withStyles();
  beforeEach(forgetAll);

  it('is accessible in every state', async () => {
    const source = new FakeSource(() => ({
      comments: [
        comment({
          id: '1',
          counts: { likes: 2 },
          isOwn: true,
          isPinned: true,
          editedAt: '2025-11-09T12:00:00Z',
        }),
        comment({ id: '2', parentId: '1', state: 'deleted' }),
        comment({ id: '3', warning: 'Spoilers' }),
        comment({ id: '4', state: 'pending' }),
        comment({
          id: '5',
          origin: 'Net',
          url: 'https://n.example',
          media: [{ type: 'image', url: '/x', title: 'X' }],
        }),
      ],
      cursor: '2',
      total: 9,
      origins: [
        { name: 'Net', url: 'https://n.example' },
        { name: 'Other', error: 'server' },
      ],
      reactions: [{ kind: 'like', count: 1, people: [{ name: 'Ada' }] }],
    }));
    Object.assign(source, {
      can: ['post', 'like', 'report', 'edit', 'remove'],
      edit: () => Promise.reject(new Error('no')),
    });
    const thread = await mountThread(empty, { commentSource: source });
    await expect(thread).to.be.accessible();
    byRole(thread, 'button', 'Delete your comment').click();
    await expect(thread).to.be.accessible();
    byRole(thread, 'button', 'Cancel').click();
    byRole(thread, 'button', 'Edit your comment').click();
    await expect(thread).to.be.accessible();
  });

  it('has room for words without end', async () => {
    const long = 'W'.repeat(300);
    const thread = await shown({
      author: { name: long, handle: long, badges: [long] },
      body: { text: long },
      origin: long,
      warning: long,
      media: [{ type: 'link', url: 'https://x.example', title: long }],
    });
    thread.style.inlineSize = '320px';
    expect(thread.scrollWidth).to.be.at.most(320);
    const right = thread.getBoundingClientRect().right;
    for (const element of thread.querySelectorAll('li *'))
      expect(element.getBoundingClientRect().right, element.className).to.be.at.most(right + 1);
  });
});
