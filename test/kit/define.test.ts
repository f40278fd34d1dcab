import { expect } from '@open-wc/testing';
import { define, prefixOf, select, tagFor } from '../../src/kit/define.js';
import { warnings } from '../helpers.js';

const tagged = (tag: string) =>
  class extends HTMLElement {
    static readonly tag = tag;
  };

describe('Registering a tag', () => {
  it('gives it to its class', () => {
    const Class = tagged('test-plain');
    define(Class);
    expect(customElements.get('test-plain')).to.equal(Class);
    expect(tagFor('test-plain')).to.equal('test-plain');
    expect(prefixOf(document.createElement('test-plain'))).to.equal('');
  });

  it('twice is silent', async () => {
    const Class = tagged('test-twice');
    const said = await warnings(() => {
      define(Class);
      define(Class);
      define(Class, 'acme-');
      define(Class, 'acme-');
    });
    expect(said).to.deep.equal([]);
  });

  it('that somebody else holds warns once, throws nothing and changes nothing', async () => {
    const Theirs = class extends HTMLElement {};
    customElements.define('test-foreign', Theirs);
    const said = await warnings(() => {
      define(tagged('test-foreign'));
      define(tagged('test-foreign'));
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('<test-foreign>').and.to.contain('prefix');
    expect(customElements.get('test-foreign')).to.equal(Theirs);
  });

  it('under a prefix gives each name a class of its own', () => {
    const Class = tagged('test-prefixed');
    define(Class, 'acme-');
    define(Class, 'other-');
    define(Class);
    const classes = ['acme-', 'other-', ''].map((prefix) =>
      customElements.get(`${prefix}test-prefixed`)!,
    );
    expect(new Set(classes).size).to.equal(3);
    const elements = classes.map((Each) => new Each());
    for (const element of elements) expect(element).to.be.instanceOf(Class);
    expect(elements.map(prefixOf)).to.deep.equal(['acme-', 'other-', '']);
    expect(tagFor('test-prefixed'), 'the first').to.equal('acme-test-prefixed');
  });

  it('is not needed to name it', () => {
    expect(tagFor('test-nowhere')).to.equal('test-nowhere');
  });

  it('makes it found under any prefix, by its class', () => {
    const box = document.createElement('div');
    box.append(document.createElement('test-found'), document.createElement('acme-test-found'));
    box.lastElementChild!.className = 'test-found';
    expect(box.querySelectorAll(select('test-found'))).to.have.lengthOf(2);
  });
});
