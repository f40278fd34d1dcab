import type { Say } from '../kit/words.js';
import { linksIn } from './story.js';
import { ArticleShareEvent, type ShareMethod } from './tools-events.js';

/** What is shared of a story. */
export interface Shared {
  readonly url: string | undefined;
  readonly title: string;
  readonly quote: string;
}

/** The ways to share a story where the device has no sheet of its own, and what the page's author offers beside. */
export function shareMenu(
  host: HTMLElement,
  shared: Shared,
  say: Say,
  done: (said: string) => void,
): HTMLElement {
  const { url, title: headline, quote } = shared;
  const menu = document.createElement('div');
  const list = document.createElement('ul');
  // Safari forgets that a list is one when it has no marks.
  list.setAttribute('role', 'list');
  menu.append(list);

  const ask = (method: ShareMethod) => host.dispatchEvent(new ArticleShareEvent(method, shared));
  const add = (control: HTMLElement, label: string) => {
    control.textContent = label;
    const item = document.createElement('li');
    item.append(control);
    list.append(item);
  };
  const button = (method: ShareMethod, label: string, text: string, said: string) => {
    const control = document.createElement('button');
    control.type = 'button';
    control.addEventListener('click', () => {
      if (ask(method)) void copy(text).then((ok) => (ok ? done(said) : byHand(menu, text, say)));
    });
    add(control, label);
  };
  const link = (method: ShareMethod, label: string, href: string) => {
    const control = document.createElement('a');
    control.href = href;
    if (method === 'link') control.target = '_blank';
    control.rel = 'noopener';
    control.addEventListener('click', (event) => {
      if (!ask(method)) event.preventDefault();
    });
    add(control, label);
  };

  if (url) button('copy', say('shareCopy'), url, say('shareLinkCopied'));
  const values = { quote, headline, url: url ?? '' };
  const text = say(quote ? 'shareQuoted' : 'shareTitled', values).trim();
  button('quote', say(quote ? 'shareQuote' : 'shareHeadline'), text, say('shareCopied'));
  const links = linksIn(host);
  if (!links.some((one) => /^mailto:/i.test(one.url))) {
    const body = encodeURIComponent(url ? `${headline}\n\n${url}` : headline);
    link('mail', say('shareMail'), `mailto:?subject=${encodeURIComponent(headline)}&body=${body}`);
  }
  for (const one of links) link(/^mailto:/i.test(one.url) ? 'mail' : 'link', one.text, one.url);
  return menu;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // Not allowed, or not there on a page without https.
  }
}

/** The text in a field, selected: one key away from being copied. */
function byHand(menu: HTMLElement, text: string, say: Say): void {
  menu.querySelector('.by-hand')?.remove();
  const label = document.createElement('div');
  const words = document.createElement('div');
  const field = document.createElement('textarea');
  label.className = 'by-hand';
  words.textContent = say('shareByHand');
  field.setAttribute('aria-label', say('shareByHand'));
  field.readOnly = true;
  field.rows = 3;
  field.value = text;
  label.append(words, field);
  menu.append(label);
  field.focus();
  field.select();
}
