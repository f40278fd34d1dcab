import { expect } from '@open-wc/testing';
import { articleOf } from '../../src/content/article.js';
import type { Block, LiveUpdate } from '../../src/content/block.js';
import { readBlocks } from '../../src/content/read-html.js';
import { renderBlocks } from '../../src/content/render-block.js';
import { toText } from '../../src/content/to-text.js';
import { parseHtml, silentOptions } from '../sources/formats.js';

const spoken = { ...silentOptions, say: (key: string) => `Our ${key}` };

describe('What the writer wrote, read back', () => {
  it('has a transcript again, without the line that opens it', () => {
    const video: Block = {
      type: 'video',
      files: [{ src: 'https://a.example/film.mp4' }],
      tracks: [],
      transcript: [{ type: 'paragraph', children: ['Said in the film.'] }],
    };
    expect(readBlocks(parseHtml(String(renderBlocks([video], spoken))))).to.deep.equal([video]);
  });

  it('has the updates of a live blog again, with all their fields', () => {
    const updates: LiveUpdate[] = [
      {
        type: 'live-update',
        id: 'second',
        headline: ['A ', { type: 'emphasis', children: ['second'] }, ' thing'],
        published: '2024-05-31T10:00:00Z',
        updated: '2024-05-31T10:30:00Z',
        authors: [
          { name: 'Jane Doe', role: 'in Prague', url: 'https://news.example/jane' },
          { name: 'John Roe', image: 'https://news.example/john.jpg' },
        ],
        key: true,
        pinned: true,
        children: [
          { type: 'paragraph', children: ['It happened.'] },
          { type: 'heading', level: 3, children: ['And then'] },
          { type: 'paragraph', children: ['It went on.'] },
        ],
      },
      {
        type: 'live-update',
        id: 'first',
        published: '2024-05-31T09:00:00Z',
        authors: [],
        byline: 'Compiled from agencies',
        children: [{ type: 'paragraph', children: ['It began.'] }],
      },
      { type: 'live-update', headline: ['Only a headline'], authors: [], children: [] },
    ];
    const body: Block[] = [...updates, { type: 'thematic-break' }, ...updates.slice(1)];
    const options = {
      ...spoken,
      say: (key: string) => (key === 'by' ? 'By {authors}' : `Our ${key}`),
      formatDate: (iso: string) => `On ${iso}`,
    };
    const html = String(renderBlocks(body, options));
    expect(html.match(/<live-blog>/g)).to.have.lengthOf(2);
    expect(readBlocks(parseHtml(html))).to.deep.equal(body);
    // As it was written before there was a tag around them, and by hand.
    const bare = html
      .replace(/<details.*<\/details>/g, '')
      .replace(/<\/?(?:live-blog|article)>/g, '');
    expect(readBlocks(parseHtml(bare))).to.deep.equal(body);
  });

  it('loses no word that somebody wrote into an update', () => {
    const html =
      '<live-update>Before <article><p>First</p><h2>Not on top</h2><article-time>Seen at <time datetime="2024-05-31">noon</time></article-time><article-byline><p>Reported by <a rel="author" href="/a">Jane</a>, translated by <span class="author">John</span></p></article-byline><p>Last</p></article> after</live-update>';
    const [update, ...others] = readBlocks(parseHtml(html));
    expect(others).to.be.empty;
    expect(update).to.have.property('byline', 'Reported by Jane, translated by John');
    const said = toText(articleOf({ body: [update!] }));
    for (const word of ['Before', 'First', 'Not on top', 'Seen at', 'noon', 'Last', 'after'])
      expect(said).to.include(word);
  });

  it('writes pinned updates first, and lists the moments that count', () => {
    const update = (id: string, more: Partial<LiveUpdate> = {}): LiveUpdate => ({
      ...{ type: 'live-update', id, headline: [id], authors: [], children: [] },
      ...more,
    });
    const html = String(
      renderBlocks([update('b'), update('a', { pinned: true, key: true })], silentOptions),
    );
    expect(html.indexOf('id="user-content-a"')).to.be.below(html.indexOf('id="user-content-b"'));
    expect(html).to.include('<li><a href="#user-content-a">a</a></li>');
    expect(html.match(/<li>/g)).to.have.lengthOf(1);
  });

  it('has a quoted post as one embed, with its caption', () => {
    const html =
      '<figure><blockquote class="twitter-tweet"><p>Words</p><a href="https://x.com/a/status/1">May</a></blockquote><figcaption>Under it</figcaption></figure>';
    const [post, ...others] = readBlocks(parseHtml(html));
    expect(others).to.be.empty;
    expect(post).to.include({ type: 'embed', provider: 'x', url: 'https://x.com/a/status/1' });
    expect(JSON.stringify(post).match(/"embed"/g)).to.have.length(1);
    expect(post).to.have.deep.property('caption', ['Under it']);
  });
});
