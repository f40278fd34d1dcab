import { html, nothing, type TemplateResult } from 'lit';
import type { Clock } from '../src/index.js';
import { prague } from './prague.js';

/** Noon in Prague on the day of the meeting, for ever: stories read the same on every day. */
export const NOW = '2024-05-31T12:00:00+02:00';
export const fixedClock: Clock = { now: () => Date.parse(NOW), subscribe: () => () => {} };

/** Room above and below, as a page has it. */
export const page = (story: () => unknown): TemplateResult =>
  html`<div style="padding-block: 2rem 4rem">${story()}</div>`;

/** A column to stand in, for a tag that is shown on its own. */
export const column = (story: () => unknown): TemplateResult =>
  html`<div style="max-inline-size: 38rem; margin-inline: auto; padding: 1.5rem 1rem">
    ${story()}
  </div>`;

const { picture } = prague;

export const pragueFigure = (placement?: string): TemplateResult =>
  html`<article-figure placement=${placement ?? nothing}>
    <figure>
      <img
        src=${picture.src}
        width=${picture.width}
        height=${picture.height}
        alt=${picture.alt}
        fetchpriority="high"
      />
      <figcaption>
        <span class="caption">${picture.caption}</span>
        <span class="credit">${picture.credit}</span>
      </figcaption>
    </figure>
  </article-figure>`;

/** The article's paragraphs, from one to another. */
export const pragueText = (from = 0, to: number = prague.paragraphs.length): TemplateResult[] =>
  prague.paragraphs.slice(from, to).map((text) => html`<p>${text}</p>`);

/** A headline of 200 characters. */
export const longHeadline =
  'Ministers that came to agree on one sentence leave with eleven, each of them longer than the last, and with a promise to find before the summer the words that the first of the eleven would have needed';

/** A picture whose data no browser can read, so that it fails without a request. */
export const brokenPicture = 'data:image/png;base64,AAAA';

export const describe = (story: string) => ({ docs: { description: { story } } });
