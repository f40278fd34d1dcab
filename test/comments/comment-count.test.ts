import { expect } from '@open-wc/testing';
import type { CommentCount } from '../../src/comments/comment-count.js';
import {
  CommentPostedEvent,
  CommentsLoadEvent,
  type CommentsErrorEvent,
} from '../../src/comments/comment-events.js';
import { SourceError, type CommentSource } from '../../src/sources/comment-source.js';
import { comments as local } from '../../src/sources/local.js';
import { registerSource } from '../../src/sources/registry.js';
import { byRole, read, turn, withStyles } from '../helpers.js';
import { cannotTell, near, onStage, waiting } from '../near.js';
import { defer, mount, next, until } from './helpers.js';

/** A source that counts, and remembers what it was asked. */
class Counter implements CommentSource {
  readonly name = 'counter';
  readonly can = ['count'] as const;
  readonly asked: (readonly string[])[] = [];

  constructor(
    public answer: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>> | object,
  ) {}

  load = () => Promise.reject(new Error('Nobody reads here.'));

  count(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    this.asked.push([...ids]);
    return Promise.resolve(this.answer(ids) as ReadonlyMap<string, number>);
  }
}

const saying = (numbers: Readonly<Record<string, unknown>>) =>
  new Counter(() => new Map(Object.entries(numbers)));
const five = () => new Counter((ids) => new Map(ids.map((id) => [id, 5])));

const tag = (post: string, attributes = '', inner = 'Comments') =>
  `<comment-count lang="en" loading="eager" post="${post}" ${attributes}>${inner}</comment-count>`;
const counted = (element: Element, text: string) => until(element, () => read(element) === text);

/** A tag with a source of the page's own, when its number stands there. */
async function count(source: CommentSource, html: string, text: string): Promise<CommentCount> {
  const element = await mount<CommentCount>(html, { commentSource: source });
  await counted(element, text);
  return element;
}

let sources = 0;
/** Makes a source known by name, for every `src` its own. */
function register(make: (src: string | undefined) => CommentSource): string {
  const name = `counter-${++sources}`;
  registerSource(name, () => Promise.resolve({ comments: ({ src }) => make(src) }));
  return name;
}

describe('A number of comments', () => {
  it('is told in words, which know one from many', async () => {
    const source = saying({ a: 0, b: 1, c: 1234 });
    await count(source, tag('a'), '0 comments');
    await count(source, tag('b'), '1 comment');
    await count(source, tag('c'), '1,234 comments');
  });

  it('follows the language around it, and the words of the page', async () => {
    const holder = await mount<HTMLElement>(
      `<div lang="en">${tag('a').replace('lang="en"', '')}</div>`,
      { commentSource: saying({ a: 1234 }) },
      'comment-count',
    );
    await counted(holder, '1,234 comments');
    holder.lang = 'de';
    await counted(holder, '1.234 comments');
    holder.querySelector<CommentCount>('comment-count')!.words = {
      comments: { one: '{count} Kommentar', other: '{count} Kommentare' },
    };
    await counted(holder, '1.234 Kommentare');
  });

  it('can be the number alone, with the words for who cannot see what it stands by', async () => {
    const source = saying({ a: 1234 });
    const element = await count(source, tag('a', 'format="number"'), '1,234');
    expect(byRole(element.parentElement!, 'img', '1,234 comments')).to.equal(element);
    element.format = 'words';
    await counted(element, '1,234 comments');
    expect(element.hasAttribute('role')).to.be.false;
    expect(element.hasAttribute('aria-label')).to.be.false;
  });

  it('names the link around it', async () => {
    const holder = await mount<HTMLElement>(
      `<p><a href="#comments">${tag('a', 'format="number"')}</a></p>`,
      { commentSource: five() },
      'comment-count',
    );
    await counted(holder, '5');
    byRole(holder, 'link', '5 comments');
  });

  it('takes the place of what was written once it is known, and gives it back', async () => {
    const answer = defer<ReadonlyMap<string, number>>();
    const source = new Counter(() => answer.promise);
    const element = await mount<CommentCount>(tag('a', '', 'All <b>comments</b>'), {
      commentSource: source,
    });
    const bold = element.querySelector('b');
    expect(read(element)).to.equal('All comments');
    answer.resolve(new Map([['a', 5]]));
    await counted(element, '5 comments');
    element.post = 'b';
    await counted(element, 'All comments');
    expect(element.querySelector('b'), 'the very same').to.equal(bold);
  });

  it('is not told where nobody knows it', async () => {
    const odd = { b: NaN, c: -1, d: '<b>7</b>', e: null, f: undefined };
    const source = saying({ ...odd, z: 5 });
    const elements = await Promise.all(
      ['a', ...Object.keys(odd)].map((post) =>
        mount<CommentCount>(tag(post), { commentSource: source }),
      ),
    );
    await count(source, tag('z'), '5 comments');
    for (const element of elements) expect(read(element), element.post).to.equal('Comments');
  });

  it('is that of the page, by path and query, where no post is named', async () => {
    const source = five();
    const here = location.href;
    try {
      history.replaceState(null, '', '/counted/?page=1#part');
      await count(source, tag('').replace('post=""', ''), '5 comments');
    } finally {
      history.replaceState(null, '', here);
    }
    expect(source.asked).to.deep.equal([['/counted/?page=1']]);
  });

  it('is that of what `src` names, where no post is named', async () => {
    const source = five();
    const src = 'https://social.example/@jana/8';
    await count(source, tag('', `src="${src}"`).replace('post=""', ''), '5 comments');
    expect(source.asked).to.deep.equal([[src]]);
  });

  it("is asked of the article's source where the tag names none", async () => {
    const source = five();
    const article = await mount<HTMLElement>(
      `<news-article lang="en"><h1>Title</h1>${tag('a')}</news-article>`,
      { commentSource: source },
    );
    const element = article.querySelector('comment-count')!;
    await counted(element, '5 comments');
    expect(source.asked).to.deep.equal([['a']]);
  });

  it('is asked of a source in the registry, and of the reader’s own browser', async () => {
    const post = `counted-${Date.now()}`;
    const draft = { text: 'Mine.', parentId: null, author: { name: 'Jana' } };
    await local({ post }).post!(draft, { key: post });
    const element = await mount<CommentCount>(tag(post, 'source="local"'));
    await counted(element, '1 comment');
  });
});

describe('The numbers of a page', () => {
  onStage();

  it('are asked for in one request, each story once', async () => {
    const made: string[] = [];
    const asked: (readonly string[])[] = [];
    const name = register((src = '') => {
      made.push(src);
      return new Counter((ids) => {
        asked.push(ids);
        return new Map(ids.map((id, index) => [id, index + 1]));
      });
    });
    const html = ['a', 'b', 'a', 'c'].map((post) =>
      tag(post, `source="${name}" src="https://one.example"`),
    );
    const page = await mount<HTMLElement>(
      `<div>${html.join('')}${tag('a', `source="${name}" src="https://two.example"`)}</div>`,
    );
    await counted(page, '1 comment2 comments1 comment3 comments1 comment');
    expect(asked).to.have.deep.members([['a', 'b', 'c'], ['a']]);
    expect(made).to.have.members(['https://one.example', 'https://two.example']);
  });

  it('are asked for together wherever they stand, when the source is the same', async () => {
    const source = five();
    const [one, two] = await Promise.all([
      count(source, tag('a'), '5 comments'),
      count(source, `<p>${tag('x')}</p>`, 'Comments'),
    ]);
    const inner = two.querySelector<CommentCount>('comment-count')!;
    const { asked } = source;
    expect(asked).to.deep.equal([['a']]);
    one.post = 'b';
    inner.commentSource = source;
    await Promise.all([counted(inner, '5 comments'), counted(one, '5 comments')]);
    expect(asked).to.have.length(2);
    expect(asked[1]).to.have.members(['b', 'x']);
  });

  it('are asked for by the hundred where there are very many', async () => {
    const source = five();
    const name = register(() => source);
    const html = Array.from({ length: 230 }, (_, index) => tag(`p${index}`, `source="${name}"`));
    const page = await mount<HTMLElement>(`<div>${html.join('')}</div>`);
    await until(page, () => [...page.children].every((one) => read(one) === '5 comments'));
    expect(source.asked.map(({ length }) => length)).to.deep.equal([100, 100, 30]);
    expect(new Set(source.asked.flat()).size).to.equal(230);
  });

  it('wait until a tag comes near the window, and are asked for once', async () => {
    const source = five();
    const html = tag('a').replace('loading="eager"', '');
    const [one, two] = await Promise.all(
      ['a', 'b'].map((post) =>
        mount<CommentCount>(html.replace('"a"', `"${post}"`), { commentSource: source }),
      ),
    );
    await turn();
    expect(source.asked).to.be.empty;
    // Between two calls the page does all that waits for promises.
    for (const element of [one!, two!]) {
      near(element);
      for (let step = 0; step < 50; step++) await Promise.resolve();
    }
    await Promise.all([counted(one!, '5 comments'), counted(two!, '5 comments')]);
    expect(source.asked).to.deep.equal([['a', 'b']]);
    const parent = one!.parentElement!;
    one!.remove();
    parent.append(one!);
    await turn();
    expect(source.asked, 'a move asks nothing').to.have.length(1);
    expect(read(one)).to.equal('5 comments');

    const three = await mount<CommentCount>(html, { commentSource: source });
    three.remove();
    expect(waiting().flat(), 'who is gone waits no longer').to.deep.equal([]);
  });

  it('F29: are asked for at once where the browser cannot tell what is near', async () => {
    cannotTell();
    await count(five(), tag('a').replace('loading="eager"', ''), '5 comments');
  });
});

describe('A number that does not come', () => {
  it('leaves what was written, tells the page why, and no reader', async () => {
    const source = new Counter(() => Promise.reject(new SourceError('rate', 'Too many.')));
    const failed = next<CommentsErrorEvent>(document, 'comments-error');
    const element = await mount<CommentCount>(tag('a'), { commentSource: source });
    const event = await failed;
    expect(event.kind).to.equal('rate');
    expect(event.target).to.equal(element);
    await turn();
    expect(read(element)).to.equal('Comments');
    element.words = { comments: { other: 'x' } };
    await turn();
    expect(source.asked, 'asked once').to.have.length(1);
  });

  it('is no secret to a developer: a source that cannot count, one that nobody knows', async () => {
    const reader: CommentSource = { name: 'reader', can: [], load: () => Promise.reject(Error()) };
    for (const [attributes, properties, message] of [
      ['', { commentSource: reader }, /"reader" cannot count/],
      ['source="nobody"', {}, /no source of comments named "nobody"/],
    ] as const) {
      const failed = next<CommentsErrorEvent>(document, 'comments-error');
      const element = await mount<CommentCount>(tag('a', attributes), properties);
      expect((await failed).error)
        .to.be.instanceOf(TypeError)
        .and.match(message);
      expect(read(element)).to.equal('Comments');
    }
  });

  it('F27: is dropped when the tag tells of another story by then', async () => {
    const late = defer<ReadonlyMap<string, number>>();
    const asked = defer<undefined>();
    const source = new Counter((ids) => {
      asked.resolve(undefined);
      return ids[0] === 'a' ? late.promise : new Map([['b', 2]]);
    });
    const element = await mount<CommentCount>(tag('a'), { commentSource: source });
    await asked.promise;
    element.post = 'b';
    await counted(element, '2 comments');
    late.resolve(new Map([['a', 9]]));
    await turn();
    expect(read(element)).to.equal('2 comments');
  });

  it('stands for nothing to ask where no source is named', async () => {
    const element = await mount<CommentCount>(tag('a'));
    await turn();
    expect(read(element)).to.equal('Comments');
  });
});

describe('A number beside its thread', () => {
  const thread = (attributes: string) => `<comment-thread ${attributes}><ol></ol></comment-thread>`;
  const loads = (element: Element, total: number) =>
    element.dispatchEvent(new CommentsLoadEvent(total, []));

  it('is never behind what the thread has read', async () => {
    const source = five();
    const element = await count(source, tag('a'), '5 comments');
    const same = await mount<HTMLElement>(thread('post="a" loading="lazy"'), {
      commentSource: source,
    });
    loads(same, 7);
    await counted(element, '7 comments');
    loads(same, 6);
    await turn();
    expect(read(element)).to.equal('7 comments');
    const other = await mount<HTMLElement>(thread('post="b"'), { commentSource: source });
    loads(other, 9);
    await turn();
    expect(read(element), 'another story').to.equal('7 comments');
  });

  it('is one more when the reader’s comment is published, and not while it is held', async () => {
    const source = five();
    const element = await count(source, tag('a'), '5 comments');
    const same = await mount<HTMLElement>(thread('post="a"'), { commentSource: source });
    const inner = same.querySelector('ol')!;
    inner.dispatchEvent(new CommentPostedEvent({ status: 'held' }));
    inner.dispatchEvent(new CommentPostedEvent({ status: 'published' }));
    await counted(element, '6 comments');
  });

  it('is that of the thread in its article where it names no source', async () => {
    const holder = await mount<HTMLElement>(
      `<div>
        <news-article lang="en"><h1>One</h1>${tag('').replace('post=""', '')}${thread('')}</news-article>
        <news-article lang="en"><h1>Two</h1>${tag('').replace('post=""', '')}</news-article>
      </div>`,
    );
    const [one, two] = holder.querySelectorAll('comment-count');
    loads(holder.querySelector('comment-thread')!, 3);
    await counted(one!, '3 comments');
    expect(read(two)).to.equal('Comments');
  });
});

describe('A number of comments, for everybody', () => {
  withStyles();

  it('can be used by everybody', async () => {
    const holder = await mount<HTMLElement>(
      `<p>${tag('a')} <a href="#comments">${tag('b', 'format="number"')}</a></p>`,
    );
    const source = five();
    for (const element of holder.querySelectorAll('comment-count')) element.commentSource = source;
    await counted(holder, '5 comments 5');
    await expect(holder).to.be.accessible();
  });
});
