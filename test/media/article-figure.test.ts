import { expect, oneEvent } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleFigure } from '../../src/media/article-figure.js';
import type { FigureOpenEvent } from '../../src/media/figure-open-event.js';
import { badUrls } from '../bad-urls.js';
import {
  allByRole,
  arrived,
  bitmap,
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
import { waitUntil } from '../soon.js';

defineAll();

const src = bitmap();
const opener = /^Open the picture large/;
const caption =
  '<figcaption><span class="caption">The bridge.</span> <span class="credit">Jane Doe</span></figcaption>';

/** A figure whose picture has arrived, or failed. */
async function figure(
  inner = `<figure><img src="${src}" alt="A bridge">${caption}</figure>`,
  attributes = '',
): Promise<ArticleFigure> {
  const element = await show<ArticleFigure>(
    `<article-figure ${attributes}>${inner}</article-figure>`,
  );
  const image = element.querySelector('img');
  if (image) await arrived(image);
  return element;
}
const button = (element: Element) => byRole<HTMLButtonElement>(element, 'button', opener);
const buttons = (element: Element) => allByRole(element, 'button', opener);

before(async () => {
  const first = await figure();
  await waitUntil(() => buttons(first).length, 'the button that opens a picture is loaded');
});

describe('An article figure that someone wrote', () => {
  withStyles();

  it('stays as it is, but for a button that opens the picture', async () => {
    const written =
      '<figure><picture><source srcset="" media="print"><img src="data:," srcset="" sizes="50vw" loading="eager" fetchpriority="high" alt="A bridge" width="3" height="2"></picture><figcaption>The bridge.</figcaption></figure>';
    const inner = written.replace('data:,', src);
    const element = await figure(inner, 'placement="wide" caption="Not this" src="not-this.jpg"');
    expect(buttons(element)).to.have.lengthOf(1);
    element.querySelector('figure-opener')!.remove();
    expect(element.innerHTML).to.equal(
      inner.replace('<source srcset="" media="print">', '<source srcset="" media="print">'),
    );
    expect(element.shadowRoot).to.equal(null);
  });

  it('is a figure with an image and a button, accessibly', async () => {
    const element = await figure();
    expect(byRole(element, 'figure')).to.equal(element.querySelector('figure'));
    byRole(element, 'img', 'A bridge');
    expect(button(element).getAttribute('aria-label')).to.equal('Open the picture large: A bridge');
    expect(button(element).getAttribute('aria-haspopup')).to.equal('dialog');
    await expect(element).to.be.accessible();
  });

  it('names the button without the picture when nobody says what it shows', async () => {
    const element = await figure(`<figure><img src="${src}" alt=""></figure>`);
    expect(button(element).getAttribute('aria-label')).to.equal('Open the picture large');
    element.querySelector('img')!.alt = 'A bridge';
    await turn();
    expect(button(element).getAttribute('aria-label')).to.contain('A bridge');
  });

  it('names the button in the language, or in words of the page', async () => {
    registerWords('de', { openPictureNamed: 'Bild vergrößern: {alt}' });
    const element = await figure();
    element.lang = 'de';
    await turn();
    byRole(element, 'button', 'Bild vergrößern: A bridge');
    element.words = { openPictureNamed: 'Zoom: {alt}' };
    await turn();
    byRole(element, 'button', 'Zoom: A bridge');
  });

  for (const [what, inner, attributes = ''] of [
    ['is a link', `<figure><a href="#a"><img src="${src}" alt="A bridge"></a></figure>`],
    ['is a button', `<figure><button><img src="${src}" alt="A bridge"></button></figure>`],
    ['asks not to', `<figure><img src="${src}" alt="A bridge"></figure>`, 'no-lightbox'],
    ['is a film', '<figure><video></video><figcaption>The bridge.</figcaption></figure>'],
    ['is not there', '<figure><figcaption>The bridge.</figcaption></figure>'],
  ]) {
    it(`does not open large when it ${what}`, async () => {
      const element = await figure(inner, attributes);
      expect(buttons(element)).to.have.lengthOf(0);
      let asked = false;
      element.addEventListener('figure-open', () => (asked = true));
      element.querySelector('img')?.click();
      expect(asked).to.equal(false);
    });
  }

  it('takes the button away, and offers it again, as no-lightbox changes', async () => {
    const element = await figure();
    element.noLightbox = true;
    await turn();
    expect(buttons(element)).to.have.lengthOf(0);
    element.removeAttribute('no-lightbox');
    element.noLightbox = false;
    await turn();
    expect(buttons(element)).to.have.lengthOf(1);
  });

  it('works around a bare picture', async () => {
    const element = await figure(`<img src="${src}" alt="A bridge">`);
    expect(buttons(element)).to.have.lengthOf(1);
  });

  it('is enhanced when its picture arrives later', async () => {
    const element = await figure('<p>Loading</p>');
    expect(buttons(element)).to.have.lengthOf(0);
    const image = document.createElement('img');
    Object.assign(image, { src, alt: 'A bridge' });
    element.append(image);
    await arrived(image);
    expect(buttons(element)).to.have.lengthOf(1);
    image.remove();
    await turn();
    expect(buttons(element)).to.have.lengthOf(0);
  });

  it('shows its button while a mouse is on the picture, and not for a finger', async () => {
    const element = await figure();
    const point = (type: string, pointerType: string) =>
      element
        .querySelector('img')!
        .dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType }));
    const shown = () => element.querySelector('figure-opener')!.hasAttribute('data-hover');
    point('pointerover', 'touch');
    expect(shown()).to.equal(false);
    point('pointerover', 'mouse');
    expect(shown()).to.equal(true);
    point('pointerout', 'mouse');
    expect(shown()).to.equal(false);
  });

  it('takes a picture of an SVG without a size for a picture', async () => {
    const svg = encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2"/></svg>',
    );
    const element = await figure(
      `<figure><img src="data:image/svg+xml,${svg}" alt="A bridge"></figure>`,
    );
    expect(element.matches(':state(failed)')).to.equal(false);
    expect(buttons(element)).to.have.lengthOf(1);
  });
});

describe('A picture that fails', () => {
  withStyles();

  it('leaves its words readable, says so to the stylesheet and offers nothing', async () => {
    const element = await figure(
      `<figure><img src="${broken}" alt="A bridge" width="300" height="200">${caption}</figure>`,
    );
    expect(element.matches(':state(failed)')).to.equal(true);
    byRole(element, 'img', 'A bridge');
    expect(read(element)).to.equal('The bridge. Jane Doe');
    const { width, height } = element.querySelector('img')!.getBoundingClientRect();
    expect(Math.min(width, height), 'keeps its place').to.be.greaterThan(50);
    expect(allByRole(element, 'button')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('is forgiven when it comes after all', async () => {
    const element = await figure(`<figure><img src="${broken}" alt="A bridge"></figure>`);
    const image = element.querySelector('img')!;
    image.src = src;
    await arrived(image);
    expect(element.matches(':state(failed)')).to.equal(false);
    expect(buttons(element)).to.have.lengthOf(1);
    image.src = broken;
    await arrived(image);
    await waitUntil(() => element.matches(':state(failed)'));
    expect(buttons(element)).to.have.lengthOf(0);
  });
});

describe('An article figure that is left empty', () => {
  withStyles();

  it('writes its picture with all that is said of it', async () => {
    const element = await figure(
      '',
      `src="${src}" alt="A bridge" width="300" height="200" srcset="${src} 300w" sizes="50vw"
       loading="eager" fetchpriority="high" caption="The bridge." credit="Jane Doe"
       licence="CC BY" licence-url="https://example.org/by" provenance="Archive"`,
    );
    const image = byRole<HTMLImageElement>(element, 'img', 'A bridge');
    const attributes = Object.fromEntries(
      [...image.attributes].map(({ name, value }) => [name, value]),
    );
    expect(attributes).to.deep.equal({
      src,
      srcset: `${src} 300w`,
      sizes: '50vw',
      alt: 'A bridge',
      width: '300',
      height: '200',
      loading: 'eager',
      fetchpriority: 'high',
      decoding: 'async',
    });
    expect(read(element.querySelector('figcaption'))).to.equal(
      'The bridge. Jane Doe CC BY Archive',
    );
    expect(byRole<HTMLAnchorElement>(element, 'link', 'CC BY').href).to.equal(
      'https://example.org/by',
    );
    expect(buttons(element)).to.have.lengthOf(1);
    await expect(element).to.be.accessible();
  });

  for (const [placement, sizes] of [
    ['inline', /37\.5rem/],
    ['wide', /62\.5rem/],
    ['full', /^100vw$/],
    ['float', /21rem/],
  ] as const) {
    it(`works out how wide it shows when it stands ${placement}`, async () => {
      const element = await figure(
        '',
        `placement="${placement}" src="${src}" srcset="${src} 300w" alt=""`,
      );
      expect(element.querySelector('img')!.sizes).to.match(sizes);
    });
  }

  it('stands inline for a placement that there is not, and warns once', async () => {
    const said = await warnings(async () => {
      const element = await figure('', `placement="middle" src="${src}" srcset="${src} 300w"`);
      expect(element.placement).to.equal('inline');
      expect(element.querySelector('img')!.sizes).to.match(/37\.5rem/);
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('placement="middle"');
  });

  for (const size of ['0', '-5', 'wide', '300px', '']) {
    it(`says nothing of a width of "${size}"`, async () => {
      const element = await figure('', `src="${src}" alt="" width="${size}" height="${size}"`);
      const image = element.querySelector('img')!;
      expect(image.hasAttribute('width')).to.equal(false);
      expect(image.hasAttribute('height')).to.equal(false);
    });
  }

  it('writes nothing without an address', async () => {
    const element = await figure('', 'alt="A bridge" caption="The bridge."');
    expect(element.childNodes).to.have.lengthOf(0);
  });

  const noPictures = badUrls.filter((url) => {
    const { protocol } = new URL(url.trim(), location.href);
    return !protocol.startsWith('http');
  });
  it(`never takes one of ${noPictures.length} bad addresses for a picture, and warns`, async () => {
    expect(noPictures).to.have.lengthOf.greaterThan(35);
    const element = await figure('', 'alt="A bridge"');
    for (const url of noPictures) {
      const said = await warnings(async () => {
        element.src = url;
        element.srcset = `${url} 2x`;
        await turn();
        expect(element.querySelector('img'), url).to.equal(null);
      });
      expect(said, url).to.have.lengthOf(1);
    }
    element.src = src;
    await turn();
    expect(element.querySelector('img')!.hasAttribute('srcset')).to.equal(false);
  });

  it('rewrites what it wrote when its attributes change, and nothing else', async () => {
    const element = await figure('', `src="${src}" alt="A bridge"`);
    const note = document.createElement('p');
    element.append(note);
    element.setAttribute('alt', 'Two bridges');
    element.credit = 'Jane Doe';
    await turn();
    byRole(element, 'img', 'Two bridges');
    expect(element.querySelectorAll('figure')).to.have.lengthOf(1);
    expect(buttons(element)).to.have.lengthOf(1);
    expect(element.lastElementChild).to.equal(note);
    element.removeAttribute('src');
    await turn();
    expect(element.innerHTML).to.equal('<p></p>');
  });

  it('leaves alone what the page put in its place', async () => {
    const element = await figure('', `src="${src}" alt="A bridge"`);
    element.replaceChildren(document.createElement('p'));
    element.alt = 'Two bridges';
    await turn();
    expect(element.innerHTML).to.equal('<p></p>');
  });
});

describe('A picture, opened large', () => {
  withStyles();

  const dialogs = (element: Element) => allByRole(element, 'dialog');
  const opened = async (element: Element) => {
    await waitUntil(() => dialogs(element).length === 1, 'a dialog opens');
    return dialogs(element)[0] as HTMLDialogElement;
  };
  const closed = (element: Element) =>
    waitUntil(() => !element.querySelector('figure-lightbox'), 'the dialog is gone');
  /** The button with the focus, looking into shadow roots. */
  const focused = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };

  it('fills a dialog that is named for it, with its caption and credit', async () => {
    const element = await figure();
    button(element).click();
    const dialog = await opened(element);
    expect(dialog.getAttribute('aria-label')).to.equal('A bridge');
    expect(dialog.matches(':modal')).to.equal(true);
    const lightbox = element.querySelector('figure-lightbox')!;
    expect(lightbox.querySelector<HTMLImageElement>('img')!.alt).to.equal('A bridge');
    expect(read(lightbox.querySelector('[slot=caption]'))).to.equal('The bridge. Jane Doe');
    await expect(element).to.be.accessible();
  });

  it('opens for a click on the picture too, and only once', async () => {
    const element = await figure();
    let asked = 0;
    element.addEventListener('figure-open', () => asked++);
    element.querySelector('img')!.click();
    element.querySelector('img')!.click();
    button(element).click();
    await opened(element);
    await turn();
    expect(dialogs(element)).to.have.lengthOf(1);
    expect(element.querySelectorAll('figure-lightbox')).to.have.lengthOf(1);
    expect(asked).to.equal(1);
  });

  it('opens from a page that handles clicks itself only if that lets it', async () => {
    const element = await figure();
    let asked = false;
    element.addEventListener('figure-open', () => (asked = true));
    element.querySelector('img')!.addEventListener('click', (event) => event.preventDefault());
    element.querySelector('img')!.click();
    expect(asked).to.equal(false);
  });

  it('asks the page first, which may show it in a way of its own', async () => {
    const element = await figure();
    const events: FigureOpenEvent[] = [];
    element.parentElement!.addEventListener('figure-open', (event) => {
      events.push(event);
      event.preventDefault();
    });
    button(element).click();
    await turn();
    expect(events).to.have.lengthOf(1);
    expect(events[0]!.image).to.equal(element.querySelector('img'));
    expect(events[0]!.composed).to.equal(true);
    expect(element.querySelector('figure-lightbox')).to.equal(null);
  });

  it('is closed by its button, and the focus is back on the button that opened it', async () => {
    const element = await figure();
    button(element).click();
    const close = byRole<HTMLButtonElement>(await opened(element), 'button', 'Close the picture');
    close.click();
    await closed(element);
    expect(focused()).to.equal(button(element));
    button(element).click();
    await opened(element);
  });

  it('is closed by a click on the ground, and not by one on the picture', async () => {
    const element = await figure();
    button(element).click();
    const dialog = await opened(element);
    element.querySelector<HTMLImageElement>('figure-lightbox img')!.click();
    expect(dialog.open).to.equal(true);
    dialog.click();
    await closed(element);
  });

  itWhere(can.sendKeys)('opens and closes by keyboard alone', async () => {
    const element = await figure();
    button(element).focus();
    await press('Enter');
    await opened(element);
    await press('Escape');
    await closed(element);
    expect(focused()).to.equal(button(element));
    await press(' ');
    const dialog = await opened(element);
    byRole(dialog, 'button', 'Close the picture').focus();
    await press('Enter');
    await closed(element);
    expect(focused()).to.equal(button(element));
  });

  it('says its words in the language', async () => {
    registerWords('de', { closePicture: 'Bild schließen', pictureLabel: 'Bild' });
    const element = await figure(`<figure><img src="${src}" alt=""></figure>`, 'lang="de"');
    button(element).click();
    const dialog = await opened(element);
    expect(dialog.getAttribute('aria-label')).to.equal('Bild');
    byRole(dialog, 'button', 'Bild schließen');
  });

  it('is asked for as wide as the screen, from the same candidates', async () => {
    const element = await figure(
      `<figure><img src="${src}" srcset="${src} 300w" sizes="100px" alt="A bridge"></figure>`,
    );
    button(element).click();
    await opened(element);
    const large = element.querySelector<HTMLImageElement>('figure-lightbox img')!;
    expect(large.srcset).to.equal(`${src} 300w`);
    expect(large.sizes).to.equal('100vw');
  });

  it('is the one that the browser chose of a picture with several', async () => {
    const other = bitmap(30, 20);
    const element = await figure(
      `<figure><picture><source srcset="${other}"><img src="${src}" alt="A bridge"></picture></figure>`,
    );
    button(element).click();
    await opened(element);
    const large = element.querySelector<HTMLImageElement>('figure-lightbox img')!;
    expect(large.src).to.equal(other);
    expect([large.width, large.height].every((size) => size > 0)).to.equal(true);
  });

  it('repeats no id of the page', async () => {
    const element = await figure(
      `<figure><img src="${src}" alt="A bridge"><figcaption>The <b id="bridge">bridge</b>.</figcaption></figure>`,
    );
    button(element).click();
    await opened(element);
    expect(document.querySelectorAll('#bridge')).to.have.lengthOf(1);
  });

  it('does not leave the page inert when its figure is removed', async () => {
    const element = await figure();
    const { parentElement } = element;
    const link = document.createElement('button');
    parentElement!.append(link);
    button(element).click();
    await opened(element);
    const gone = oneEvent(element.querySelector('figure-lightbox')!, 'close');
    element.remove();
    await gone;
    expect(document.querySelector(':modal')).to.equal(null);
    link.focus();
    expect(document.activeElement).to.equal(link);
    parentElement!.append(element);
    await turn();
    expect(element.querySelector('figure-lightbox')).to.equal(null);
    button(element).click();
    await opened(element);
  });

  it('does not come when its figure is removed before it is there', async () => {
    const element = await figure();
    const { parentElement } = element;
    const failures: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => {
      failures.push(event.reason);
      event.preventDefault();
    };
    addEventListener('unhandledrejection', note);
    try {
      button(element).click();
      element.remove();
      // The same module: it is there for us when it is there for the figure.
      await import('../../src/media/figure-lightbox.js');
      await turn();
      expect(element.querySelector('figure-lightbox')).to.equal(null);
      expect(failures).to.deep.equal([]);
    } finally {
      removeEventListener('unhandledrejection', note);
    }
    parentElement!.append(element);
    await turn();
    button(element).click();
    await opened(element);
  });

  it('opens from a clone of a figure whose dialog is open', async () => {
    const element = await figure();
    button(element).click();
    const dialog = await opened(element);
    const clone = element.cloneNode(true) as ArticleFigure;
    element.after(clone);
    await turn();
    byRole<HTMLButtonElement>(dialog, 'button', 'Close the picture').click();
    await closed(element);
    expect(buttons(clone)).to.have.lengthOf(1);
    button(clone).click();
    await opened(clone);
  });

  it('opens under a prefix too', async () => {
    defineAll({ prefix: 'acme-' });
    const element = await show(
      `<acme-article-figure class="article-figure"><figure><img src="${src}" alt="A bridge"></figure></acme-article-figure>`,
    );
    await arrived(element.querySelector('img')!);
    button(element).click();
    await opened(element);
    expect(element.querySelector('acme-figure-lightbox')).not.to.equal(null);
    element.querySelector<HTMLElement>('acme-figure-lightbox')!.remove();
  });
});
