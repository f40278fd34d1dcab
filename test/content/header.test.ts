import { expect } from '@open-wc/testing';
import { renderHeader } from '../../src/content/header.js';

describe('A written header', () => {
  it('holds kicker, headline and standfirst as text, in that order', () => {
    expect(
      String(renderHeader({ kicker: 'R&D', headline: '1 < 2', standfirst: 'So "they" say.' })),
    ).to.equal(
      '<p class="kicker">R&amp;D</p><h1>1 &lt; 2</h1><p class="standfirst">So &quot;they&quot; say.</p>',
    );
  });

  it('leaves out what there is not', () => {
    expect(String(renderHeader({ headline: 'Alone', kicker: '' }))).to.equal('<h1>Alone</h1>');
    expect(String(renderHeader({}))).to.equal('');
  });
});
