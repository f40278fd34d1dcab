import { expect } from '@open-wc/testing';
import { parseArticle } from '../../src/content/article.js';
import { commentTree } from '../../src/content/comment.js';
import { renderComments } from '../../src/content/comment-list.js';
import { MAX_HTML } from '../../src/content/nodes.js';
import { readBlocks } from '../../src/content/read-html.js';
import { writeArticle } from '../../src/content/render-article.js';
import { renderBlocks } from '../../src/content/render-block.js';
import { MAX_NODES } from '../../src/content/schema.js';
import '../../src/define/all.js';
import { everyBlock } from '../content/every-block.js';
import { comment, mountThread, sourceOf } from '../comments/helpers.js';
import { read, withStyles } from '../helpers.js';
import { parseHtml, silentOptions, typesIn } from '../sources/formats.js';

const sanitize = (html: string): string =>
  String(renderBlocks(readBlocks(parseHtml(html)), silentOptions));
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe('Ids and names in a story', () => {
  it('T4: cannot take the place of anything that a script reads by name', () => {
    const names = [
      'attributes',
      'location',
      'cookie',
      'children',
      'broadsheet',
      'submit',
      'action',
    ];
    for (const name of names) {
      const page = parsed(
        sanitize(
          `<h2 id="${name}">a</h2><img name="${name}" src="x.png"><a id="${name}" name="${name}" href="#${name}">b</a><form id="${name}"><input name="${name}"></form>`,
        ),
      );
      expect(page.querySelectorAll(`[name], #${name}`)).to.be.empty;
      expect([...page.querySelectorAll('[id]')].map(({ id }) => id)).to.deep.equal([
        `user-content-${name}`,
      ]);
      expect(page.querySelector('a')!.getAttribute('href')).to.equal(`#user-content-${name}`);
    }
    const article = parseArticle({
      headline: 'H',
      body: [{ type: 'heading', level: 2, id: 'location', children: ['a'] }],
    });
    expect(String(writeArticle(article.article, silentOptions))).to.contain(
      'id="user-content-location"',
    );
  });
});

describe('Styles in a story', () => {
  withStyles();

  it('T5: are left behind, and so are classes', () => {
    const html = sanitize(
      '<p style="position:fixed;inset:0;background:url(https://a.example/x)" class="ad overlay">a</p><style>*{display:none}</style><link rel="stylesheet" href="https://a.example/x.css"><div hidden inert popover id="x">b</div>',
    );
    expect(html).to.equal('<p>a</p>\n<p>b</p>');
  });

  it('T5: paint nothing outside their comment, however high letters are stacked', async () => {
    const thread = await mountThread(undefined, {
      commentSource: sourceOf(comment({ body: { text: `a${'\u0301'.repeat(300)}` } })),
    });
    expect(getComputedStyle(thread.querySelector('.body')!).overflowY).to.equal('clip');
  });
});

describe('Frames in a story', () => {
  it('T6: T13: become links that load nothing before a click', () => {
    const html = sanitize(
      '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="A film" srcdoc="<script>x()</script>" onload="x()"></iframe><object data="https://a.example/x.swf"><embed src="https://a.example/x.swf"></object>',
    );
    const page = parsed(html);
    expect(page.querySelectorAll('iframe, object, embed, script, [srcdoc]')).to.be.empty;
    expect(page.querySelector('a')!.href).to.equal('https://www.youtube.com/watch?v=aqz-KE-bpKQ');
    expect(page.querySelector('article-embed')!.getAttribute('provider')).to.equal('youtube');
  });

  for (const src of ['javascript:alert(1)', 'data:text/html,x', 'blob:https://a.example/1', '']) {
    it(`T6: lead nowhere from ${src || 'no address'}`, () => {
      const page = parsed(sanitize(`<iframe src="${src}" title="A film"></iframe>`));
      expect(page.querySelectorAll('a, iframe, article-embed')).to.be.empty;
      expect(page.body.textContent).to.contain('A film');
    });
  }
});

describe('Links in a story', () => {
  it('T18: open no window that could turn on the one it came from', () => {
    const page = parsed(
      sanitize('<a href="https://a.example" target="_blank" rel="opener">a</a>') +
        String(writeArticle(everyBlock, silentOptions)),
    );
    expect(page.querySelectorAll('[target], [rel~="opener"]')).to.be.empty;
  });
});

describe('Much of everything', () => {
  it('T15: thousands of levels are flattened, with their words', () => {
    const depth = 5000;
    const html = sanitize(`${'<div>'.repeat(depth)}deep<b> down</b>${'</div>'.repeat(depth)}`);
    expect(parsed(html).body.textContent).to.equal('deep down');
    let nested: unknown = { type: 'paragraph', children: ['deep down'] };
    for (let level = 0; level < depth; level++) nested = { type: 'group', children: [nested] };
    const { article } = parseArticle({ headline: 'H', body: [nested] });
    expect(String(writeArticle(article, silentOptions))).to.contain('deep down');
  });

  it('T15: more elements than a page can bear are cut, and that is said', () => {
    const blocks = readBlocks(parseHtml('<p>a</p>'.repeat(MAX_NODES)));
    expect(blocks.length).to.be.below(MAX_NODES);
    expect(blocks.at(-1)).to.deep.equal({ type: 'notice', kind: 'cut', children: [] });
    const { article, problems } = parseArticle({
      headline: 'H',
      body: Array.from({ length: 2 * MAX_NODES }, () => ({ type: 'thematic-break' })),
    });
    expect(article.body.length).to.be.at.most(MAX_NODES);
    expect(problems.map(({ message }) => message).join()).to.contain('left out');
  });

  it('T15: longer HTML than a page can bear is cut, and that is said', () => {
    const blocks = readBlocks(parseHtml(`<p>${'word '.repeat(MAX_HTML / 5)}</p><p>end</p>`));
    expect([...typesIn(blocks)]).to.include('notice');
    expect(JSON.stringify(blocks).length).to.be.below(MAX_HTML + 200);
  });
});

describe('Names of strangers', () => {
  it('T21: turn no words around, hide nothing and end somewhere', () => {
    const name = `\u202eevil\u2066 \u200bname${'x'.repeat(200)}`;
    const html = String(
      renderComments(commentTree([comment({ author: { name } })]), {
        formatDate: () => '',
        say: (key) => key,
        can: {},
      }),
    );
    const page = parsed(html);
    const bdi = page.querySelector('cite bdi')!;
    expect(bdi.textContent).to.match(/^evil namex{91}…$/);
  });
});

describe('A thread of a hundred strangers', () => {
  it('T12: T13: asks nobody else for anything and shows no address', async () => {
    performance.clearResourceTimings();
    const thread = await mountThread(undefined, {
      commentSource: sourceOf(
        ...Array.from({ length: 100 }, (_, index) =>
          comment({
            author: { name: `Reader ${index}`, url: `https://r${index}.example` },
            body: {
              html: `<p>Hello <img src="https://track.example/${index}.gif" alt="dot"></p><iframe src="https://video.example/${index}"></iframe>`,
            },
          }),
        ),
      ),
    });
    expect(thread.querySelectorAll('li')).to.have.length(100);
    expect(thread.querySelectorAll('img, iframe, video, audio, link, script')).to.be.empty;
    expect(thread.outerHTML).not.to.contain('@');
    const asked = performance
      .getEntriesByType('resource')
      .filter((entry) => new URL(entry.name).origin !== location.origin);
    expect(asked.map((entry) => entry.name)).to.deep.equal([]);
    expect(read(thread)).to.contain('Reader 99');
  });
});
