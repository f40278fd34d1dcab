// What the tests of the tools share: a story with a bar, clean stores, a voice that speaks when told to.
import { defineAll } from '../../src/elements.js';
import type { ArticleTools } from '../../src/tools/article-tools.js';
import { allByRole, byRole, show, turn } from '../helpers.js';
import { waitUntil } from '../soon.js';

defineAll();

export const STORY = `<h1>Ministers meet in Prague</h1>
<p id="first">They agreed on one sentence. Then they left.</p>
<p id="second">Nobody remembers the sentence.</p>`;

/** Forgets what earlier tests have chosen and saved. */
export function forget(): void {
  localStorage.removeItem('broadsheet-choices-1');
  localStorage.removeItem('broadsheet-saved-1');
  for (const name of ['size', 'measure', 'theme']) {
    document.documentElement.removeAttribute(`data-article-${name}`);
  }
}

/** A story in English with tools whose script is there. */
export async function withTools(
  attributes = '',
  { story = STORY, inner = '', article = 'lang="en"' } = {},
): Promise<ArticleTools> {
  const element = await show(
    `<news-article ${article}>${story}<article-tools loading="eager" ${attributes}>${inner}</article-tools></news-article>`,
  );
  return ready(element.querySelector('article-tools')!);
}

/** The tools, when their script is there. */
export async function ready(tools: ArticleTools): Promise<ArticleTools> {
  await waitUntil(() =>
    tools.querySelector('article-toolbar')?.shadowRoot?.querySelector('button'),
  );
  await turn();
  return tools;
}

export const button = (tools: Element, name: string | RegExp) =>
  byRole<HTMLButtonElement>(tools, 'button', name);
export const names = (tools: Element): string[] =>
  allByRole(byRole(tools, 'toolbar'), 'button').map(({ textContent }) => textContent);

/** Presses a button, and waits for the panel that it opens. */
export async function openPanel(tools: Element, name: string): Promise<HTMLElement> {
  button(tools, name).click();
  return panelOf(tools, name);
}

export async function panelOf(tools: Element, name: string): Promise<HTMLElement> {
  await waitUntil(() => button(tools, name).getAttribute('aria-expanded') === 'true');
  await turn();
  return tools.querySelector('article-toolbar')!.shadowRoot!.querySelector('[part=panel]')!;
}

export const isOpen = (tools: Element): boolean =>
  !tools.querySelector('article-toolbar')!.shadowRoot!.querySelector<HTMLElement>('[part=panel]')!
    .hidden;

/** What is said politely. */
export const said = (tools: Element): string =>
  tools.querySelector('article-toolbar')!.shadowRoot!.querySelector('[role=status]')!.textContent;

/** Puts something in the place of a property of an object until the test is over. */
const undo: (() => void)[] = [];
export function instead(object: object, name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, writable: true, value });
  undo.push(() => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  });
}

/** Takes away what the browser's own class has, so that `in` finds nothing. */
export function without(prototype: object, name: string): void {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  if (!own) return;
  Reflect.deleteProperty(prototype, name);
  undo.push(() => void Object.defineProperty(prototype, name, own));
}
export const restore = (): void =>
  undo
    .splice(0)
    .reverse()
    .forEach((run) => run());

export interface FakeVoice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
  readonly name: string;
}
export const voice = (lang: string, more: Partial<FakeVoice> = {}): FakeVoice => ({
  ...{ lang, localService: true, default: false, name: lang },
  ...more,
});

/** What stands in for an utterance; the voice below speaks it. */
export class FakeUtterance {
  lang = '';
  rate = 1;
  voice: FakeVoice | undefined;
  onboundary?: (event: object) => void;
  onend?: (event: object) => void;
  onerror?: (event: object) => void;
  constructor(readonly text: string) {}
}

/** A voice that says nothing until a test lets it go on. */
export class FakeSpeech extends EventTarget {
  readonly log: FakeUtterance[] = [];
  cancelled = 0;
  speaking = false;
  paused = false;
  constructor(public voices: readonly FakeVoice[] = [voice('en-GB')]) {
    super();
  }
  getVoices = () => this.voices;
  resume = () => {
    this.paused = false;
  };
  speak(utterance: FakeUtterance): void {
    this.log.push(utterance);
    this.speaking = true;
  }
  cancel(): void {
    this.cancelled++;
    this.speaking = false;
  }
  get now(): FakeUtterance {
    return this.log.at(-1)!;
  }
  /** The voice comes to a word. */
  word(text: string): void {
    const charIndex = this.now.text.indexOf(text);
    this.now.onboundary?.({ name: 'word', charIndex, charLength: text.length });
  }
  /** The voice has said what it was given. */
  end(): void {
    this.speaking = false;
    this.now.onend?.({});
  }
  error(error: string): void {
    this.speaking = false;
    this.now.onerror?.({ error });
  }
}

/** Gives the window this voice. */
export function speaks(speech: FakeSpeech | undefined): void {
  instead(window, 'speechSynthesis', speech);
  instead(window, 'SpeechSynthesisUtterance', FakeUtterance);
}
