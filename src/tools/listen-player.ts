import { icon } from '../kit/shadow-parts.js';
import { icons } from './tool-icons.js';
import { control, ground, inkGround } from './toolbar-styles.js';

/** What the player is called in the reader's language. */
export interface PlayerWords {
  readonly player: string;
  readonly play: string;
  readonly pause: string;
  readonly previous: string;
  readonly next: string;
  readonly speed: string;
  readonly stop: string;
}

/**
 * What a reader listens with, at the foot of the window, where it stays at hand while the story goes by.
 * It lies over the page and moves nothing in it. `article-tools` puts it in; it is no tag for authors.
 *
 * @tagname article-player
 *
 * @csspart player - The strip at the foot of the window.
 * @csspart button - A button in it; each has its own name as a part too: `previous`, `toggle`, `next`, `stop`.
 * @csspart speed - The choice of speed.
 * @csspart audio - The recording, if there is one.
 */
export class ArticlePlayer extends HTMLElement {
  static readonly tag: string = 'article-player';

  /** Called with the name of the button that a reader presses. */
  press?: ((name: string) => void) | undefined;
  /** Called with the speed that a reader chooses. */
  pace?: ((speed: number) => void) | undefined;

  readonly #strip = document.createElement('div');
  readonly #speed = document.createElement('select');
  #buttons: Record<string, HTMLButtonElement> = {};

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.#strip.setAttribute('role', 'region');
    this.#strip.part.add('player');
    root.append(this.#strip);
    root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Escape') return;
      event.preventDefault();
      this.press?.('stop');
    });
    this.#speed.part.add('speed');
    this.#speed.addEventListener('change', () => this.pace?.(Number(this.#speed.value)));
  }

  connectedCallback(): void {
    // In the top layer nothing cuts it off and nothing lies over it.
    if (!('showPopover' in this)) return;
    this.popover = 'manual';
    this.showPopover();
  }

  /** Shows buttons and a choice of speeds, for a voice. */
  showVoice(speeds: readonly number[], speed: number, locale: string): void {
    const format = new Intl.NumberFormat(locale);
    this.#strip.className = '';
    this.#strip.dir = 'ltr'; // forward is to the right on every player
    for (const value of speeds) {
      const isNow = value === speed;
      this.#speed.append(new Option(`${format.format(value)}×`, String(value), isNow, isNow));
    }
    this.#strip.replaceChildren(
      this.#button('previous', icons.previous),
      this.#button('toggle', icons.pause),
      this.#button('next', icons.next),
      this.#speed,
      this.#button('stop', icons.close),
    );
  }

  /** Shows a recording, with the browser's own controls. */
  showRecording(audio: HTMLAudioElement): void {
    audio.part.add('audio');
    this.#strip.dir = 'ltr';
    this.#strip.replaceChildren(audio, this.#button('stop', icons.close));
  }

  /** Shows a question first. */
  showQuestion(question: string, answer: string): void {
    const words = document.createElement('p');
    words.textContent = question;
    const agree = this.#button('agree');
    agree.textContent = answer;
    this.#strip.className = 'question';
    this.#strip.replaceChildren(words, agree, this.#button('stop', icons.close));
    agree.focus();
  }

  #button(name: string, path?: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.part.add('button', name);
    if (path) button.append(icon(path));
    button.addEventListener('click', () => this.press?.(name));
    this.#buttons[name] = button;
    return button;
  }

  /** Names everything, and shows whether it plays. */
  update(words: PlayerWords, isPlaying: boolean): void {
    this.#strip.setAttribute('aria-label', words.player);
    this.#speed.setAttribute('aria-label', words.speed);
    const { previous, next, stop, toggle } = this.#buttons;
    if (previous) name(previous, words.previous);
    if (next) name(next, words.next);
    if (stop) name(stop, words.stop);
    if (!toggle) return;
    name(toggle, isPlaying ? words.pause : words.play);
    toggle.replaceChildren(icon(isPlaying ? icons.pause : icons.play));
  }
}

function name(button: HTMLElement, label: string): void {
  button.setAttribute('aria-label', label);
  button.title = label;
}

const styles = `
:host{all:unset;visibility:visible;position:fixed;z-index:30;inset:auto 0 0;box-sizing:border-box;inline-size:100%;padding:.5rem;padding-block-end:max(.5rem,env(safe-area-inset-bottom));display:flex;justify-content:center;pointer-events:none;color:inherit}
:host([popover]:not(:popover-open)){display:none}
${control}
[part=player]{display:flex;align-items:center;box-sizing:border-box;max-inline-size:100%;padding-inline:.25rem;pointer-events:auto;${ground}}
${inkGround('[part=player]')}
[part=player]:empty{display:none}
button{display:grid;place-items:center}
.question{flex-wrap:wrap;justify-content:end}
[part~=agree]{padding-inline:.75rem;font-weight:700}
select{padding-inline:.75rem;text-align:center;line-height:2.75rem;font-variant-numeric:tabular-nums;appearance:none}
option{color:CanvasText;background:Canvas}
audio{inline-size:28rem;min-inline-size:0;flex:0 1 auto}
p{flex:1 1 16rem;max-inline-size:30rem;margin:0;padding:.75rem}
:is(button,select):hover{color:var(--article-_link,currentcolor)}
@media print{:host{display:none}}`;
