import { expect } from '@open-wc/testing';
import { commentTree, type Comment } from '../../src/content/comment.js';
import { renderComments, type CommentListOptions } from '../../src/content/comment-list.js';
import { badUrls, linkProtocols } from '../bad-urls.js';

const options: CommentListOptions = {
  formatDate: (iso) => (iso.startsWith('2025') ? '8 November' : ''),
  say: (key, values = {}) => [key, ...Object.values(values)].join(' '),
  can: { reply: true },
};

const comment = (over: Partial<Comment> = {}): Comment => ({
  id: '5',
  parentId: null,
  author: { name: 'Ada' },
  publishedAt: '2025-11-08T12:00:00Z',
  body: { text: 'Words.' },
  state: 'visible',
  ...over,
});

function written(comments: readonly Comment[], over: Partial<CommentListOptions> = {}): Element {
  const list = document.createElement('ol');
  list.innerHTML = String(renderComments(commentTree(comments), { ...options, ...over }));
  return list;
}

describe('The list of comments, as it is written', () => {
  it('is items with an article each: who and when, what, and a way to answer', () => {
    const list = written([comment({ author: { name: 'Ada', url: 'https://ada.example' } })]);
    expect(list.innerHTML.replace(/>\s+</g, '><')).to.equal(
      '<li id="comment-5"><article><header>' +
        '<cite class="comment-author" data-initials="A"><a href="https://ada.example" rel="external nofollow ugc noopener noreferrer"><bdi>Ada</bdi></a></cite>' +
        '<a class="comment-permalink" href="#comment-5"><time datetime="2025-11-08T12:00:00Z">8 November</time></a>' +
        '</header><div class="body" dir="auto"><p>Words.</p></div>' +
        '<footer><button type="button" class="reply" aria-label="replyTo Ada">reply</button></footer>' +
        '</article></li>',
    );
  });

  it('is the same wherever it is written: it needs no page', () => {
    expect(String(renderComments([], options))).to.equal('');
  });

  it('has nothing for what is not there', () => {
    const list = written([comment({ publishedAt: 'never', author: { name: '' } })], {
      can: {},
    });
    expect(list.querySelector('time, a, footer, button')).to.be.null;
    expect(list.querySelector('bdi')!.textContent).to.equal('anonymous');
  });

  it('marks a comment that waits for a moderator', () => {
    const list = written([comment({ state: 'pending' })]);
    expect(list.querySelector('li.pending .pending-note')!.textContent).to.equal('pending');
  });

  for (const [text, html] of [
    ['a', '<p>a</p>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['a\n\nb', '<p>a</p><p>b</p>'],
    ['\n a\n \n\n\nb \n', '<p>a</p><p>b</p>'],
    ['a\r\nb\r\n\r\nc', '<p>a<br>b</p><p>c</p>'],
    ['<b>&amp;"\'</b>', '<p>&lt;b&gt;&amp;amp;"\'&lt;/b&gt;</p>'],
    ['', '<p></p>'],
  ] as const) {
    it(`parts ${JSON.stringify(text)} into lines and paragraphs`, () => {
      const body = written([comment({ body: { text } })]).querySelector('.body')!;
      expect(body.innerHTML.replaceAll('\n', '')).to.equal(html);
    });
  }

  it('nests answers to a depth of six, and sets deeper ones beside what they answer', () => {
    const chain = Array.from({ length: 9 }, (_, index) =>
      comment({ id: `${index + 1}`, parentId: index ? `${index}` : null }),
    );
    const list = written(chain);
    const depth = (id: string) => {
      let levels = 0;
      for (let at = list.querySelector(`#comment-${id}`); at; at = at.parentElement)
        if (at.localName === 'li') levels++;
      return levels;
    };
    expect(chain.map(({ id }) => depth(id))).to.deep.equal([1, 2, 3, 4, 5, 6, 6, 6, 6]);
  });

  it('makes a link of no address that leads to a script', () => {
    for (const url of badUrls) {
      const link = written([comment({ author: { name: 'M', url } })]).querySelector(
        '.comment-author a',
      );
      if (link) expect(linkProtocols, url).to.include((link as HTMLAnchorElement).protocol);
    }
  });
});
