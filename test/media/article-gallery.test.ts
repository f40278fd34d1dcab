import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleGallery } from '../../src/media/article-gallery.js';
import type { FigureOpenEvent } from '../../src/media/figure-open-event.js';
import { badUrls } from '../bad-urls.js';
import {
  allByRole,
  arrived,
  broken,
  byRole,
  can,
  itWhere,
  press,
  read,
  show,
  turn,
  warnings,
  withStyles,
} from '../helpers.js';
import { focused, inGallery, isReady, moved, names, pictures, places, ready } from './pictures.js';
import { waitUntil } from '../soon.js';

defineAll();

const layouts = ['grid', 'carousel', 'strip'] as const;
const openers = (element: Element) => allByRole(element, 'button', /^Open the picture large/);
const gallery = (layout: string, attributes = '', inner = inGallery()) =>
  ready<ArticleGallery>(
    `<article-gallery layout="${layout}" loading="eager" ${attributes}>${inner}</article-gallery>`,
  );
const scroller = (element: Element) => element.querySelector<HTMLElement>(':scope > figure')!;

describe('A gallery that someone wrote', () => {
  withStyles();

  for (const layout of layouts) {
    it(`keeps all its words and HTML as a ${layout}`, async () => {
      const element = await gallery(layout);
      const said = names.map((name) => `${name}, seen. Jane Doe`).join(' ');
      expect(read(element)).to.equal(`${said} Three views.`);
      element
        .querySelectorAll('figure-opener, gallery-controls')
        .forEach((furniture) => furniture.remove());
      scroller(element).removeAttribute('tabindex');
      expect(element.innerHTML).to.equal(inGallery());
      expect(element.shadowRoot).to.equal(null);
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`moves nothing when its script comes, as a ${layout} ${dir}`, async () => {
        const plain = await show(
          `<div style="inline-size: 600px" dir="${dir}"><div class="article-gallery" layout="${layout}">${inGallery()}</div></div>`,
        );
        for (const image of plain.querySelectorAll('img')) await arrived(image);
        const before = places(plain.firstElementChild!);
        const element = await ready(
          `<article-gallery layout="${layout}" loading="eager">${inGallery()}</article-gallery>`,
          `dir="${dir}"`,
        );
        expect(moved(before, places(element))).to.deep.equal([]);
      });
    }

    it(`keeps the place of pictures that are still to come, as a ${layout}`, async () => {
      const element = await gallery(
        layout,
        '',
        inGallery().replaceAll(/ (width|height)="\d+"/g, ''),
      );
      const there = places(element);
      for (const image of element.querySelectorAll('img')) image.removeAttribute('src');
      expect(moved(there, places(element))).to.deep.equal([]);
    });

    it(`is figures that are named, accessibly, as a ${layout}`, async () => {
      const element = await gallery(layout);
      expect(allByRole(element, 'figure')).to.have.lengthOf(4);
      expect(allByRole(element, 'img')).to.have.lengthOf(3);
      expect(openers(element)).to.have.lengthOf(3);
      byRole(element, 'button', 'Open the picture large: A tower');
      await expect(element).to.be.accessible();
    });
  }

  it('is laid out in even rows', async () => {
    const element = await gallery('grid');
    const boxes = [...element.querySelectorAll('img')].map((image) =>
      image.getBoundingClientRect(),
    );
    expect(new Set(boxes.map(({ top }) => Math.round(top)))).to.have.property('size', 1);
    expect(new Set(boxes.map(({ height }) => Math.round(height)))).to.have.property('size', 1);
    scroller(element)
      .querySelector('figure')!
      .after(scroller(element).querySelector('figure')!.cloneNode(true));
    const rows = [...element.querySelectorAll('img')].map((one) => one.getBoundingClientRect().top);
    expect(new Set(rows.map(Math.round)), 'four are two by two').to.have.property('size', 2);
    expect(rows.filter((top) => top === rows[0])).to.have.lengthOf(2);
  });

  it('scrolls sideways, and its page does not', async () => {
    for (const layout of ['carousel', 'strip']) {
      const element = await gallery(layout, 'style="inline-size: 300px"');
      const { scrollWidth, clientWidth } = scroller(element);
      expect(scrollWidth).to.be.greaterThan(clientWidth);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth + 1);
    }
  });

  it('keeps the caption of all in view while it scrolls', async () => {
    const element = await gallery('carousel');
    scroller(element).style.scrollBehavior = 'auto';
    const caption = scroller(element).querySelector(':scope > figcaption')!;
    const before = caption.getBoundingClientRect().left;
    scroller(element).scrollLeft = 10_000;
    expect(scroller(element).scrollLeft).to.be.greaterThan(400);
    expect(Math.abs(caption.getBoundingClientRect().left - before)).to.be.lessThan(1);
  });

  it('is a grid for a layout that there is not, and warns once', async () => {
    const said = await warnings(async () => {
      const element = await gallery('mosaic');
      expect(element.layout).to.equal('grid');
      expect(openers(element)).to.have.lengthOf(3);
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('layout="mosaic"');
  });

  it('changes its layout with its property, and back', async () => {
    const element = await gallery('grid');
    expect(scroller(element).hasAttribute('tabindex')).to.equal(false);
    element.layout = 'carousel';
    await turn();
    expect(element.getAttribute('layout')).to.equal('carousel');
    byRole(element, 'button', 'Next picture');
    expect(scroller(element).tabIndex).to.equal(0);
    element.layout = 'grid';
    await turn();
    expect(allByRole(element, 'button', 'Next picture')).to.have.lengthOf(0);
    expect(scroller(element).hasAttribute('tabindex')).to.equal(false);
  });

  it('offers what comes later, and takes away what goes', async () => {
    const element = await gallery('carousel');
    scroller(element).querySelector('figure')!.remove();
    await turn();
    expect(openers(element)).to.have.lengthOf(2);
    expect(element.querySelector('gallery-controls')!.shadowRoot!.textContent).to.contain('1 of 2');
    const more = document.createElement('figure');
    const image = document.createElement('img');
    Object.assign(image, { src: pictures[0], alt: 'A swan' });
    more.append(image);
    scroller(element).prepend(more);
    await arrived(image);
    byRole(element, 'button', 'Open the picture large: A swan');
    image.alt = 'Two swans';
    await turn();
    byRole(element, 'button', 'Open the picture large: Two swans');
  });

  it('has one button for pictures that stand bare', async () => {
    const bare = pictures.map((src, index) => `<img src="${src}" alt="${names[index]}">`).join('');
    const element = await gallery('grid', '', `<figure>${bare}</figure>`);
    expect(openers(element)).to.have.lengthOf(1);
    byRole(element, 'button', 'Open the picture large: A bridge');
    await expect(element).to.be.accessible();
  });

  it('leaves a picture that leads elsewhere a link', async () => {
    const link = `<figure><figure><a href="#story"><img src="${pictures[0]}" alt="A bridge"></a></figure></figure>`;
    const element = await gallery('grid', '', link);
    expect(openers(element)).to.have.lengthOf(0);
    let asked = 0;
    element.addEventListener('figure-open', () => asked++);
    element.addEventListener('click', (event) => event.preventDefault());
    element.querySelector('img')!.click();
    element.querySelector('a')!.click();
    expect(asked).to.equal(0);
  });

  it('does not open large when it asks not to', async () => {
    const element = await gallery('carousel', 'no-lightbox');
    expect(openers(element)).to.have.lengthOf(0);
    let asked = false;
    element.addEventListener('figure-open', () => (asked = true));
    element.querySelector('img')!.click();
    expect(asked).to.equal(false);
    byRole(element, 'button', 'Next picture');
    element.noLightbox = false;
    await turn();
    expect(openers(element)).to.have.lengthOf(3);
    element.noLightbox = true;
    await turn();
    expect(openers(element)).to.have.lengthOf(0);
  });

  it('does not offer to open a picture that failed, whose words stay', async () => {
    const element = await gallery('grid', '', inGallery().replace(pictures[1], broken));
    await waitUntil(() => openers(element).length === 2);
    byRole(element, 'img', 'A tower');
    const [first, failed] = [...element.querySelectorAll('img')].map((image) =>
      image.getBoundingClientRect(),
    );
    // WebKit gives a broken picture the square of its icon.
    expect(failed!.height).to.be.within(first!.height - 1, first!.width + 1);
    await expect(element).to.be.accessible();
  });

  it('is nothing to trip over when it is empty', async () => {
    for (const inner of [
      '',
      '<figure></figure>',
      '<p>Words</p>',
      '<figure><figcaption>None</figcaption></figure>',
    ]) {
      const element = await gallery('carousel', '', inner);
      expect(allByRole(element, 'button')).to.have.lengthOf(0);
    }
  });

  it('asks the page first, which may show a picture in a way of its own', async () => {
    const element = await gallery('strip');
    const events: FigureOpenEvent[] = [];
    element.parentElement!.addEventListener('figure-open', (event) => {
      events.push(event);
      event.preventDefault();
    });
    openers(element)[1]!.click();
    element.querySelectorAll('img')[2]!.click();
    await turn();
    expect(events.map(({ image }) => image.alt)).to.deep.equal(['A tower', 'A river']);
    expect(element.querySelector('figure-lightbox')).to.equal(null);
  });

  it('says its words in the language, or in words of the page', async () => {
    registerWords('de', {
      nextPicture: 'Nächstes Bild',
      picturePosition: '{position} von {total}',
    });
    const element = await gallery('carousel');
    element.lang = 'de';
    await turn();
    byRole(element, 'button', 'Nächstes Bild');
    expect(element.querySelector('gallery-controls')!.shadowRoot!.textContent).to.contain(
      '1 von 3',
    );
    element.words = { nextPicture: 'Onward' };
    await turn();
    byRole(element, 'button', 'Onward');
  });
});

describe('A carousel', () => {
  withStyles();

  const next = (element: Element) => byRole<HTMLButtonElement>(element, 'button', 'Next picture');
  const position = (element: Element) =>
    element.querySelector('gallery-controls')!.shadowRoot!.querySelector('.position')!.textContent;
  const buttons = (element: Element) =>
    ['previous', 'next'].map((part) =>
      element
        .querySelector('gallery-controls')!
        .shadowRoot!.querySelector<HTMLButtonElement>(`.${part}`)!,
    );
  const carousel = async (inside = '') => {
    const element = await ready<ArticleGallery>(
      `<article-gallery layout="carousel" loading="eager">${inGallery()}</article-gallery>`,
      inside,
    );
    scroller(element).style.scrollBehavior = 'auto';
    return element;
  };

  it('is in reach of the keyboard under the name of its caption, or of what is in it', async () => {
    const named = await carousel();
    // Browsers take the caption for the name.
    expect(scroller(named).hasAttribute('aria-label')).to.equal(false);
    expect(scroller(named).tabIndex).to.equal(0);
    const bare = await gallery('carousel', '', inGallery(''));
    expect(byRole(bare, 'figure', '3 pictures')).to.equal(scroller(bare));
    scroller(bare).querySelector('figure')!.remove();
    await turn();
    byRole(bare, 'figure', '2 pictures');
    const caption = document.createElement('figcaption');
    caption.textContent = 'Two views.';
    scroller(bare).append(caption);
    await turn();
    expect(scroller(bare).hasAttribute('aria-label')).to.equal(false);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`goes on by a button, says where it is, and stops at the ends (${dir})`, async () => {
      const element = await carousel(`dir="${dir}"`);
      const [previous, onward] = buttons(element);
      const sign = dir === 'rtl' ? -1 : 1;
      expect(position(element)).to.equal('1 of 3');
      expect(previous!.ariaDisabled).to.equal('true');
      expect(read(byRole(element, 'status'))).to.equal('');
      next(element).click();
      expect(position(element)).to.equal('2 of 3');
      expect(byRole(element, 'status').textContent).to.equal('2 of 3');
      expect(scroller(element).scrollLeft * sign).to.be.greaterThan(300);
      expect(previous!.ariaDisabled).to.equal('false');
      onward!.click();
      expect(position(element)).to.equal('3 of 3');
      expect(onward!.ariaDisabled).to.equal('true');
      onward!.click();
      expect(position(element)).to.equal('3 of 3');
      previous!.click();
      previous!.click();
      expect(position(element)).to.equal('1 of 3');
      expect(scroller(element).scrollLeft).to.equal(0);
    });

    it(`knows where a reader scrolled it to (${dir})`, async () => {
      const element = await carousel(`dir="${dir}"`);
      const slides = scroller(element).querySelectorAll('figure');
      const far = slides[1]!.getBoundingClientRect().left - slides[0]!.getBoundingClientRect().left;
      scroller(element).scrollLeft = far;
      scroller(element).dispatchEvent(new Event('scroll'));
      expect(position(element)).to.equal('2 of 3');
      expect(byRole(element, 'status').textContent, 'says nothing').to.equal('');
      next(element).click();
      expect(position(element)).to.equal('3 of 3');
    });
  }

  it('counts quick presses, though scrolling is slow', async () => {
    const element = await carousel();
    scroller(element).style.scrollBehavior = 'smooth';
    next(element).click();
    scroller(element).dispatchEvent(new Event('scroll'));
    next(element).click();
    expect(position(element)).to.equal('3 of 3');
    scroller(element).dispatchEvent(new Event('wheel'));
    scroller(element).dispatchEvent(new Event('scroll'));
    expect(position(element), 'a reader takes over').not.to.equal('3 of 3');
  });

  itWhere(can.sendKeys)('goes on by keyboard alone', async () => {
    const element = await carousel();
    const [previous, onward] = buttons(element);
    onward!.focus();
    await press('Enter');
    await press(' ');
    expect(position(element)).to.equal('3 of 3');
    expect(focused(), 'the focus stays at the end').to.equal(onward);
    await expect(element).to.be.accessible();
    previous!.focus();
    await press('Enter');
    expect(position(element)).to.equal('2 of 3');
  });

  it('has no buttons for a single picture', async () => {
    const element = await gallery(
      'carousel',
      '',
      `<figure><figure><img src="${pictures[0]}" alt="A bridge"></figure></figure>`,
    );
    expect(element.querySelector('gallery-controls')).to.equal(null);
  });

  it('lays its buttons over the pictures, at their middle', async () => {
    const element = await carousel();
    const image = element.querySelector('img')!.getBoundingClientRect();
    const box = element.querySelector('gallery-controls')!.getBoundingClientRect();
    expect(box.height).to.be.closeTo(image.height, 1.5);
    expect(box.top).to.be.closeTo(image.top, 1);
    const { width, height } = buttons(element)[1]!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });
});

describe('A gallery that comes and goes', () => {
  withStyles();

  it('has its furniture once when it is put back, or cloned', async () => {
    const element = await gallery('carousel');
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await isReady(element);
    await turn();
    const clone = element.cloneNode(true) as ArticleGallery;
    clone.loading = 'eager';
    parent.append(clone);
    await isReady(clone);
    await turn();
    for (const one of [element, clone]) {
      expect(one.querySelectorAll('gallery-controls')).to.have.lengthOf(1);
      expect(openers(one)).to.have.lengthOf(3);
      scroller(one).style.scrollBehavior = 'auto';
      byRole<HTMLButtonElement>(one, 'button', 'Next picture').click();
      expect(byRole(one, 'status').textContent).to.equal('2 of 3');
    }
  });

  it('stands twice in a page, each by itself', async () => {
    const [one, other] = [await gallery('carousel'), await gallery('carousel')];
    byRole<HTMLButtonElement>(one, 'button', 'Next picture').click();
    expect(byRole(one, 'status').textContent).to.equal('2 of 3');
    expect(byRole(other, 'status').textContent).to.equal('');
  });

  it('works under a prefix', async () => {
    defineAll({ prefix: 'acme-' });
    const element = await ready(
      `<acme-article-gallery class="article-gallery" layout="carousel" loading="eager">${inGallery()}</acme-article-gallery>`,
    );
    expect(element.querySelectorAll('acme-figure-opener')).to.have.lengthOf(3);
    byRole(element, 'button', 'Next picture');
  });
});

describe('A gallery that is left empty', () => {
  withStyles();

  const image = (src: string, alt: string) => ({ type: 'image', src, alt, credit: 'Jane Doe' });

  it('writes itself from data', async () => {
    const element = await show<ArticleGallery>(
      '<article-gallery loading="eager"></article-gallery>',
    );
    element.block = {
      layout: 'strip',
      images: [image(pictures[0], 'A bridge'), image(pictures[1], 'A tower')],
      caption: ['Two views.'],
    };
    await waitUntil(() => openers(element).length === 2);
    expect(element.layout).to.equal('strip');
    expect(read(element)).to.equal('Jane Doe Jane Doe Two views.');
    expect(scroller(element).querySelectorAll(':scope > figure > img')).to.have.lengthOf(2);
    await expect(element).to.be.accessible();
  });

  it('tells a browser which size of a picture its layout shows', async () => {
    const element = await show<ArticleGallery>('<article-gallery></article-gallery>');
    for (const [layout, count, sizes] of [
      ['grid', 1, /62\.5rem/],
      ['grid', 2, /31rem, 50vw$/],
      ['grid', 3, /30vw, 50vw$/],
      ['grid', 4, /31rem, 50vw$/],
      ['carousel', 3, /88vw$/],
      ['strip', 3, /9rem$/],
    ] as const) {
      const one = { ...image(pictures[0], ''), srcset: `${pictures[0]} 300w` };
      element.block = { layout, images: Array.from({ length: count }, () => one) };
      await waitUntil(() => sizes.test(element.querySelector('img')?.sizes ?? ''), layout);
      element.replaceChildren();
    }
  });

  it('never takes a bad address for a picture, and leaves its words', async () => {
    const element = await show<ArticleGallery>('<article-gallery></article-gallery>');
    const bad = badUrls.filter((url) => !/^https?:/.test(new URL(url.trim(), location.href).href));
    await warnings(async () => {
      element.block = {
        images: [...bad.map((url) => image(url, 'A picture')), image(pictures[0], 'A bridge')],
        caption: ['Kept.'],
      };
      await waitUntil(() => element.textContent.includes('Kept.'));
    });
    expect(element.querySelectorAll('img')).to.have.lengthOf(1);
    expect(element.innerHTML).not.to.contain('script:');
  });
});
