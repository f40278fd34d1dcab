import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleNote } from '../../src/notes/article-note.js';
import { badUrls } from '../bad-urls.js';
import { byRole, can, itWhere, press, read, show, turn, warnings, withStyles } from '../helpers.js';
import { waitUntil } from '../soon.js';

defineAll();

const mark = (id = '1', attributes = '') =>
  `<article-note loading="eager" ${attributes}><sup><a id="ref-${id}" href="#note-${id}" role="doc-noteref">${id}</a></sup></article-note>`;
const back = (id = '1') =>
  ` <a class="note-back" href="#ref-${id}" role="doc-backlink" aria-label="Back to the text">↩</a>`;
const list = `<section class="notes" role="doc-endnotes"><h2>Notes</h2><ol>
  <li id="note-1">Press release, <a href="https://nato.example/">nato.example</a>, <em id="inner">31 May</em>.${back()}</li>
  <li id="note-2"><p>Two.</p><p>More of two.</p>${back('2')}</li>
  <li id="note-word" class="note-term"><dfn>Summit</dfn>: a meeting.${back('word')}</li>
</ol></section>`;
const term =
  '<article-note loading="eager" kind="term"><a id="ref-word" href="#note-word" role="doc-glossref">Washington Summit</a></article-note>';

const ready = (element: Element) => waitUntil(() => element.matches(':state(ready)'));
async function article(
  text = `<p>Convened in Prague${mark()} on May 31${mark('2')} for the ${term}.</p>`,
  attributes = 'lang="en"',
): Promise<HTMLElement> {
  const element = await show(
    `<news-article ${attributes}><h1>Ministers</h1>${text}${list}</news-article>`,
  );
  await Promise.all([...element.querySelectorAll('article-note')].map(ready));
  return element;
}
const noteIn = (element: Element, index = 0) =>
  element.querySelectorAll<ArticleNote>('article-note')[index]!;
const linkOf = (note: Element) => note.querySelector('a')!;
const shown = () => [...document.querySelectorAll<HTMLElement>('note-popover')];
const hover = (note: Element, type = 'pointerenter', pointerType = 'mouse') =>
  note.dispatchEvent(new PointerEvent(type, { pointerType }));
const key = (target: EventTarget, name: string, type = 'keydown') =>
  target.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true }));
const goTo = (popover: Element) => popover.shadowRoot!.querySelector('a')!;

describe('A mark that leads to a note', () => {
  withStyles();

  it('is a link there, and back, without a script', async () => {
    const element = await show(
      `<div class="news-article"><p>Text<span class="article-note"><a id="ref-1" href="#note-1">1</a></span></p>${list}</div>`,
    );
    const link = element.querySelector('a')!;
    expect(element.querySelector(link.getAttribute('href')!)!.textContent).to.contain('Press');
    expect(element.querySelector('.note-back')!.getAttribute('href')).to.equal('#ref-1');
  });

  it('moves nothing when its script arrives, and says that it opens', async () => {
    const element = await show(
      `<news-article lang="en"><p>Prague${mark().replaceAll('article-note', 'x-note')}, for days.</p>${list}</news-article>`,
    );
    const boxes = () =>
      [...element.querySelectorAll('p, li, sup')].map((one) =>
        JSON.stringify(one.getBoundingClientRect()),
      );
    const before = boxes();
    const made = document.createElement('article-note');
    made.setAttribute('loading', 'eager');
    const old = element.querySelector('x-note')!;
    made.append(...old.childNodes);
    old.replaceWith(made);
    await ready(made);
    expect(boxes()).to.deep.equal(before);
    expect(linkOf(made).getAttribute('aria-expanded')).to.equal('false');
  });

  it('shows the note while a mouse is on it, or on the note', async () => {
    const note = noteIn(await article());
    hover(note);
    const [popover] = shown();
    expect(read(popover)).to.contain('Press release, nato.example, 31 May.');
    expect(linkOf(note).getAttribute('aria-expanded')).to.equal('true');
    hover(note, 'pointerleave');
    hover(note);
    expect(shown()).to.deep.equal([popover]);
    hover(note, 'pointerleave');
    await waitUntil(() => !shown().length);
    expect(linkOf(note).getAttribute('aria-expanded')).to.equal('false');
  });

  it('shows a copy: links work, ids are taken away, and so is the way back', async () => {
    const element = await article();
    hover(noteIn(element));
    const [popover] = shown();
    expect(popover!.querySelector('a')!.href).to.equal('https://nato.example/');
    expect(popover!.querySelector('[id]')).to.equal(null);
    expect(popover!.querySelector('[role="doc-backlink"]')).to.equal(null);
    expect(element.querySelectorAll('#inner')).to.have.lengthOf(1);
    expect(popover!.shadowRoot!.textContent).to.equal('Go to the note');
  });

  it('opens at the first press, with a finger too, and closes at the second', async () => {
    const note = noteIn(await article());
    hover(note, 'pointerenter', 'touch');
    expect(shown()).to.be.empty;
    linkOf(note).click();
    expect(shown()).to.have.lengthOf(1);
    expect(location.hash).to.equal('');
    linkOf(note).click();
    expect(shown()).to.be.empty;
  });

  it('stays when it was pressed and the mouse goes away; a press elsewhere closes it', async () => {
    const element = await article();
    const note = noteIn(element);
    hover(note);
    linkOf(note).click();
    hover(note, 'pointerleave');
    hover(noteIn(element, 1), 'pointerleave');
    shown()[0]!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(shown()).to.have.lengthOf(1);
    element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(shown()).to.be.empty;
  });

  it('lets a press with a key held down go where the browser takes it', async () => {
    const link = linkOf(noteIn(await article()));
    let isOurs: boolean | undefined;
    document.addEventListener(
      'click',
      (event) => {
        isOurs = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(isOurs).to.equal(false);
    expect(shown()).to.be.empty;
  });

  it('shows one note at a time', async () => {
    const element = await article();
    linkOf(noteIn(element)).click();
    linkOf(noteIn(element, 1)).click();
    expect(shown()).to.have.lengthOf(1);
    expect(read(shown()[0])).to.contain('More of two.');
    expect(linkOf(noteIn(element)).getAttribute('aria-expanded')).to.equal('false');
  });

  itWhere(can.sendKeys)(
    'opens by Tab, is read on into, and closes as the focus leaves',
    async () => {
      const element = await article(`<p>Prague${mark()}.</p><p><button>Next</button></p>`);
      await press('Tab');
      expect(document.activeElement).to.equal(linkOf(noteIn(element)));
      const [popover] = shown();
      expect(popover).to.exist;
      await press('Tab');
      expect(document.activeElement).to.equal(popover!.querySelector('a'));
      await press('Tab');
      expect(popover!.shadowRoot!.activeElement).to.equal(goTo(popover!));
      await press('Tab');
      expect(document.activeElement!.textContent).to.equal('Next');
      expect(shown()).to.be.empty;
    },
  );

  itWhere(can.sendKeys)('closes with Escape, and the focus is back on the mark', async () => {
    const element = await article(`<p>Prague${mark()}.</p>`);
    await press('Tab');
    await press('Tab');
    await press('Escape');
    expect(shown()).to.be.empty;
    expect(document.activeElement).to.equal(linkOf(noteIn(element)));
    await press('Enter');
    expect(shown()).to.have.lengthOf(1);
  });

  it('closes with Escape when only the mouse has opened it', async () => {
    hover(noteIn(await article()));
    key(document.body, 'Escape');
    expect(shown()).to.be.empty;
  });

  it('does not open when a reader comes back from the list', async () => {
    const note = noteIn(await article());
    linkOf(note).focus();
    expect(shown()).to.be.empty;
    key(linkOf(note), 'Tab', 'keyup');
    expect(shown()).to.have.lengthOf(1);
  });

  it('says to screen readers what it is, in the order of reading', async () => {
    const element = await article();
    const link = byRole(element, 'link', '1');
    link.click();
    const popover = byRole(element, 'note', 'Note 1');
    expect(link.compareDocumentPosition(popover)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    byRole(element, 'link', 'Go to the note');
    await expect(element).to.be.accessible();
  });

  it('may be a bare link, accessibly', async () => {
    const element = await article(
      '<p>Prague<article-note loading="eager"><a id="ref-1" href="#note-1">1</a></article-note>, where they met, and where they will meet again, words, words.</p>',
    );
    await expect(element).to.be.accessible();
  });

  it('names the note of a word by the word', async () => {
    const element = await article();
    byRole(element, 'link', 'Washington Summit').click();
    expect(read(byRole(element, 'note', 'Washington Summit'))).to.contain('Summit: a meeting.');
    await expect(element).to.be.accessible();
  });

  it('stays in the window, at the edge and from right to left', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await article(
        `<p style="text-align: end">Prague${mark()}</p>`,
        `lang="en" dir="${dir}"`,
      );
      linkOf(noteIn(element)).click();
      const box = shown()[0]!.getBoundingClientRect();
      expect(box.left).to.be.at.least(0);
      expect(box.right).to.be.at.most(document.documentElement.clientWidth);
      element.remove();
    }
  });

  it('lies under its mark, or over it where there is no room', async () => {
    const element = await article(
      `<p>High${mark()}</p><div style="position: fixed; inset-block-end: 0">Low${mark('2')}</div>`,
    );
    for (const [index, isUnder] of [true, false].entries()) {
      const link = linkOf(noteIn(element, index));
      link.click();
      const [at, box] = [link, shown()[0]!].map((one) => one.getBoundingClientRect());
      if (isUnder) expect(box!.top).to.be.at.least(at!.bottom - 1);
      else expect(box!.bottom).to.be.at.most(at!.top + 1);
    }
  });

  it('stands on the colour that the text stands on', async () => {
    const element = await article();
    const around = document.createElement('div');
    around.style.backgroundColor = 'rgb(20, 30, 40)';
    element.replaceWith(around);
    around.append(element);
    await turn();
    await ready(noteIn(element));
    linkOf(noteIn(element)).click();
    const box = shown()[0]!.shadowRoot!.querySelector('div')!;
    expect(getComputedStyle(box).backgroundColor).to.equal('rgb(20, 30, 40)');
    around.replaceWith(element);
  });

  it('is long, and then it can be scrolled by the keyboard', async () => {
    const element = await article();
    element.querySelector('#note-2 p')!.textContent = 'Many words. '.repeat(400);
    linkOf(noteIn(element, 1)).click();
    const box = shown()[0]!.shadowRoot!.querySelector('div')!;
    expect(box.tabIndex).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('goes to the list by the link in it, and is closed then', async () => {
    const element = await article();
    linkOf(noteIn(element)).click();
    const [popover] = shown();
    goTo(popover!).click();
    expect(shown()).to.be.empty;
    await waitUntil(() => location.hash === '#note-1'); // Firefox goes there a moment later
    expect(element.querySelector('li:target')!.id).to.equal('note-1');
    expect(getComputedStyle(element.querySelector('li:target')!).backgroundColor).not.to.equal(
      'rgba(0, 0, 0, 0)',
    );
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('leads within its own article where two have the same ids', async () => {
    const pair = await show<HTMLElement>(
      `<div>${[1, 2]
        .map(
          (number) =>
            `<news-article lang="en"><p>Prague${mark()}.</p>${list.replace('Press', `Press ${number}`)}</news-article>`,
        )
        .join('')}</div>`,
    );
    const second = pair.lastElementChild!;
    await Promise.all([...pair.querySelectorAll('article-note')].map(ready));
    linkOf(noteIn(second)).click();
    expect(read(shown()[0])).to.contain('Press 2');
    goTo(shown()[0]!).click();
    expect(document.activeElement).to.equal(second.querySelector('#note-1'));
    second.querySelector<HTMLElement>('.note-back')!.click();
    expect(document.activeElement).to.equal(linkOf(noteIn(second)));
    expect(location.hash).to.equal('');
  });

  it('finds its note anywhere, in a list of definitions too', async () => {
    const element = await show(
      `<div lang="en"><dl><dt id="note-w">Summit</dt><dd>A meeting.</dd><dd>A peak.</dd></dl><p>The <article-note loading="eager" kind="term"><a href="#note-w">summit</a></article-note>.</p></div>`,
    );
    await ready(noteIn(element));
    linkOf(noteIn(element)).click();
    expect(read(shown()[0])).to.contain('Summit A meeting. A peak.');
  });

  it('stays a link where there is no such note, and tells the console once', async () => {
    let element: HTMLElement | undefined;
    const said = await warnings(async () => {
      element = await show(`<p lang="en">${mark('none')}${mark('none')}</p>`);
      await ready(noteIn(element));
      await ready(noteIn(element, 1));
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('"note-none"');
    const link = linkOf(noteIn(element!));
    expect(link.hasAttribute('aria-expanded')).to.equal(false);
    hover(noteIn(element!));
    expect(shown()).to.be.empty;
  });

  it('opens nothing for an address that leads nowhere good', async () => {
    await warnings(async () => {
      for (const bad of badUrls.slice(0, 12)) {
        const element = await show(`<p><article-note loading="eager"><a>1</a></article-note></p>`);
        linkOf(noteIn(element)).setAttribute('href', bad);
        await ready(noteIn(element));
        hover(noteIn(element));
        expect(shown()).to.be.empty;
      }
    });
  });

  it('falls back to a footnote for a kind that is none', async () => {
    const said = await warnings(async () => {
      const element = await article(`<p>Prague${mark('1', 'kind="riddle"')}</p>`);
      expect(noteIn(element).kind).to.equal('footnote');
    });
    expect(said.join()).to.contain('riddle');
  });

  it('works again when it was taken out and put back, and as a copy while it was open', async () => {
    const element = await article(`<p>Prague${mark()}</p>`);
    const note = noteIn(element);
    linkOf(note).click();
    const copy = note.cloneNode(true) as HTMLElement;
    const place = note.parentElement!;
    note.remove();
    expect(shown()).to.be.empty;
    place.append(note, copy);
    await turn();
    await ready(copy);
    expect(shown()).to.be.empty;
    linkOf(note).click();
    linkOf(copy).click();
    expect(shown()).to.have.lengthOf(1);
    expect(shown()[0]!.parentElement).to.equal(copy);
  });

  it('speaks the language of the article, or words of the page', async () => {
    registerWords('de', { noteNamed: 'Anmerkung {mark}', noteGoTo: 'Zur Anmerkung' });
    const element = await article(undefined, 'lang="de"');
    linkOf(noteIn(element)).click();
    byRole(element, 'note', 'Anmerkung 1');
    noteIn(element, 1).words = { noteGoTo: 'Hin' };
    linkOf(noteIn(element, 1)).click();
    expect(shown()[0]!.shadowRoot!.textContent).to.equal('Hin');
  });

  it('loses no word while it is shown, and doubles none afterwards', async () => {
    const element = await article();
    const before = read(element);
    linkOf(noteIn(element)).click();
    key(document.body, 'Escape');
    expect(read(element)).to.equal(before);
  });
});
