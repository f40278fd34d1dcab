import { expect } from '@open-wc/testing';
import { commentTree, type Comment, type CommentNode } from '../../src/content/comment.js';

const comment = (id: string, parentId: string | null = null): Comment => ({
  id,
  parentId,
  author: { name: 'Ada' },
  publishedAt: '2025-11-08T12:00:00Z',
  body: { text: id },
  state: 'visible',
});

/** A tree in one line: `a(b(c) d) e`. */
const line = (nodes: readonly CommentNode[]): string =>
  nodes
    .map((node) => node.comment.id + (node.replies.length ? `(${line(node.replies)})` : ''))
    .join(' ');

const cases: [string, Comment[], string][] = [
  ['nothing', [], ''],
  ['comments at the top in their order', [comment('b'), comment('a')], 'b a'],
  [
    'answers under what they answer, wherever they stand in the list',
    [comment('c', 'b'), comment('e'), comment('b', 'a'), comment('a'), comment('d', 'a')],
    'e a(b(c) d)',
  ],
  ['an answer to what is not there at the top', [comment('a', 'gone'), comment('b', 'a')], 'a(b)'],
  ['an answer to nobody at the top', [comment('a', '')], 'a'],
  ['a comment that answers itself', [comment('a', 'a')], 'a'],
  ['a circle of two', [comment('a', 'b'), comment('b', 'a')], 'a(b)'],
  [
    'a circle of three, and what hangs on it',
    [comment('a', 'c'), comment('b', 'a'), comment('c', 'b'), comment('d', 'b'), comment('e', 'd')],
    'a(b(c d(e)))',
  ],
  ['a comment that comes twice', [comment('a'), comment('b', 'a'), comment('a')], 'a(b)'],
];

describe('The tree of comments', () => {
  for (const [name, comments, tree] of cases) {
    it(`holds ${name}`, () => expect(line(commentTree(comments))).to.equal(tree));
  }

  it('leaves the list that it was given as it was', () => {
    const list = Object.freeze([Object.freeze(comment('b', 'a')), Object.freeze(comment('a'))]);
    expect(line(commentTree(list))).to.equal('a(b)');
  });

  it('sets what is deeper than six beside what it answers, in reading order', () => {
    const list = [
      comment('1'),
      ...['2', '3', '4', '5', '6', '7', '8'].map((id) => comment(id, `${Number(id) - 1}`)),
      comment('7b', '6'),
      comment('6b', '5'),
    ];
    expect(line(commentTree(list))).to.equal('1(2(3(4(5(6 7 8 7b 6b)))))');
  });

  it('arranges a chain of twenty thousand answers, and a circle of as many', () => {
    for (const first of [null, '19999']) {
      const chain = Array.from({ length: 20_000 }, (_, index) =>
        comment(`${index}`, index ? `${index - 1}` : first),
      );
      const open = [...commentTree(chain)];
      let count = 0;
      for (let node = open.pop(); node; node = open.pop()) {
        count++;
        open.push(...node.replies);
      }
      expect(count).to.equal(20_000);
    }
  });
});
