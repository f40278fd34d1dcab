import type { Behaviour, BlockTools } from '../block/block-script.js';
import { storyOf } from '../block/story-of.js';
import { CHOICES } from '../kit/choices.js';
import { select } from '../kit/define.js';
import { enTools } from '../kit/words/en-tools.js';
import { choices, followChoices } from './choices.js';
import type { Listening } from './listen-view.js';
import { isSaved, SAVED, saveArticle, savedArticles, unsaveArticle } from './saved.js';
import { whenStored } from './stored.js';
import { headlineOf, linkOf, selectedIn } from './story.js';
import { icons } from './tool-icons.js';
import { ArticleToolbar, type ToolButton } from './toolbar.js';
import { ArticleSaveEvent, ArticleShareEvent } from './tools-events.js';

interface Host extends HTMLElement {
  readonly tools?: string | null | undefined;
  readonly htmlFor?: string | null | undefined;
  readonly recording?: string | null | undefined;
}

const TOOLS = ['share', 'listen', 'size', 'measure', 'theme', 'save', 'print'] as const;
type Tool = (typeof TOOLS)[number];
const LOOKS: readonly Tool[] = ['size', 'measure', 'theme'];
const bar = select(ArticleToolbar.tag);
const player = select('article-player');

/** Puts the bar into `article-tools`, and answers its buttons; what a button needs is loaded when it is pressed. */
export function enhance(host: Host, tools: BlockTools): Behaviour {
  tools.learn(enTools);
  return new ToolsView(host, tools);
}

class ToolsView implements Behaviour {
  readonly #host: Host;
  readonly #tools: BlockTools;
  readonly #bar: ArticleToolbar;
  readonly #unhear: () => void;
  #quote = '';
  #listening: Listening | undefined;
  #busy = false;

  constructor(host: Host, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    tools.define(ArticleToolbar); // which upgrades one that is there
    // A clone brings a bar along, and so does a tag that is put back.
    const [old, ...others] = host.querySelectorAll<ArticleToolbar>(`:scope > ${bar}`);
    for (const dead of [...others, ...host.querySelectorAll(`:scope > ${player}`)]) dead.remove();
    this.#bar = old ?? tools.create<ArticleToolbar>(ArticleToolbar.tag);
    if (tools.prefix) this.#bar.className = ArticleToolbar.tag;
    this.#bar.press = (name) => void this.#press(name);
    // Before the press takes the selection away.
    this.#bar.addEventListener('pointerdown', this.#remember);
    if (this.#bar !== host.firstElementChild) host.prepend(this.#bar);
    host.setAttribute('data-bar', '');
    this.#unhear = whenStored([CHOICES, SAVED], (elsewhere) => {
      if (elsewhere) followChoices();
      this.update();
    });
  }

  disconnect(): void {
    this.#unhear();
    this.#listening?.stop();
    this.#bar.removeEventListener('pointerdown', this.#remember);
    this.#bar.hide();
  }

  readonly #remember = (): void => {
    this.#quote = selectedIn(this.#story);
  };

  get #story(): Element | undefined {
    return storyOf(this.#host, this.#host.htmlFor);
  }

  update(): void {
    const { say, warn } = this.#tools;
    const { htmlFor } = this.#host;
    const story = this.#story;
    if (htmlFor && story?.id !== htmlFor) warn(`for="${htmlFor}" is the id of no article.`);
    this.#bar.show(say('tools'), this.#buttons(this.#wanted(story)));
    // In a shadow root, the page's `<html>` is out of sight for the stylesheet.
    if (story && story.getRootNode() !== document) {
      const { theme } = choices();
      if (theme) story.setAttribute('data-article-theme', theme);
      else story.removeAttribute('data-article-theme');
    }
    this.#look?.update();
    this.#listening?.update();
  }

  /** The tools that are asked for, each once; an author who fixed the colours has left none to choose. */
  #wanted(story: Element | undefined): Tool[] {
    const asked = (this.#host.tools ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const known = TOOLS.filter((tool) => asked.includes(tool));
    for (const name of asked) {
      if (!TOOLS.includes(name as Tool))
        this.#tools.warn(`tools="${this.#host.tools}": "${name}" is none of ${TOOLS.join(', ')}.`);
    }
    const all = known.length
      ? known.sort((one, other) => asked.indexOf(one) - asked.indexOf(other))
      : [...TOOLS];
    return all.filter((tool) => tool !== 'theme' || !story?.hasAttribute('theme'));
  }

  #buttons(wanted: readonly Tool[]): ToolButton[] {
    const { say } = this.#tools;
    const looks = wanted.filter((tool) => LOOKS.includes(tool));
    return wanted.flatMap((tool): ToolButton[] => {
      switch (tool) {
        case 'share':
          return [
            {
              ...button(tool, say('toolShare'), say('toolShareHint')),
              opens: !('share' in navigator) || undefined,
            },
          ];
        case 'listen':
          return [
            {
              ...button(tool, say('toolListen'), say('toolListenHint')),
              pressed: Boolean(this.#listening),
            },
          ];
        case 'save': {
          const url = linkOf(this.#story);
          if (!url) return [];
          return [{ ...button(tool, say('toolSave'), say('toolSaveHint')), pressed: isSaved(url) }];
        }
        case 'print':
          return [button(tool, say('toolPrint'), say('toolPrintHint'))];
        default:
          if (tool !== looks[0]) return [];
          return looks.join() === 'theme'
            ? [{ ...button('theme', say('toolTheme'), say('toolThemeHint')), opens: true }]
            : [{ ...button('text', say('toolText'), say('toolTextHint')), opens: true }];
      }
    });
  }

  async #press(name: string): Promise<void> {
    if (this.#busy) return;
    try {
      const acting = this.#act(name);
      this.#busy = Boolean(acting);
      await acting;
    } catch (error) {
      this.#tools.warn(`<${this.#host.localName}> ${name}: ${String(error)}`);
      this.#bar.tell(this.#tools.say('toolFailed'));
    } finally {
      this.#busy = false;
    }
  }

  #act(name: string): void | Promise<void> {
    if (name === 'share') return this.#share();
    if (name === 'listen') return this.#listening ? this.#listening.stop() : this.#listen();
    if (name === 'save') return this.#save();
    if (name === 'print') return print();
    return this.#openLook(name);
  }

  /** The device's own sheet, where it has one; else a menu. */
  async #share(): Promise<void> {
    const story = this.#story;
    const shared = {
      url: linkOf(story),
      title: headlineOf(story),
      quote: selectedIn(story) || this.#quote,
    };
    if ('share' in navigator) {
      if (!this.#host.dispatchEvent(new ArticleShareEvent('share', shared))) return;
      const { url, title, quote } = shared;
      try {
        await navigator.share({ title, ...(quote && { text: `“${quote}”` }), ...(url && { url }) });
        return;
      } catch (error) {
        if ((error as Error).name === 'AbortError') return; // The reader thought better of it.
      }
    }
    const { shareMenu } = await import('./share-view.js');
    if (!this.#host.isConnected) return;
    const menu = shareMenu(this.#host, shared, this.#tools.say, (said) => {
      this.#bar.hide(true);
      this.#bar.tell(said);
    });
    this.#bar.open('share', this.#tools.say('toolShare'), menu);
  }

  #look: { update(): void } | undefined;

  async #openLook(name: string): Promise<void> {
    const { lookPanel } = await import('./text-view.js');
    if (!this.#host.isConnected) return;
    const looks = this.#wanted(this.#story).filter((tool) => LOOKS.includes(tool));
    const panel = lookPanel(this.#host, looks, this.#tools);
    this.#look = panel;
    const { say } = this.#tools;
    this.#bar.open(name, say(name === 'theme' ? 'toolTheme' : 'toolTextHint'), panel.content);
  }

  #save(): void {
    const story = this.#story;
    const url = linkOf(story);
    if (!url) return;
    const { say, now } = this.#tools;
    const title = headlineOf(story);
    const article = { url, title, date: new Date(now()).toISOString() };
    const wasSaved = isSaved(url);
    if (!(wasSaved ? unsaveArticle(url) : saveArticle(article))) {
      this.#bar.tell(say('toolNotKept'));
      return;
    }
    this.#bar.tell(say(wasSaved ? 'toolUnsaved' : 'toolSaved'));
    this.#host.dispatchEvent(new ArticleSaveEvent(article, !wasSaved, savedArticles()));
  }

  async #listen(): Promise<void> {
    const story = this.#story;
    const { listen } = await import('./listen-view.js');
    if (!this.#host.isConnected) return;
    this.#listening = listen({
      host: this.#host,
      story: story ?? document.body,
      recording: this.#host.recording,
      tools: this.#tools,
      tell: (said) => this.#bar.tell(said),
      ended: (byPlayer) => {
        this.#listening = undefined;
        this.update();
        if (byPlayer) this.#bar.focus();
      },
    });
    this.update();
  }
}

const button = (name: keyof typeof icons, label: string, hint: string) => ({
  name,
  icon: icons[name],
  label,
  hint,
});
