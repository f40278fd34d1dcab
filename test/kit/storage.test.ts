import { expect } from '@open-wc/testing';
import { storage } from '../../src/kit/storage.js';
import { refusing } from '../helpers.js';

const areas = ['localStorage', 'sessionStorage'] as const;

describe("The browser's store", () => {
  for (const area of areas) {
    it(`${area} keeps, gives back and forgets`, () => {
      expect(storage.set(area, 'broadsheet-test', 'kept')).to.equal(true);
      expect(storage.get(area, 'broadsheet-test')).to.equal('kept');
      expect(storage.set(area, 'broadsheet-test', null)).to.equal(true);
      expect(storage.get(area, 'broadsheet-test')).to.equal(null);
    });

    it(`${area} denied as a whole gives nothing and throws nothing`, () =>
      refusing(area, () => {
        expect(storage.get(area, 'broadsheet-test')).to.equal(null);
        expect(storage.set(area, 'broadsheet-test', 'x')).to.equal(false);
        expect(storage.set(area, 'broadsheet-test', null)).to.equal(false);
      }));
  }

  it('says so when it is full', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      expect(storage.set('localStorage', 'broadsheet-test', 'x')).to.equal(false);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
