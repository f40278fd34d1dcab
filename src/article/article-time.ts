import type { PropertyDeclarations } from 'lit';
import { html } from '../content/html.js';
import { choice } from '../kit/choice.js';
import { systemClock, type Clock } from '../kit/clock.js';
import { ContextConsumer } from '../kit/context.js';
import { dateFormats, formatDate, parseDate, type DateFormat, type Moment } from '../kit/dates.js';
import { isEmpty, LightElement } from '../kit/light-element.js';
import { ContentObserver } from '../kit/observe.js';
import { timeContext, type TimeContext } from '../kit/time-context.js';
import { warnOnce } from '../kit/warn.js';
import { WordsController, type Words } from '../kit/words.js';
import { Written } from '../kit/written.js';
import { knownZone } from '../kit/zone.js';
import { SheetController } from '../styles/sheet-controller.js';

/**
 * When a story was published and, only where that differs, updated. What someone wrote inside a
 * `time` stays, unless `format` asks; an empty `time` is always filled in. Dates are written for the
 * nearest `lang`, in the page's zone or the reader's.
 *
 * @tagname article-time
 *
 * @attr {string} published - When the story was published (ISO 8601), for a tag that is left empty.
 * @attr {string} updated - When it was last changed (ISO 8601), for a tag that is left empty.
 * @attr {'date-time'|'date'|'time'|'relative'} format - How to write the times, even those that hold text. Relative time keeps itself up to date and becomes a date after a week.
 * @attr {string} time-zone - An IANA time zone such as `Europe/Prague`. Default: the article's, else the reader's own.
 *
 * @slot - `time[datetime]`, and `time.updated[datetime]` after an optional `span.updated-label`. (No shadow root: these are plain children.)
 */
export class ArticleTime extends LightElement {
  static readonly tag: string = 'article-time';
  static override readonly properties: PropertyDeclarations = {
    publishedAt: { attribute: 'published' },
    updatedAt: { attribute: 'updated' },
    format: { converter: choice('format', dateFormats) },
    timeZone: { attribute: 'time-zone' },
    words: { attribute: false },
  };

  /** When the story was published (ISO 8601), for a tag that is left empty. */
  publishedAt?: string | undefined;
  /** When it was last changed (ISO 8601), for a tag that is left empty. */
  updatedAt?: string | undefined;
  /** How to write the times, even those that hold text; absent, only empty ones are written, as `date-time`. */
  format?: DateFormat | undefined;
  /** An IANA time zone. */
  timeZone?: string | undefined;
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  readonly #words = new WordsController(this);
  readonly #article = new ContextConsumer<TimeContext>(this, timeContext);
  readonly #written = new Written(this);
  /** What a `time` said before it was formatted: `format` may be taken away again. */
  readonly #said = new WeakMap<Element, { readonly text: string; readonly title: string }>();
  #clock: Clock | undefined;
  #rest: (() => void) | undefined;

  constructor() {
    super();
    new SheetController(this);
    new ContentObserver(
      this,
      { childList: true, subtree: true, attributeFilter: ['datetime'] },
      (record) => record.type === 'attributes' || !this.#isOurs(record),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tick(undefined);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (this.#written.present || isEmpty(this)) this.#write();
    for (const time of this.querySelectorAll('time')) this.#fill(time);
    this.#hideSame();
    this.#tick(
      this.isConnected && this.format === 'relative'
        ? (this.#article.value?.clock ?? systemClock)
        : undefined,
    );
  }

  /** The times from the attributes; nothing for a date that is none. */
  #write(): void {
    const published = this.#moment(this.publishedAt) && this.publishedAt;
    const updated = this.#moment(this.updatedAt) && this.updatedAt;
    const time = published && html`<time datetime="${published}"></time>`;
    const change =
      updated &&
      html`<span class="updated-label">${this.#words.say('updated')}</span>
        <time class="updated" datetime="${updated}"></time>`;
    this.#written.replace(String(html`${time}${time && change && ' '}${change}`));
  }

  #moment(text: string | null | undefined): Moment | undefined {
    const moment = parseDate(text);
    if (text && !moment) warnOnce(`"${text}" is no ISO 8601 date; nothing is shown for it.`);
    return moment;
  }

  #fill(time: HTMLTimeElement): void {
    let said = this.#said.get(time);
    if (!said && !this.format && time.textContent?.trim()) return;
    const moment = this.#moment(time.getAttribute('datetime'));
    if (!moment) return;
    if (!said) this.#said.set(time, (said = { text: time.textContent ?? '', title: time.title }));
    const text =
      this.format || !said.text.trim() ? this.#text(moment, this.format ?? 'date-time') : said.text;
    if (time.textContent !== text) time.textContent = text;
    // The whole date is there for whoever points at "3 hours ago".
    const title = said.title || (this.format === 'relative' ? this.#text(moment, 'date-time') : '');
    if (title) time.title = title;
    else time.removeAttribute('title');
  }

  #text(moment: Moment, format: DateFormat): string {
    return formatDate(moment, format, {
      language: this.#words.language,
      timeZone: knownZone(this.timeZone) ?? this.#article.value?.timeZone,
      now: (this.#article.value?.clock ?? systemClock).now(),
      justNow: this.#words.say('justNow'),
    });
  }

  /** An update at the very time of publishing is none. */
  #hideSame(): void {
    const updated = this.querySelector<HTMLTimeElement>('time.updated');
    if (!updated) return;
    const first = parseDate(this.querySelector('time:not(.updated)')?.getAttribute('datetime'));
    const second = parseDate(updated.getAttribute('datetime'));
    const hidden = !second || first?.at === second.at;
    updated.hidden = hidden;
    const label = this.querySelector<HTMLElement>('.updated-label');
    if (label) label.hidden = hidden;
  }

  #tick(clock: Clock | undefined): void {
    if (clock === this.#clock) return;
    this.#rest?.();
    this.#clock = clock;
    this.#rest = clock?.subscribe(() => this.requestUpdate());
  }

  /** Whether a change is only the text that was just put into a `time`. */
  #isOurs({ target }: MutationRecord): boolean {
    return target instanceof Element && this.#said.has(target);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-time': ArticleTime;
  }
}
