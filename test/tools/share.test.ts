import { expect } from '@open-wc/testing';
import { linkOf } from '../../src/tools/story.js';
import type { ArticleShareEvent } from '../../src/tools/tools-events.js';
import { badUrls, linkProtocols } from '../bad-urls.js';
import { allByRole, byRole, can, itWhere, press, turn, withStyles } from '../helpers.js';
import {
  button,
  forget,
  instead,
  isOpen,
  openPanel,
  restore,
  said,
  STORY,
  without,
  withTools,
} from './helpers.js';
import { waitUntil } from '../soon.js';

const page = location.href.split('#')[0]!;
const entries = (panel: Element) =>
  [...allByRole(panel, 'button'), ...allByRole(panel, 'link')].map(
    ({ textContent }) => textContent,
  );

/** What is copied, or a clipboard that refuses. */
function clipboard(refuses = false): string[] {
  const copied: string[] = [];
  const writeText = (text: string) =>
    refuses
      ? Promise.reject(new DOMException('No.', 'NotAllowedError'))
      : Promise.resolve(void copied.push(text));
  instead(navigator, 'clipboard', { writeText });
  return copied;
}

function select(node: Node, from: number, to: number): void {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  document.getSelection()!.removeAllRanges();
  document.getSelection()!.addRange(range);
}

describe('Sharing an article', () => {
  withStyles();
  beforeEach(() => {
    forget();
    without(Navigator.prototype, 'share');
  });
  afterEach(() => {
    restore();
    document.getSelection()?.removeAllRanges();
    document.querySelector('link[rel=canonical]')?.remove();
  });

  it('offers a link, headline and link, and mail, where the device has no sheet', async () => {
    const tools = await withTools();
    const panel = await openPanel(tools, 'Share');
    expect(entries(panel)).to.deep.equal(['Copy link', 'Copy headline with link', 'E-mail']);
    const mail = byRole<HTMLAnchorElement>(panel, 'link', 'E-mail');
    const { protocol, searchParams } = new URL(mail.href);
    expect(protocol).to.equal('mailto:');
    expect(searchParams.get('subject')).to.equal('Ministers meet in Prague');
    expect(searchParams.get('body')).to.equal(`Ministers meet in Prague\n\n${page}`);
  });

  it('copies the link, says so politely, and closes with the focus on its button', async () => {
    const copied = clipboard();
    const tools = await withTools();
    button(await openPanel(tools, 'Share'), 'Copy link').click();
    await waitUntil(() => said(tools));
    expect(copied).to.deep.equal([page]);
    expect(said(tools)).to.equal('Link copied.');
    expect(isOpen(tools)).to.equal(false);
    const { shadowRoot } = tools.querySelector('article-toolbar')!;
    expect(shadowRoot!.activeElement).to.equal(button(tools, 'Share'));
    await expect(tools).to.be.accessible();
  });

  it('copies the address that the page calls its own, at the id of the article', async () => {
    const copied = clipboard();
    const link = document.createElement('link');
    Object.assign(link, { rel: 'canonical', href: 'https://news.example/prague?a=1#x' });
    document.head.append(link);
    const tools = await withTools('', { article: 'lang="en" id="the story"' });
    button(await openPanel(tools, 'Share'), 'Copy link').click();
    await waitUntil(() => copied.length);
    expect(copied).to.deep.equal(['https://news.example/prague?a=1#the%20story']);
  });

  for (const href of [...badUrls, 'mailto:a@example.org', 'tel:1']) {
    it(`shares no page at ${JSON.stringify(href)}`, () => {
      const link = document.createElement('link');
      link.rel = 'canonical';
      link.setAttribute('href', href);
      document.head.append(link);
      expect(linkOf(undefined)).to.match(/^http:/);
    });
  }

  it('copies the selected words with headline and link', async () => {
    const copied = clipboard();
    const tools = await withTools();
    select(document.querySelector('#first')!.firstChild!, 0, 28);
    const panel = await openPanel(tools, 'Share');
    button(panel, 'Copy selected words with link').click();
    await waitUntil(() => copied.length);
    expect(copied).to.deep.equal([
      `“They agreed on one sentence.”\nMinisters meet in Prague\n${page}`,
    ]);
  });

  it('remembers the words that were selected before the press took the selection away', async () => {
    const tools = await withTools();
    select(document.querySelector('#first')!.firstChild!, 0, 11);
    button(tools, 'Share').dispatchEvent(
      new PointerEvent('pointerdown', { bubbles: true, composed: true }),
    );
    document.getSelection()!.removeAllRanges();
    expect(entries(await openPanel(tools, 'Share'))).to.contain('Copy selected words with link');
  });

  it('quotes nothing from the comments, or from elsewhere in the page', async () => {
    const tools = await withTools('', {
      story: `${STORY}<div class="comment-thread"><p id="said">Nonsense</p></div>`,
    });
    for (const node of [document.querySelector('#said')!.firstChild!, document.body]) {
      select(node, 0, 1);
      expect(entries(await openPanel(tools, 'Share'))).to.contain('Copy headline with link');
      button(tools, 'Share').click();
    }
  });

  it('shows the text, selected, where copying is not allowed', async () => {
    clipboard(true);
    const tools = await withTools();
    const panel = await openPanel(tools, 'Share');
    button(panel, 'Copy link').click();
    await waitUntil(() => allByRole(panel, 'textbox').length);
    const field = byRole<HTMLTextAreaElement>(panel, 'textbox', /^Copying was not allowed/);
    expect(field.value).to.equal(page);
    expect(field.selectionEnd - field.selectionStart).to.equal(page.length);
    expect(field.readOnly).to.equal(true);
    await expect(tools).to.be.accessible();
  });

  it('offers the links that someone wrote too, but none that is not safe', async () => {
    const inner = ['https://social.example/?u=1', 'mailto:?subject=A', ...badUrls]
      .map((url, index) => {
        const link = document.createElement('a');
        link.setAttribute('href', url);
        link.textContent = `Link ${index}`;
        return link.outerHTML;
      })
      .join(' ');
    const tools = await withTools('', { inner });
    const panel = await openPanel(tools, 'Share');
    const links = allByRole<HTMLAnchorElement>(panel, 'link');
    expect(links.slice(0, 2).map(({ textContent }) => textContent)).to.deep.equal([
      'Link 0',
      'Link 1',
    ]);
    expect(links[0]!.relList.contains('noopener')).to.equal(true);
    for (const { protocol } of links) expect(linkProtocols).to.include(protocol);
    expect(entries(panel)).not.to.include('E-mail');
  });

  it('lets the page share in a way of its own', async () => {
    const copied = clipboard();
    const tools = await withTools();
    const asked: ArticleShareEvent[] = [];
    document.body.addEventListener(
      'article-share',
      (event) => {
        event.preventDefault();
        asked.push(event);
      },
      { once: true },
    );
    button(await openPanel(tools, 'Share'), 'Copy link').click();
    await turn();
    expect(copied).to.deep.equal([]);
    const [{ method, url, title, quote }] = asked as [ArticleShareEvent];
    expect({ method, url, title, quote }).to.deep.equal({
      ...{ method: 'copy', url: page, title: 'Ministers meet in Prague', quote: '' },
    });
  });

  itWhere(can.sendKeys)('follows no link when the page takes over', async () => {
    const tools = await withTools();
    tools.addEventListener('article-share', (event) => event.preventDefault());
    const mail = byRole(await openPanel(tools, 'Share'), 'link', 'E-mail');
    let prevented: boolean | undefined;
    tools.parentElement!.addEventListener('click', (event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    });
    mail.focus();
    await press('Enter');
    expect(prevented).to.equal(true);
  });

  describe('on a device with a sheet of its own', () => {
    const shares: ShareData[] = [];
    let answer: Error | undefined;
    beforeEach(() => {
      shares.length = 0;
      answer = undefined;
      instead(navigator, 'share', (data: ShareData) => {
        shares.push(data);
        return answer ? Promise.reject(answer) : Promise.resolve();
      });
    });

    it('opens that', async () => {
      const tools = await withTools();
      expect(button(tools, 'Share').hasAttribute('aria-expanded')).to.equal(false);
      select(document.querySelector('#second')!.firstChild!, 0, 6);
      button(tools, 'Share').click();
      await waitUntil(() => shares.length);
      expect(shares).to.deep.equal([
        { title: 'Ministers meet in Prague', text: '“Nobody”', url: page },
      ]);
      expect(isOpen(tools)).to.equal(false);
    });

    it('leaves it at that when the reader thinks better of it', async () => {
      answer = new DOMException('', 'AbortError');
      const tools = await withTools();
      button(tools, 'Share').click();
      await waitUntil(() => shares.length);
      await turn();
      expect([isOpen(tools), said(tools)]).to.deep.equal([false, '']);
    });

    it('opens the menu when the sheet is refused', async () => {
      answer = new DOMException('', 'NotAllowedError');
      const tools = await withTools();
      button(tools, 'Share').click();
      await waitUntil(() => isOpen(tools));
    });

    it('is not asked when the page shares in a way of its own', async () => {
      const tools = await withTools();
      let method = '';
      tools.addEventListener('article-share', (event) => {
        event.preventDefault();
        ({ method } = event);
      });
      button(tools, 'Share').click();
      await turn();
      expect([method, shares.length]).to.deep.equal(['share', 0]);
    });
  });
});
