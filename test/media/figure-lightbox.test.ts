import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import type { ArticleGallery } from '../../src/media/article-gallery.js';
import { bitmap, byRole, can, itWhere, press, read, show, turn, withStyles } from '../helpers.js';
import {
  closed,
  focused,
  inGallery,
  isReady,
  key,
  opened,
  pictures,
  point,
  ready,
} from './pictures.js';
import { waitUntil } from '../soon.js';

defineAll();

const PLACE = location.pathname + location.search;
let number = 0;
/** Each test has a gallery of its own name, so that none opens for another one's address. */
const gallery = (inner = inGallery(), attributes = '', inside = '') =>
  ready<ArticleGallery>(
    `<article-gallery id="views-${++number}x" loading="eager" ${attributes}>${inner}</article-gallery>`,
    inside,
  );
const open = async (element: Element, name = 'A bridge') => {
  byRole<HTMLButtonElement>(element, 'button', `Open the picture large: ${name}`).click();
  return opened(element);
};
const button = (dialog: Element, name: string) => byRole<HTMLButtonElement>(dialog, 'button', name);
const name = (dialog: Element) => dialog.getAttribute('aria-label');
const large = (element: Element) => element.querySelector<HTMLImageElement>('figure-lightbox img')!;
const stage = (dialog: Element) => dialog.querySelector<HTMLElement>('.stage')!;
/** How many times as large as the whole picture it shows. */
const zoom = (element: Element, whole: number) =>
  Math.round((large(element).getBoundingClientRect().width / whole) * 100) / 100;

afterEach(async () => {
  // A step back is taken later.
  await waitUntil(() => !document.querySelector('figure-lightbox') || !location.hash);
  history.replaceState(null, '', PLACE);
});

describe('A gallery, opened large', () => {
  withStyles();

  it('shows one picture of how many, with its caption and credit', async () => {
    const element = await gallery();
    const dialog = await open(element, 'A tower');
    expect(name(dialog)).to.equal('A tower (2 of 3)');
    expect(read(element.querySelector('[slot=caption]'))).to.equal('A tower, seen. Jane Doe');
    expect(large(element).src).to.equal(pictures[1]);
    expect(read(dialog.querySelector('.position'))).to.equal('2 of 3');
    await expect(element).to.be.accessible();
  });

  it('goes on and back by buttons, and says where it is', async () => {
    const element = await gallery();
    const dialog = await open(element);
    expect(button(dialog, 'Previous picture').ariaDisabled).to.equal('true');
    const next = button(dialog, 'Next picture');
    next.click();
    expect(name(dialog)).to.equal('A tower (2 of 3)');
    expect(byRole(dialog, 'status').textContent).to.equal('A tower (2 of 3)');
    expect(read(element.querySelector('[slot=caption]'))).to.equal('A tower, seen. Jane Doe');
    next.click();
    expect(next.ariaDisabled).to.equal('true');
    next.click();
    expect(name(dialog)).to.equal('A river (3 of 3)');
    expect(element.querySelectorAll('figure-lightbox > img')).to.have.lengthOf(1);
    button(dialog, 'Previous picture').click();
    expect(name(dialog)).to.equal('A tower (2 of 3)');
  });

  it('goes on and back by keys, to the first and to the last', async () => {
    const element = await gallery();
    const dialog = await open(element);
    for (const [pressed, at] of [
      ['ArrowRight', 2],
      ['ArrowRight', 3],
      ['ArrowRight', 3],
      ['ArrowLeft', 2],
      ['Home', 1],
      ['ArrowLeft', 1],
      ['End', 3],
    ] as const) {
      key(dialog, pressed);
      expect(name(dialog), pressed).to.contain(`(${at} of 3)`);
    }
  });

  it('goes the other way where text runs from right to left', async () => {
    const element = await gallery(undefined, '', 'dir="rtl"');
    const dialog = await open(element);
    key(dialog, 'ArrowLeft');
    expect(name(dialog)).to.equal('A tower (2 of 3)');
    key(dialog, 'ArrowRight');
    expect(name(dialog)).to.equal('A bridge (1 of 3)');
    swipe(dialog, 120);
    expect(name(dialog)).to.equal('A tower (2 of 3)');
  });

  const swipe = (dialog: Element, by: number, down = 0) => {
    const area = stage(dialog);
    point(area, 'pointerdown', 300, 300);
    point(area, 'pointermove', 300 + by / 2, 300 + down / 2);
    point(area, 'pointermove', 300 + by, 300 + down);
    point(area, 'pointerup', 300 + by, 300 + down, { buttons: 0 });
  };

  it('goes on by a swipe, and not by half of one', async () => {
    const element = await gallery();
    const dialog = await open(element);
    swipe(dialog, -120);
    expect(name(dialog)).to.equal('A tower (2 of 3)');
    swipe(dialog, 120);
    expect(name(dialog)).to.equal('A bridge (1 of 3)');
    swipe(dialog, -30);
    swipe(dialog, -60, 200);
    expect(name(dialog)).to.equal('A bridge (1 of 3)');
    expect(dialog.open, 'a swipe is no click on the ground').to.equal(true);
  });

  it('leaves keys alone that mean something to the browser', async () => {
    const element = await gallery();
    const dialog = await open(element);
    const pressed = new KeyboardEvent('keydown', {
      ...{ key: 'ArrowRight', altKey: true, bubbles: true, cancelable: true },
    });
    dialog.dispatchEvent(pressed);
    expect(pressed.defaultPrevented).to.equal(false);
    expect(name(dialog)).to.equal('A bridge (1 of 3)');
  });

  it('gives the focus to the button of the picture that was seen last', async () => {
    const element = await gallery();
    const dialog = await open(element);
    key(dialog, 'End');
    button(dialog, 'Close the picture').click();
    await closed(element);
    expect(focused()).to.equal(byRole(element, 'button', 'Open the picture large: A river'));
    await open(element, 'A tower');
  });

  itWhere(can.sendKeys)('opens, goes on and closes by keyboard alone', async () => {
    const element = await gallery();
    byRole(element, 'button', 'Open the picture large: A bridge').focus();
    await press('Enter');
    const dialog = await opened(element);
    await press('ArrowRight');
    await press('+');
    expect(name(dialog)).to.equal('A tower (2 of 3)');
    await press('Escape');
    await closed(element);
    expect(focused()).to.equal(byRole(element, 'button', 'Open the picture large: A tower'));
  });

  it('shows the file that a picture links to, and gives the focus to the link', async () => {
    const file = new URL('/large.webp', location.href).href;
    const element = await gallery(
      `<figure><figure><a href="/large.webp"><img src="${pictures[0]}" alt="A bridge"></a></figure></figure>`,
    );
    element.querySelector('a')!.focus();
    const asked = new MouseEvent('click', { bubbles: true, cancelable: true });
    // Nothing is asked of the network.
    const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!;
    let src = '';
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
      ...source,
      set: (value: string) => (src = value),
    });
    try {
      element.querySelector('a')!.dispatchEvent(asked);
      expect(asked.defaultPrevented).to.equal(true);
      const dialog = await opened(element);
      expect(src).to.equal(file);
      button(dialog, 'Close the picture').click();
      await closed(element);
    } finally {
      Object.defineProperty(HTMLImageElement.prototype, 'src', source);
    }
    expect(focused()).to.equal(element.querySelector('a'));
    const inTab = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    element.addEventListener('click', (event) => {
      expect(event.defaultPrevented, 'Ctrl opens a tab as ever').to.equal(false);
      event.preventDefault();
    });
    element.querySelector('a')!.dispatchEvent(inTab);
  });

  it('never takes a script for the file of a picture', async () => {
    const element = await gallery(
      `<figure><figure><a href="javascript:void(0)//x.png"><img src="${pictures[0]}" alt="A bridge"></a></figure></figure>`,
    );
    element.addEventListener('click', (event) => event.preventDefault());
    let asked = false;
    element.addEventListener('figure-open', () => (asked = true));
    element.querySelector('a')!.click();
    expect(asked).to.equal(false);
  });
});

describe('A picture, enlarged', () => {
  withStyles();

  const wide = bitmap(3000, 2000);
  const shown = async () => {
    const element = await gallery(inGallery().replace(pictures[0], wide));
    const dialog = await open(element);
    await large(element).decode();
    return { element, dialog, whole: large(element).getBoundingClientRect().width };
  };

  it('grows by a button, and is whole again by the same', async () => {
    const { element, dialog, whole } = await shown();
    button(dialog, 'Zoom in').click();
    expect(zoom(element, whole)).to.equal(2.5);
    await expect(element).to.be.accessible();
    button(dialog, 'Zoom out').click();
    expect(zoom(element, whole)).to.equal(1);
    button(dialog, 'Zoom in');
  });

  it('grows and shrinks by plus and minus, and moves by the arrow keys', async () => {
    const { element, dialog, whole } = await shown();
    key(dialog, '+');
    key(dialog, '=');
    expect(zoom(element, whole)).to.equal(2.25);
    const before = large(element).getBoundingClientRect();
    key(dialog, 'ArrowRight');
    key(dialog, 'ArrowDown');
    const after = large(element).getBoundingClientRect();
    expect(after.left).to.be.lessThan(before.left);
    expect(after.top).to.be.lessThan(before.top);
    expect(name(dialog), 'the same picture').to.equal('A bridge (1 of 3)');
    key(dialog, '-');
    expect(zoom(element, whole)).to.equal(1.5);
    key(dialog, '0');
    expect(zoom(element, whole)).to.equal(1);
    key(dialog, '-');
    expect(zoom(element, whole)).to.equal(1);
  });

  it('grows by a double tap where it was tapped, and moves with a finger', async () => {
    const { element, dialog, whole } = await shown();
    const { left, top, width, height } = large(element).getBoundingClientRect();
    const [x, y] = [left + width / 4, top + height / 4];
    for (let taps = 0; taps < 2; taps++) {
      point(large(element), 'pointerdown', x, y);
      point(large(element), 'pointerup', x, y, { buttons: 0 });
    }
    expect(zoom(element, whole)).to.equal(2.5);
    const box = large(element).getBoundingClientRect();
    expect((x - box.left) / box.width).to.be.closeTo(0.25, 0.01);
    point(large(element), 'pointerdown', x, y);
    point(large(element), 'pointermove', x - 40, y - 20);
    point(large(element), 'pointerup', x - 40, y - 20, { buttons: 0 });
    const moved = large(element).getBoundingClientRect();
    expect(Math.round(moved.left - box.left)).to.equal(-40);
    expect(name(dialog), 'no swipe').to.equal('A bridge (1 of 3)');
    expect(dialog.open).to.equal(true);
  });

  it('grows between two fingers, and by a pinch on a touchpad', async () => {
    const { element, dialog, whole } = await shown();
    const area = stage(dialog);
    point(area, 'pointerdown', 300, 200);
    point(area, 'pointerdown', 400, 200, { pointerId: 2 });
    point(area, 'pointermove', 500, 200, { pointerId: 2 });
    expect(zoom(element, whole)).to.equal(2);
    point(area, 'pointermove', 350, 200, { pointerId: 2 });
    expect(zoom(element, whole)).to.equal(1);
    point(area, 'pointerup', 350, 200, { pointerId: 2 });
    point(area, 'pointerup', 300, 200);
    const pinch = new WheelEvent('wheel', {
      ...{ deltaY: -100 * Math.log(2), ctrlKey: true, bubbles: true, cancelable: true },
    });
    area.dispatchEvent(pinch);
    expect(pinch.defaultPrevented).to.equal(true);
    expect(zoom(element, whole)).to.equal(2);
    expect(name(dialog)).to.equal('A bridge (1 of 3)');
  });

  it('is whole again with each other picture, and when the window changes', async () => {
    const { element, dialog, whole } = await shown();
    key(dialog, '+');
    key(dialog, 'End');
    expect(stage(dialog).classList.contains('zoomed')).to.equal(false);
    button(dialog, 'Zoom in');
    key(dialog, 'Home');
    await large(element).decode();
    expect(zoom(element, whole)).to.equal(1);
    key(dialog, '+');
    dispatchEvent(new Event('resize'));
    expect(zoom(element, whole)).to.equal(1);
  });

  it('is asked for in the size that shows its details', async () => {
    const element = await gallery(
      inGallery().replace(`src="${pictures[0]}"`, `src="${wide}" srcset="${wide} 3000w"`),
    );
    const dialog = await open(element);
    await large(element).decode();
    expect(large(element).sizes).to.equal('100vw');
    button(dialog, 'Zoom in').click();
    expect(large(element).sizes).to.match(/^2\d\dvw$/);
  });
});

describe('The address of a picture in a gallery', () => {
  withStyles();

  const back = async () => {
    history.back();
    await waitUntil(() => !location.hash, 'the address is what it was');
  };

  it('is there while the picture is open, and not longer', async () => {
    const element = await gallery();
    history.replaceState({ router: 7 }, '', PLACE);
    const { length } = history;
    const dialog = await open(element, 'A tower');
    expect(location.hash).to.equal(`#${element.id}-2`);
    expect(history.state, 'a router keeps its state').to.deep.equal({ router: 7 });
    key(dialog, 'ArrowRight');
    expect(location.hash).to.equal(`#${element.id}-3`);
    expect(history.length, 'one step only').to.be.at.most(length + 1);
    button(dialog, 'Close the picture').click();
    await closed(element);
    await waitUntil(() => !location.hash);
    expect(history.state).to.deep.equal({ router: 7 });
    expect(location.pathname + location.search).to.equal(PLACE);
  });

  it('lets Back close it, and Forward open it again', async () => {
    const element = await gallery();
    await open(element, 'A tower');
    await back();
    await closed(element);
    expect(focused()).to.equal(byRole(element, 'button', 'Open the picture large: A tower'));
    history.forward();
    const dialog = await opened(element);
    expect(name(dialog)).to.equal('A tower (2 of 3)');
    await back();
    await closed(element);
  });

  it('opens it for who comes with it, and goes when it is closed', async () => {
    history.replaceState(null, '', '#harbour-3');
    const element = await show<ArticleGallery>(
      `<article-gallery id="harbour">${inGallery()}</article-gallery>`,
    );
    const dialog = await opened(element);
    expect(name(dialog)).to.equal('A river (3 of 3)');
    button(dialog, 'Close the picture').click();
    await closed(element);
    expect(location.hash).to.equal('');
    expect(focused()).to.equal(byRole(element, 'button', 'Open the picture large: A river'));
  });

  it('opens it for a link in the story', async () => {
    const element = await gallery();
    location.hash = `#${element.id}-2`;
    const dialog = await opened(element);
    expect(name(dialog)).to.equal('A tower (2 of 3)');
    location.hash = `#${element.id}-1`;
    await waitUntil(() => name(dialog) === 'A bridge (1 of 3)');
    location.hash = '#elsewhere';
    await closed(element);
    expect(location.hash, 'is left alone').to.equal('#elsewhere');
  });

  for (const hash of ['#x-0', '#x-4', '#x-01', '#x-1e1', '#x-', '#x-1-1', '#x', '#', '#other']) {
    it(`is not "${hash}"`, async () => {
      history.replaceState(null, '', hash);
      const element = await show(
        `<article-gallery id="x" loading="eager">${inGallery()}</article-gallery>`,
      );
      await isReady(element);
      await turn();
      expect(element.querySelector('figure-lightbox')).to.equal(null);
      expect(location.hash).to.equal(hash === '#' ? '' : hash);
    });
  }

  it('is counted where galleries have no names', async () => {
    const pair = await show(
      `<div>${`<article-gallery loading="eager">${inGallery()}</article-gallery>`.repeat(2)}</div>`,
    );
    const [one, other] = pair.children as unknown as [ArticleGallery, ArticleGallery];
    await isReady(one);
    await isReady(other);
    await open(other, 'A tower');
    expect(location.hash).to.equal('#gallery-2-2');
    await back();
    await closed(other);
    await open(one, 'A tower');
    expect(location.hash).to.equal('#gallery-2');
    expect(other.querySelector('figure-lightbox')).to.equal(null);
    await back();
    await closed(one);
  });

  for (const hash of ['#/news/today', '#!news']) {
    it(`is not written where a router has "${hash}"`, async () => {
      history.replaceState(null, '', hash);
      const element = await gallery();
      const dialog = await open(element);
      key(dialog, 'End');
      expect(location.hash).to.equal(hash);
      button(dialog, 'Close the picture').click();
      await closed(element);
      expect(location.hash).to.equal(hash);
    });
  }

  it('is left to whoever has changed it meanwhile', async () => {
    const element = await gallery();
    const dialog = await open(element);
    history.replaceState(null, '', '?other');
    button(dialog, 'Close the picture').click();
    await closed(element);
    expect(location.search).to.equal('?other');
  });

  it('does without where a page has no history to write', async () => {
    const element = await gallery();
    const { pushState } = history;
    history.pushState = () => {
      throw new DOMException('No.', 'SecurityError');
    };
    try {
      const dialog = await open(element);
      key(dialog, 'ArrowRight');
      expect(location.hash).to.equal('');
      button(dialog, 'Close the picture').click();
      await closed(element);
    } finally {
      history.pushState = pushState;
    }
  });

  it('is no news to a page that removes the gallery while it is open', async () => {
    const element = await gallery();
    await open(element);
    const { hash } = location;
    element.remove();
    await turn();
    expect(document.querySelector(':modal')).to.equal(null);
    expect(location.hash).to.equal(hash);
  });

  it('is not written for a page that shows pictures in its own way', async () => {
    const element = await gallery();
    element.addEventListener('figure-open', (event) => event.preventDefault());
    element.querySelector('img')!.click();
    await turn();
    expect(location.hash).to.equal('');
  });
});
