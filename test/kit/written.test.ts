import { expect } from '@open-wc/testing';
import { Written } from '../../src/kit/written.js';

describe('What a tag wrote', () => {
  let host: HTMLElement;
  let written: Written;
  beforeEach(() => {
    host = document.createElement('div');
    written = new Written(host);
  });

  it('replaces itself, in its place, and nothing that the page put beside it', () => {
    expect(written.present).to.equal(false);
    written.replace('<p>one</p>');
    expect(written.present).to.equal(true);
    host.prepend(document.createElement('i'));
    host.append(document.createElement('b'));
    written.replace('<p>two</p><p>three</p>');
    expect(host.innerHTML).to.equal('<i></i><p>two</p><p>three</p><b></b>');
    written.replace('');
    expect(host.innerHTML).to.equal('<i></i><b></b>');
    expect(written.present).to.equal(false);
  });

  it('stays the same nodes when the same is written again', () => {
    written.replace('<p>one</p>');
    const { firstChild } = host;
    written.replace('<p>one</p>');
    expect(host.firstChild).to.equal(firstChild);
  });

  it('is written again when somebody took it away', () => {
    written.replace('<p>one</p>');
    host.replaceChildren();
    expect(written.present).to.equal(false);
    written.replace('<p>one</p>');
    expect(host.innerHTML).to.equal('<p>one</p>');
  });
});
