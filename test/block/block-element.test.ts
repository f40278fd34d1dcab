import { expect } from '@open-wc/testing';
import { BlockElement } from '../../src/block/block-element.js';
import type { Behaviour, BlockScript, BlockTools } from '../../src/block/block-script.js';
import { defineAll } from '../../src/elements.js';
import { define } from '../../src/kit/define.js';
import { FakeClock, read, show, turn, warnings } from '../helpers.js';
import { cannotTell, near, onStage, waiting } from '../near.js';
import { waitUntil } from '../soon.js';

defineAll();

const calls: string[] = [];
let tools: BlockTools;
let load: () => Promise<BlockScript>;

const script: BlockScript<HTMLElement> = {
  enhance(host, given): Behaviour {
    tools = given;
    calls.push(`enhance ${host.id}`);
    return {
      update: () => void calls.push('update'),
      disconnect: () => void calls.push('disconnect'),
    };
  },
};

class TestBlock extends BlockElement {
  static readonly tag: string = 'test-block';
  protected override script(): Promise<BlockScript> {
    return load();
  }
}
define(TestBlock);

describe('A tag of a block', () => {
  onStage();

  beforeEach(() => {
    calls.length = 0;
    load = () => Promise.resolve(script);
  });

  it('loads what it does when the reader comes near, and not before', async () => {
    const block = await show('<test-block id="a"><p>Text.</p></test-block>');
    expect(calls).to.deep.equal([]);
    expect(block.matches(':state(ready)')).to.equal(false);
    near(block);
    await turn();
    expect(calls.slice(0, 2)).to.deep.equal(['enhance a', 'update']);
    expect(block.matches(':state(ready)')).to.equal(true);
    expect(read(block)).to.equal('Text.');
  });

  it('shares one observer with all that wait', async () => {
    const box = await show('<div><test-block></test-block><test-block></test-block></div>');
    expect(waiting().map(({ length }) => length)).to.deep.equal([2]);
    box.remove();
    await turn();
    expect(waiting()).to.deep.equal([]);
  });

  it('is at work at once where it is told to be eager, or where nothing can be told of the window', async () => {
    await show('<test-block id="a" loading="eager"></test-block>');
    cannotTell();
    await show('<test-block id="b"></test-block>');
    expect(calls.filter((call) => call.startsWith('enhance'))).to.deep.equal([
      'enhance a',
      'enhance b',
    ]);
  });

  it('lets go when it is taken out, and is at work again when it is put back', async () => {
    const block = await show('<test-block id="a" loading="eager"></test-block>');
    const box = block.parentElement!;
    block.remove();
    expect(calls.at(-1)).to.equal('disconnect');
    calls.length = 0;
    box.append(block);
    await turn();
    expect(calls.slice(0, 2)).to.deep.equal(['enhance a', 'update']);
  });

  it('does not begin in an element that was taken out while its script was on the way', async () => {
    let arrive: (script: BlockScript) => void = () => {};
    load = () => new Promise((resolve) => (arrive = resolve));
    const block = await show('<test-block loading="eager"></test-block>');
    block.remove();
    arrive(script);
    await turn();
    expect(calls).to.deep.equal([]);
  });

  it('stays as it is when its script does not come, says so once, and tries again later', async () => {
    load = () => Promise.reject(new TypeError('no connection'));
    let block!: TestBlock;
    const heard = await warnings(async () => {
      block = await show<TestBlock>('<test-block loading="eager"><p>Text.</p></test-block>');
    });
    expect(heard.join()).to.match(/test-block.*no connection/);
    expect(read(block)).to.equal('Text.');
    load = () => Promise.resolve(script);
    block.requestUpdate();
    await turn();
    expect(calls).to.include('update');
  });

  it('hears of children that come and go', async () => {
    const block = await show('<test-block loading="eager"></test-block>');
    calls.length = 0;
    block.append('More');
    await turn();
    expect(calls).to.deep.equal(['update']);
  });

  it('hands its script the words, the clock and the zone of the article', async () => {
    const article = await show<HTMLElementTagNameMap['news-article']>(
      '<news-article lang="de" time-zone="Europe/Prague"><h1>T</h1><test-block loading="eager"></test-block></news-article>',
    );
    article.clock = new FakeClock('2024-05-31T12:00:00Z');
    article.words = { related: 'Mehr davon' };
    await turn();
    await turn();
    expect(tools.say('related')).to.equal('Mehr davon');
    expect(tools.locale()).to.equal('de');
    expect(tools.formatDate('2024-05-31T22:30:00Z')).to.contain('1. Juni 2024');
    expect(tools.formatDate('nonsense')).to.equal('');
    expect(tools.now()).to.equal(Date.parse('2024-05-31T12:00:00Z'));
  });
});

describe('A tag of a block that is given data', () => {
  const gallery = {
    images: [{ type: 'image', src: 'data:image/png;base64,AAAA', alt: 'A' }],
    caption: ['All of <it>'],
    layout: 'strip',
  };

  it('writes the HTML that it would have enhanced, with its attributes', async () => {
    const tag = await show<HTMLElementTagNameMap['article-gallery']>(
      '<article-gallery lang="en"></article-gallery>',
    );
    tag.block = gallery;
    await waitUntil(() => tag.querySelector('img'));
    expect(tag.getAttribute('layout')).to.equal('strip');
    expect(tag.querySelector(':scope > figure > figcaption')?.textContent).to.equal('All of <it>');
  });

  it('reads it from a script inside, too', async () => {
    const tag = await show(
      `<related-articles><script type="application/json">{"title":["More"],"items":[{"headline":"A bridge","url":"/bridge"}]}</script></related-articles>`,
    );
    await waitUntil(() => tag.querySelector('a'));
    expect(read(tag)).to.equal('More A bridge');
  });

  it('tells the page of what is wrong with it, and writes the rest', async () => {
    const tag = await show<HTMLElementTagNameMap['article-card']>('<article-card></article-card>');
    const heard = await warnings(async () => {
      tag.block = { headline: 'A bridge', url: 'javascript:alert(1)' };
      await waitUntil(() => tag.textContent);
    });
    expect(heard.join()).to.match(/article-card.*url/);
    expect(read(tag)).to.equal('A bridge');
    expect(tag.querySelector('a')).to.equal(null);
  });

  it('keeps what stands there when the data is none', async () => {
    const heard = await warnings(async () => {
      const tag = await show(
        '<article-gallery><script type="application/json">{oops</script><p>Text.</p></article-gallery>',
      );
      await import('../../src/content/block-markup.js');
      await turn();
      expect(read(tag)).to.equal('Text.');
    });
    expect(heard.join()).to.match(/no object/);
  });
});
