import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleCompare } from '../../src/media/article-compare.js';
import {
  allByRole,
  arrived,
  bitmap,
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
import { focused, inCompare, isReady, moved, pictures, places, point, ready } from './pictures.js';
import { waitUntil } from '../soon.js';

defineAll();

const bare = `<figure><img src="${pictures[0]}" alt="A bridge" width="300" height="200"><img src="${bitmap(300, 200)}" alt="The bridge again" width="300" height="200"><figcaption>One place.</figcaption></figure>`;
const compare = (inner = inCompare(), attributes = '', inside = '') =>
  ready<ArticleCompare>(
    `<article-compare loading="eager" ${attributes}>${inner}</article-compare>`,
    inside,
  );
const slider = (element: Element) =>
  byRole<HTMLInputElement>(element, 'slider', 'Show before and after');
const said = (element: Element) => slider(element).getAttribute('aria-valuetext');
const handle = (element: Element) => element.querySelector('compare-handle')!;
/** Which share of the upper picture shows, from the left and to the right, in percent. */
const cut = (element: Element) => getComputedStyle(element.querySelector('img')!).clipPath;
const slide = (element: Element, to: number) => {
  slider(element).value = String(to);
  slider(element).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};
/** A press at a share of the picture's width. */
const at = (element: Element, type: string, share: number, more?: PointerEventInit) => {
  const { left, top, width } = handle(element).getBoundingClientRect();
  point(handle(element), type, left + width * share, top + 20, more);
};

describe('A comparison of two pictures', () => {
  withStyles();

  for (const [what, inner] of [
    ['with captions', inCompare()],
    ['bare', bare],
    ['in sources', bare.replaceAll(/<img[^>]*>/g, '<picture>$&</picture>')],
  ] as const) {
    for (const dir of ['ltr', 'rtl']) {
      it(`moves nothing when its script comes (${what}, ${dir})`, async () => {
        const plain = await show(
          `<div style="inline-size: 600px" dir="${dir}"><div class="article-compare">${inner}</div></div>`,
        );
        for (const image of plain.querySelectorAll('img')) await arrived(image);
        const element = await compare(inner, '', `dir="${dir}"`);
        expect(moved(places(plain.firstElementChild!), places(element))).to.deep.equal([]);
        expect(cut(element), 'and repaints nothing').to.equal(cut(plain));
        expect(handle(element)).not.to.equal(null);
      });
    }
  }

  it('keeps all its words and HTML', async () => {
    const element = await compare();
    expect(read(element)).to.equal('In 1924 In 2024 One place.');
    handle(element).remove();
    expect(element.innerHTML).to.equal(inCompare());
    expect(element.shadowRoot).to.equal(null);
  });

  it('lays the pictures over each other, whatever their ratios', async () => {
    const element = await compare();
    const [before, after] = [...element.querySelectorAll('img')].map((image) =>
      image.getBoundingClientRect(),
    );
    for (const side of ['left', 'top', 'width', 'height'] as const)
      expect(before![side], side).to.be.closeTo(after![side], 0.5);
    const over = handle(element).getBoundingClientRect();
    expect(over.width).to.be.closeTo(before!.width, 0.5);
    expect(over.height).to.be.closeTo(before!.height, 0.5);
  });

  it('keeps the place of pictures that are still to come', async () => {
    const element = await compare(inCompare().replaceAll(/ (width|height)="\d+"/g, ''));
    const there = places(element);
    for (const image of element.querySelectorAll('img')) image.removeAttribute('src');
    expect(moved(there, places(element))).to.deep.equal([]);
  });

  it('is two pictures and a slider with a value in words, accessibly', async () => {
    const element = await compare();
    expect(allByRole(element, 'img')).to.have.lengthOf(2);
    expect(said(element)).to.equal('In 1924 50%');
    await expect(element).to.be.accessible();
    const labelled = await compare(bare);
    expect(said(labelled)).to.equal('Before 50%');
    await expect(labelled).to.be.accessible();
  });

  it('says which is which where nobody wrote it, and only there', async () => {
    const labels = (element: Element) =>
      [...handle(element).shadowRoot!.querySelectorAll<HTMLElement>('.label')]
        .filter((label) => !label.hidden)
        .map((label) => label.textContent);
    expect(labels(await compare(bare))).to.deep.equal(['Before', 'After']);
    expect(labels(await compare())).to.deep.equal([]);
  });

  it('does not call a picture by a caption that is a story', async () => {
    const element = await compare(
      inCompare('The bridge as it stood when the water was high that spring.'),
    );
    expect(said(element)).to.equal('Before 50%');
  });

  for (const [dir, cuts] of [
    ['ltr', ['inset(0px 50% 0px 0px)', 'inset(0px 80% 0px 0px)']],
    ['rtl', ['inset(0px 0px 0px 50%)', 'inset(0px 0px 0px 80%)']],
  ] as const) {
    it(`shows more or less of each by the slider (${dir})`, async () => {
      const element = await compare(inCompare(), '', `dir="${dir}"`);
      expect(flat(cut(element))).to.equal(cuts[0]);
      slide(element, 20);
      expect(flat(cut(element))).to.equal(cuts[1]);
      expect(said(element)).to.equal('In 1924 20%');
    });

    it(`follows a mouse from where it is pressed (${dir})`, async () => {
      const element = await compare(inCompare(), '', `dir="${dir}"`);
      const mouse = { pointerType: 'mouse' };
      const share = (part: number) => (dir === 'rtl' ? 1 - part : part);
      at(element, 'pointermove', 0.1, mouse);
      expect(said(element), 'not pressed').to.equal('In 1924 50%');
      at(element, 'pointerdown', share(0.7), mouse);
      expect(said(element)).to.equal('In 1924 70%');
      expect(focused(), 'the keys go on from here').to.equal(slider(element));
      at(element, 'pointermove', share(0.3), mouse);
      expect(said(element)).to.equal('In 1924 30%');
      at(element, 'pointermove', share(-2), mouse);
      expect(said(element)).to.equal('In 1924 0%');
      at(element, 'pointerup', share(0.3), mouse);
      at(element, 'pointermove', share(0.9), mouse);
      expect(said(element)).to.equal('In 1924 0%');
    });
  }
  /** Engines write the same inset shorter or longer. */
  const flat = (inset: string) => {
    const [top, right = top, bottom = top, left = right] = inset.slice(6, -1).split(' ');
    const sides = [top, right, bottom, left].map((side) =>
      side!.replace(/^calc\(100% - (\d+)%\)$/, (_, to: string) => `${100 - Number(to)}%`),
    );
    return `inset(${sides.join(' ')})`;
  };

  it('follows a finger sideways, and lets it scroll the page', async () => {
    const element = await compare();
    expect(getComputedStyle(handle(element)).touchAction).to.equal('pan-y');
    at(element, 'pointerdown', 0.8);
    expect(said(element), 'it may be about to scroll').to.equal('In 1924 50%');
    at(element, 'pointercancel', 0.8);
    at(element, 'pointermove', 0.6);
    expect(said(element)).to.equal('In 1924 50%');
    at(element, 'pointerdown', 0.8);
    point(handle(element), 'pointermove', 0, 10_000);
    expect(said(element), 'down').to.equal('In 1924 50%');
    at(element, 'pointermove', 0.75);
    expect(said(element)).to.equal('In 1924 75%');
    at(element, 'pointerup', 0.75);
    const { left, width } = handle(element).getBoundingClientRect();
    handle(element).dispatchEvent(
      new MouseEvent('click', { clientX: left + width / 10, detail: 1 }),
    );
    expect(said(element), 'a tap').to.equal('In 1924 10%');
  });

  itWhere(can.sendKeys)('goes by the arrow keys, the other way from right to left', async () => {
    const element = await compare();
    slider(element).focus();
    await press('ArrowRight');
    expect(said(element)).to.equal('In 1924 51%');
    await press('Home');
    expect(said(element)).to.equal('In 1924 0%');
    await press('End');
    expect(said(element)).to.equal('In 1924 100%');
    element.dir = 'rtl';
    await press('ArrowRight');
    expect(said(element)).to.equal('In 1924 99%');
    await expect(element).to.be.accessible();
  });

  it('says its words in the language, or in words of the page', async () => {
    registerWords('cs', { compareLabel: 'Předtím a potom', before: 'Předtím', after: 'Potom' });
    const element = await compare(bare, 'lang="cs"');
    const own = byRole(element, 'slider', 'Předtím a potom');
    expect(own.getAttribute('aria-valuetext')!.replace(/\s/g, ' ')).to.equal('Předtím 50 %');
    element.words = { before: 'Dřív' };
    await turn();
    expect(own.getAttribute('aria-valuetext')).to.contain('Dřív');
  });

  it('stays where it was put when it is moved or cloned, with one handle', async () => {
    const element = await compare();
    const parent = element.parentElement!;
    slide(element, 20);
    element.remove();
    parent.append(element);
    await isReady(element);
    await turn();
    const clone = element.cloneNode(true) as ArticleCompare;
    clone.loading = 'eager';
    parent.append(clone);
    await isReady(clone);
    await turn();
    for (const one of [element, clone]) {
      expect(one.querySelectorAll('compare-handle')).to.have.lengthOf(1);
      expect(said(one)).to.equal('In 1924 20%');
    }
    slide(clone, 90);
    expect(said(element), 'each by itself').to.equal('In 1924 20%');
  });

  for (const [what, inner] of [
    ['one picture', `<figure><img src="${pictures[0]}" alt="A bridge"></figure>`],
    [
      'one in a figure',
      `<figure><figure><img src="${pictures[0]}" alt="A bridge"></figure><figcaption>One.</figcaption></figure>`,
    ],
    [
      'one and the words of another',
      `<figure><figure><img src="${pictures[0]}" alt="A bridge"></figure><figure><p>A tower</p></figure></figure>`,
    ],
    [
      'the words of one and another',
      `<figure><figure><p>A tower</p></figure><figure><img src="${pictures[0]}" alt="A bridge"></figure></figure>`,
    ],
    [
      'three pictures',
      `<figure>${`<figure><img src="${pictures[0]}" alt="A bridge"></figure>`.repeat(3)}</figure>`,
    ],
    [
      'three bare ones',
      `<figure>${`<img src="${pictures[0]}" alt="A bridge">`.repeat(3)}</figure>`,
    ],
    ['nothing', '<figure></figure>'],
    ['no figure', '<p>Words</p>'],
  ]) {
    it(`cuts off nothing where there is ${what}`, async () => {
      const element = await compare(inner);
      expect(handle(element)).to.equal(null);
      const boxes = [...element.querySelectorAll('img')].map((image) => {
        expect(getComputedStyle(image).clipPath).to.equal('none');
        const { left, top } = image.getBoundingClientRect();
        return `${left} ${top}`;
      });
      expect(new Set(boxes).size, 'none lies over another').to.equal(boxes.length);
    });
  }

  it('takes its handle away with a picture, and has it again', async () => {
    const element = await compare();
    const second = element.querySelectorAll('figure > figure')[1]!;
    second.remove();
    await turn();
    expect(handle(element)).to.equal(null);
    element.querySelector('figure > figure')!.after(second);
    await turn();
    slide(element, 30);
    expect(said(element)).to.equal('In 1924 30%');
  });

  it('works under a prefix', async () => {
    defineAll({ prefix: 'acme-' });
    const element = await ready(
      `<acme-article-compare class="article-compare" loading="eager">${inCompare()}</acme-article-compare>`,
    );
    byRole(element.querySelector('acme-compare-handle')!.shadowRoot!, 'slider');
  });

  it('writes itself from data, and leaves the words of a picture that no page may use', async () => {
    const element = await show<ArticleCompare>(
      '<article-compare loading="eager"></article-compare>',
    );
    const image = (src: string, alt: string, caption: string) => ({
      ...{ type: 'image', src, alt, caption: [caption] },
    });
    const before = image(pictures[0], 'A bridge', 'Then');
    element.block = { before, after: image(pictures[2], 'A river', 'Now'), caption: ['Seen.'] };
    await waitUntil(() => element.querySelector('compare-handle'));
    expect(read(element)).to.equal('Then Now Seen.');
    expect(said(element)).to.equal('Then 50%');
    await warnings(async () => {
      element.block = { before, after: image('javascript:alert(1)', 'A river', 'Now') };
      await waitUntil(() => !element.querySelector('compare-handle'));
    });
    expect(element.innerHTML).not.to.contain('javascript:');
    expect(element.textContent).to.contain('Then').and.to.contain('Now');
  });
});
