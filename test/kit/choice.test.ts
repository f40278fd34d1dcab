import { expect } from '@open-wc/testing';
import { choice } from '../../src/kit/choice.js';
import { warnings } from '../helpers.js';

describe('An attribute that takes one of a few words', () => {
  const { fromAttribute } = choice('look', ['plain', 'loud'], 'plain');

  for (const [written, word] of [
    ['loud', 'loud'],
    [' LOUD ', 'loud'],
    ['plain', 'plain'],
    ['', 'plain'],
    [null, 'plain'],
  ] as const) {
    it(`reads ${JSON.stringify(written)} as ${word}`, () => {
      expect(fromAttribute?.(written)).to.equal(word);
    });
  }

  it('falls back for a word it does not know, and warns once', async () => {
    const said = await warnings(() => {
      expect(fromAttribute?.('purple')).to.equal('plain');
      expect(fromAttribute?.('purple')).to.equal('plain');
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('look="purple"').and.to.contain('plain, loud');
  });

  it('is as good as absent where there is nothing to fall back to', async () => {
    const bare = choice('shape', ['round', 'flat']);
    await warnings(() => expect(bare.fromAttribute?.('purple')).to.equal(undefined));
    expect(bare.fromAttribute?.('flat')).to.equal('flat');
  });
});
