import { expect } from '@open-wc/testing';
import type { Block } from '../../src/content/block.js';
import { readBlocks } from '../../src/content/read-html.js';
import { renderBlocks } from '../../src/content/render-block.js';
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
