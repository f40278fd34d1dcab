import { expect } from '@open-wc/testing';
import { commentWriter } from '../../src/content/comment-markup.js';
import type { Comment, CommentBody } from '../../src/content/comment.js';
import { fromElsewhere } from '../../src/kit/html.js';
import { readMarkdown } from '../../src/sources/comment-markdown.js';

const comment = (body: CommentBody): Comment => ({
  id: '7',
  parentId: null,
  author: { name: 'Jana' },
  publishedAt: '2025-11-08T12:00:00Z',
  body,
  state: 'visible',
});

const shown = async (markdown: string): Promise<HTMLElement> => {
  const write = await commentWriter(fromElsewhere, readMarkdown);
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = write(comment({ markdown }));
  return page.body;
};
const squeezed = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe('A comment in Markdown', () => {
  for (const [markdown, selector, text] of [
    ['One\n\nTwo', 'p:nth-of-type(2)', 'Two'],
    ['**bold** words', 'p strong', 'bold'],
    ['*soft* words', 'p em', 'soft'],
    ['`a < b`', 'p code', 'a < b'],
    ['```\na < b\n```', 'pre code', 'a < b'],
    ['> said', 'blockquote p', 'said'],
    ['- one\n- two', 'ul li:nth-of-type(2)', 'two'],
    ['1. one\n2. two', 'ol li', 'one'],
    ['[words](https://example.org/)', 'a[href="https://example.org/"][rel~="ugc"]', 'words'],
    ['https://example.org/a', 'a[href="https://example.org/a"]', 'https://example.org/a'],
    ['# Loud', 'p strong', 'Loud'],
    ['<em>html</em> inside', 'p em', 'html'],
  ] as const) {
    it(`is shown as it was meant: ${JSON.stringify(markdown)}`, async () => {
      expect(squeezed((await shown(markdown)).querySelector(selector)!.textContent)).to.equal(text);
    });
  }

  for (const markdown of [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://tracker.example/x.png)',
    '[x](javascript:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](JaVaScRiPt&colon;alert(1))',
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '<iframe src="https://frame.example/"></iframe>',
    '<style>*{display:none}</style>',
    '<svg><script>alert(1)</script></svg>',
    '<b id="x" class="y" style="color:red">x</b>',
    '**<img src=x onerror=alert(1)>**',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    `${'>'.repeat(200)} deep`,
    '[^1]: note\n\ntext[^1]',
    '\0\uD800',
  ]) {
    it(`T1: runs and loads nothing: ${JSON.stringify(markdown).slice(0, 60)}`, async () => {
      const body = await shown(markdown);
      for (const element of body.querySelectorAll('*')) {
        expect(element.localName).to.match(
          /^(p|strong|em|s|code|pre|blockquote|ul|ol|li|a|br|b|i|u|sub|sup|bdi|span|math|mtext)$/,
        );
        for (const { name } of element.attributes)
          expect(name).to.match(/^(href|rel|lang|dir|start|class|title)$/);
        const protocol = (element as Partial<HTMLAnchorElement>).protocol;
        if (protocol) expect(protocol).to.match(/^(?:https?)?:$/);
      }
    });
  }

  it('shows what was typed where nobody brought a reader of Markdown', async () => {
    const write = await commentWriter(fromElsewhere);
    const page = document.implementation.createHTMLDocument();
    page.body.innerHTML = write(comment({ markdown: '**a**\nb\n\nc' }));
    expect([...page.querySelectorAll('p')].map((p) => squeezed(p.textContent))).to.deep.equal([
      '**a**b',
      'c',
    ]);
    expect(page.querySelectorAll('br')).to.have.length(1);
  });

  it('loses none of the words that were written', async () => {
    const text = 'One *two* **three** `four` [five](https://example.org)';
    expect(squeezed((await shown(text)).textContent)).to.equal('One two three four five');
  });
});
