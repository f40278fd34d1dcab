import { FOREIGN } from '../content/comment.js';
import { attributes, html, type Html } from '../content/html.js';
import { tidyName } from '../content/person.js';
import { safeUrl } from '../content/url.js';
import type { Say, WordKey } from '../kit/words.js';
import type { CommentPage, CommentSort, Reaction } from '../sources/comment-source.js';
import type { ThreadFurniture } from './thread-furniture.js';

/** What the controls show. */
export interface ControlState {
  readonly page: CommentPage;
  readonly sort: CommentSort;
  /** The orders that make a difference here. */
  readonly sorts: readonly CommentSort[];
  /** How many comments have come since. */
  readonly fresh: number;
  /** A page of the thread is on its way. */
  readonly isBusy: boolean;
}

const sortWords: Readonly<Record<CommentSort, WordKey>> = {
  oldest: 'sortOldest',
  newest: 'sortNewest',
  liked: 'sortLiked',
};
const reactionWords: Readonly<Record<Reaction['kind'], WordKey>> = {
  like: 'likedStory',
  repost: 'repostedStory',
  bookmark: 'bookmarkedStory',
};

/** What stands above and below the list of a thread: order, new comments, more comments, where else to read and answer. */
export class ThreadControls {
  readonly #furniture: ThreadFurniture;
  readonly #say: Say;
  readonly #fromWriter: (html: string) => DocumentFragment;
  readonly #written = new Map<string, string>();

  constructor(
    furniture: ThreadFurniture,
    say: Say,
    fromWriter: (html: string) => DocumentFragment,
  ) {
    this.#furniture = furniture;
    this.#say = say;
    this.#fromWriter = fromWriter;
  }

  update(state: ControlState): void {
    const fresh = state.fresh > 0 && this.#fresh(state.fresh);
    const isNewestFirst = state.sort === 'newest';
    this.#put(
      'div.comments-controls',
      html`${this.#sort(state)}${this.#origins(state)}${this.#reactions(
        state,
      )}${isNewestFirst && fresh}`,
    );
    this.#put('div.comments-more', html`${!isNewestFirst && fresh}${this.#more(state)}`);
  }

  clear(): void {
    this.#put('div.comments-controls', html``);
    this.#put('div.comments-more', html``);
  }

  /** Writes a piece again when it reads differently; who had the focus in it keeps it. */
  #put(piece: 'div.comments-controls' | 'div.comments-more', content: Html): void {
    const markup = String(content).trim();
    if (this.#written.get(piece) === markup) return;
    this.#written.set(piece, markup);
    if (!markup) return this.#furniture.remove(piece);
    const element = this.#furniture.piece(piece);
    const { activeElement } = element.ownerDocument;
    const focused = element.contains(activeElement) ? activeElement?.className : undefined;
    element.replaceChildren(this.#fromWriter(markup));
    if (focused) element.querySelector<HTMLElement>(`.${focused}`)?.focus();
  }

  #sort({ sort, sorts }: ControlState): Html | false {
    return (
      sorts.length > 1 &&
      html`<label class="comments-sort">${this.#say('sortBy')} <select class="sort">${sorts.map(
        (one) =>
          html`<option${attributes({ value: one, selected: one === sort })}>${this.#say(sortWords[one])}</option>`,
      )}</select></label>`
    );
  }

  #fresh(count: number): Html {
    return html`<button type="button" class="show-new">${this.#say('showNew', { count })}</button>`;
  }

  #more({ page, isBusy }: ControlState): Html {
    const { cursor, truncated, origins = [] } = page;
    const more = attributes({ 'aria-disabled': isBusy && 'true' });
    const rest = truncated && !cursor ? origins : [];
    return html`${
      cursor !== undefined &&
      html`<button type="button" class="load-more"${more}>${this.#say('loadMore')}</button>`
    }${rest.map(({ name, url }) => this.#link('comments-rest', 'readRest', name, url))}`;
  }

  #origins({ page }: ControlState): Html {
    const { origins = [] } = page;
    return html`${origins.map(({ name, url, error }) =>
      error
        ? html`<p class="comments-origin">${this.#say('originFailed', { site: name })}${
            url && html` ${this.#link('comments-rest', 'readRest', name, url)}`
          }</p>`
        : this.#link('reply-on', 'replyOn', name, url),
    )}`;
  }

  #link(style: string, word: WordKey, site: string, url: string | undefined): Html | false {
    const href = safeUrl(url);
    return (
      href !== undefined &&
      html`<a class="${style}" href="${href}" rel="${FOREIGN}">${this.#say(word, { site })}</a> `
    );
  }

  /** Likes of the story itself are no comments: a number, and the names when a reader asks for them. */
  #reactions({ page }: ControlState): Html {
    const { reactions = [] } = page;
    return html`${reactions
      .filter(({ count }) => count > 0)
      .map(
        ({ kind, count, people }) =>
          html`<details class="comments-reactions"><summary>${this.#say(reactionWords[kind], {
            count,
          })}</summary><p>${people.map((person, index) => [
            index > 0 && ', ',
            this.#person(tidyName(person.name) || this.#say('anonymous'), person.url),
          ])}</p></details>`,
      )}`;
  }

  #person(name: string, url: string | undefined): Html {
    const href = safeUrl(url);
    const bdi = html`<bdi>${name}</bdi>`;
    return href ? html`<a href="${href}" rel="${FOREIGN}">${bdi}</a>` : bdi;
  }
}
