import { expect } from '@open-wc/testing';
import { placements, renderPicture, sizesFor, type Picture } from '../../src/content/figure.js';
import { badUrls, linkProtocols } from '../bad-urls.js';

const write = (picture: Partial<Picture>, placement = placements[0]) => {
  const template = document.createElement('template');
  template.innerHTML = String(
    renderPicture({ src: 'a.jpg', alt: '', ...picture }, placement, picture) ?? '',
  );
  return template.content;
};

describe('A written figure', () => {
  it('says all that a newsroom says of a picture', () => {
    const content = write({
      alt: 'A bridge',
      caption: 'The bridge <at> dawn.',
      credit: 'Jane Doe',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
      provenance: 'Archive',
    });
    expect(content.querySelector('img')?.alt).to.equal('A bridge');
    expect(content.querySelector('figcaption')?.textContent).to.equal(
      'The bridge <at> dawn. Jane Doe CC BY 4.0 Archive',
    );
    expect(content.querySelector('.credit')?.textContent).to.equal('Jane Doe');
    expect(content.querySelector('.provenance')?.textContent).to.equal('Archive');
    expect(content.querySelector('a')?.rel).to.equal('license');
  });

  it('names a licence without a link where there is no address', () => {
    const content = write({ licence: 'CC BY 4.0' });
    expect(content.querySelector('a')).to.equal(null);
    expect(content.querySelector('span.licence')?.textContent).to.equal('CC BY 4.0');
  });

  it('has no caption when there is nothing to say', () => {
    expect(write({ caption: '', credit: '', licenceUrl: '/by' }).querySelector('figcaption'))
      .to //
      .equal(null);
  });

  it('writes an empty alt, so that a picture that decorates is passed over', () => {
    expect(write({}).querySelector('img')?.getAttribute('alt')).to.equal('');
  });

  it('keeps the place of the picture by its size', () => {
    const image = write({ width: 1600, height: 1067 }).querySelector('img');
    expect(image?.getAttribute('width')).to.equal('1600');
    expect(image?.getAttribute('height')).to.equal('1067');
  });

  it('says nothing of sizes without a srcset', () => {
    expect(write({ sizes: '50vw' }).querySelector('img')?.hasAttribute('sizes')).to.equal(false);
  });

  for (const placement of placements) {
    it(`works out the sizes of one that stands ${placement}, unless the page says them`, () => {
      const srcset = 'a.jpg 300w, b.jpg 600w';
      const image = write({ srcset }, placement as 'inline').querySelector('img');
      expect(image?.srcset).to.equal(srcset);
      expect(image?.sizes).to.equal(sizesFor(placement));
      expect(image?.sizes).to.match(/vw/);
      const own = write({ srcset, sizes: '50vw' }, placement as 'inline').querySelector('img');
      expect(own?.sizes).to.equal('50vw');
    });
  }

  for (const url of badUrls) {
    it(`never shows or links ${JSON.stringify(url)}`, () => {
      const content = write({ licence: 'Licence', licenceUrl: url });
      for (const link of content.querySelectorAll('a')) {
        expect(document.importNode(link).protocol).to.be.oneOf(linkProtocols);
      }
      const image = write({ src: url, srcset: `${url} 2x` }).querySelector('img');
      for (const name of ['src', 'srcset']) {
        const written = image?.getAttribute(name);
        if (!written) continue;
        expect(new URL(written, document.baseURI).protocol).to.be.oneOf(linkProtocols);
      }
    });
  }
});
