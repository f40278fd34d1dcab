import type { BlockTools } from '../block/block-script.js';
import { playFrom, timeOf } from './media-time.js';

/**
 * The chapters of a recording, behind a line that opens them: so much room the stylesheet has kept.
 * They are fetched when somebody opens it. Their names are somebody's words, so they stand in the page.
 */
export class MediaChapters {
  readonly #host: HTMLElement;
  readonly #tools: BlockTools;
  readonly #box = document.createElement('details');
  readonly #summary = document.createElement('summary');
  readonly #list = document.createElement('ol');
  #media: HTMLMediaElement | undefined;
  #track: HTMLTrackElement | undefined;

  constructor(host: HTMLElement, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    this.#box.className = 'chapters';
    this.#box.append(this.#summary, this.#list);
    this.#box.addEventListener('toggle', this.#toggled);
    this.#list.addEventListener('click', this.#pressed);
  }

  update(media: HTMLMediaElement | undefined): void {
    // Those of an earlier life, or of what this was cloned from.
    for (const old of this.#host.querySelectorAll(':scope > .chapters'))
      if (old !== this.#box) old.remove();
    const track = [...(media?.querySelectorAll('track') ?? [])].find(
      ({ kind }) => kind === 'chapters',
    );
    if (track !== this.#track || media !== this.#media) {
      this.#let();
      this.#media = media;
      this.#track = track;
      track?.addEventListener('load', this.#write);
      track?.addEventListener('error', this.#failed);
      media?.addEventListener('timeupdate', this.#mark);
      this.#list.replaceChildren();
      this.#box.open = false;
    }
    this.#summary.textContent = this.#tools.say('chapters');
    if (!media || !track) return this.#box.remove();
    const before = media.closest('figure') ?? media;
    if (before.nextElementSibling !== this.#box) before.after(this.#box);
  }

  disconnect(): void {
    this.#let();
    this.#box.remove();
  }

  #let(): void {
    this.#track?.removeEventListener('load', this.#write);
    this.#track?.removeEventListener('error', this.#failed);
    this.#media?.removeEventListener('timeupdate', this.#mark);
    this.#media = this.#track = undefined;
  }

  readonly #toggled = (): void => {
    if (!this.#box.open || !this.#track) return;
    const { track, readyState } = this.#track;
    if (track.mode === 'disabled') track.mode = 'hidden';
    if (readyState === HTMLTrackElement.LOADED) this.#write();
    else if (readyState === HTMLTrackElement.ERROR) this.#failed();
  };

  readonly #write = (): void => {
    const cues = [...(this.#track?.track.cues ?? [])];
    if (!cues.length) return this.#failed();
    this.#list.replaceChildren(
      ...cues.map((cue) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.value = String(cue.startTime);
        const [time, name] = [document.createElement('span'), document.createElement('bdi')];
        time.dir = 'ltr';
        time.textContent = timeOf(cue.startTime);
        name.textContent = 'text' in cue ? String(cue.text) : '';
        button.append(time, ' ', name);
        const item = document.createElement('li');
        item.append(button);
        return item;
      }),
    );
    this.#mark();
  };

  readonly #failed = (): void => {
    const item = document.createElement('li');
    item.textContent = this.#tools.say('chaptersFailed');
    this.#list.replaceChildren(item);
  };

  readonly #mark = (): void => {
    const now = this.#media?.currentTime ?? 0;
    const buttons = [...this.#list.querySelectorAll('button')];
    const current = buttons.filter(({ value }) => Number(value) <= now).at(-1);
    for (const button of buttons) {
      if (button === current) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  };

  readonly #pressed = ({ target }: Event): void => {
    const button = (target as Element).closest('button');
    if (!button || !this.#media) return;
    playFrom(this.#media, Number(button.value));
    this.#mark();
  };
}
