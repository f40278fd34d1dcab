import { expect } from '@open-wc/testing';
import { dataBlock, fromWriter, setData } from '../../src/kit/html.js';

describe('The door for HTML', () => {
  it('makes nodes of the page, not of an inert template', () => {
    const fragment = fromWriter('<p>one</p> two');
    expect(fragment.ownerDocument).to.equal(document);
    expect(fragment.textContent).to.equal('one two');
  });

  it('makes a data block that nothing runs', () => {
    const script = dataBlock('application/ld+json');
    setData(script, 'globalThis.ran = true');
    document.head.append(script);
    expect(globalThis).not.to.have.property('ran');
    expect(script.text).to.equal('globalThis.ran = true');
    script.remove();
  });
});
