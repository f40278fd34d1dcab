import type { PropertyDeclarations } from 'lit';
import { ContextConsumer } from '../kit/context.js';
import { select } from '../kit/define.js';
import { localeOf } from '../kit/language.js';
import { LightElement } from '../kit/light-element.js';
import { whenNear } from '../kit/near.js';
import { learnWords, numberIn, WordsController, type Words } from '../kit/words.js';
import { enComments } from '../kit/words/en-comments.js';
import {
  commentSourceContext,
  errorKind,
  type CommentSource,
  type CommentSourceRef,
} from '../sources/comment-source.js';
import { refFor } from '../sources/registry.js';
import {
  CommentsErrorEvent,
  type CommentPostedEvent,
  type CommentsLoadEvent,
} from './comment-events.js';

learnWords(enComments);

/** What names a thread, here and on `comment-thread`. */
const names = ['source', 'src', 'post', 'commentSource'] as const;
const heard = ['comments-load', 'comment-posted'] as const;
const naming = ['role', 'aria-label'] as const;
const MOST = 100;

interface Batch {
  readonly ids: Set<string>;
  readonly numbers: Promise<ReadonlyMap<string, number>>;
}
const batches = new Map<unknown, Batch>();

/** What is asked of one source in one task of the page is asked in one request. */
function countOf(key: unknown, ref: CommentSourceRef, id: string): Promise<number | undefined> {
  let batch = batches.get(key);
  if (!batch || batch.ids.size === MOST) {
    const ids = new Set<string>();
    const task = new Promise((resolve) => setTimeout(resolve));
    batches.set(key, (batch = { ids, numbers: task.then(() => ask(key, ref, ids)) }));
  }
  batch.ids.add(id);
  return batch.numbers.then((numbers) => numbers.get(id));
}

async function ask(
  key: unknown,
  ref: CommentSourceRef,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  batches.delete(key);
  const source = await ref.resolve();
  if (!source.count) throw new TypeError(`The source "${source.name}" cannot count.`);
  return source.count([...ids]);
}

/**
 * How many comments a story has, as in “3 comments”. What stands in the tag stays until the number is
 * known, and where it never is. The tags of a page that ask the same source do so in one request, once
 * they come near the window; a thread of the same story on the page tells its number too.
 *
 * @tagname comment-count
 *
 * @attr {'local'|'wordpress'|'bluesky'|'mastodon'|'webmention'|'json'} source - Where the comments are, or a name given to `registerSource`. Default: the article's `comment-source`.
 * @attr {string} src - The site, page or post that the source asks, for sources that need one.
 * @attr {string} post - Which post's comments, by its number or, on networks, its address. Default: `src`, else the page's path and query.
 * @attr {'words'|'number'} format - Whether to write words or, with the words for screen readers, the number alone. Default: `words`.
 * @attr {'lazy'|'eager'} loading - Whether to wait until the reader comes near. Default: `lazy`.
 *
 * @fires {CommentsErrorEvent} comments-error - The number could not be read; readers are not told.
 *
 * @slot - What to show until the number is known, such as “Comments” (plain text: a link goes around the tag, not inside it).
 */
export class CommentCount extends LightElement {
  static readonly tag: string = 'comment-count';
  static override readonly properties: PropertyDeclarations = {
    source: {},
    src: {},
    post: {},
    format: {},
    loading: {},
    commentSource: { attribute: false },
    words: { attribute: false },
  };

  /** The name of the source. */
  source?: string | undefined;
  /** The site, page or post that the source asks. */
  src?: string | undefined;
  /** Which post's comments. */
  post?: string | undefined;
  /** Whether to write words or the number alone. */
  format?: 'words' | 'number' | undefined;
  /** `eager` does not wait until the reader comes near. */
  loading?: 'lazy' | 'eager' | undefined;
  /** A source of the page's own. */
  commentSource?: CommentSource | undefined;
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  readonly #words = new WordsController(this);
  readonly #article = new ContextConsumer<CommentSourceRef | undefined>(this, commentSourceContext);
  #own: CommentSourceRef | undefined;
  #ref: CommentSourceRef | undefined;
  #number: number | undefined;
  #fallback: ChildNode[] | undefined;
  /** Stands for the question; another story is another question. */
  #asked: object | undefined;
  #unwait: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of heard) document.addEventListener(type, this.#heard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of heard) document.removeEventListener(type, this.#heard);
    this.#rest();
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const isNew = !this.hasUpdated || names.some((name) => changed.has(name));
    if (isNew) this.#own = refFor(this.commentSource ?? this.source, { src: this.src });
    const ref = this.#own ?? this.#article.value;
    if (isNew || (this.isConnected && ref !== this.#ref)) {
      this.#ref = ref;
      this.#number = this.#asked = undefined;
      this.#rest();
    }
    this.#write();
    if (!this.isConnected || !ref || this.#asked || this.#unwait) return;
    if (this.loading === 'eager') void this.#ask(ref);
    else this.#unwait = whenNear(this, () => void this.#ask(ref));
  }

  #rest(): void {
    this.#unwait?.();
    this.#unwait = undefined;
  }

  async #ask(ref: CommentSourceRef): Promise<void> {
    const asked = (this.#asked = {});
    const key = this.commentSource ?? (this.source ? JSON.stringify([this.source, this.src]) : ref);
    try {
      const page = location.pathname + location.search;
      const number = await countOf(key, ref, this.post ?? this.src ?? page);
      if (asked === this.#asked) this.#know(number);
    } catch (error) {
      if (asked === this.#asked)
        this.dispatchEvent(new CommentsErrorEvent(error, errorKind(error)));
    }
  }

  /** A number that is none, as a source of one's own may give, is not known. */
  #know(number: number | undefined): void {
    if (Number.isInteger(number) && Number(number) >= 0) this.#number = number;
    this.requestUpdate();
  }

  #write(): void {
    const count = this.#number;
    if (this.getAttribute('role') === 'img') naming.forEach((name) => this.removeAttribute(name));
    if (count === undefined) {
      if (this.#fallback) this.replaceChildren(...this.#fallback);
      this.#fallback = undefined;
      return;
    }
    this.#fallback ??= [...this.childNodes];
    const { say, language } = this.#words;
    let text = say('comments', { count });
    if (this.format === 'number') {
      // As with a picture, the name says what is meant.
      this.setAttribute(naming[0], 'img');
      this.setAttribute(naming[1], text);
      text = numberIn(localeOf(language), count);
    }
    if (this.textContent !== text) this.textContent = text;
  }

  /** A thread of the same story has read its comments, or one more is published. */
  readonly #heard = (event: Event): void => {
    const [target] = event.composedPath() as Element[];
    const thread = target?.closest<CommentCount>(select('comment-thread'));
    if (!thread || !this.#isOf(thread)) return;
    const { total, status } = event as Partial<CommentsLoadEvent & CommentPostedEvent>;
    const known = this.#number ?? -1;
    if (total !== undefined) this.#know(Math.max(known, total));
    else if (status === 'published' && known >= 0) this.#know(known + 1);
  };

  /** A tag that knows no source says what the thread beside it says. */
  #isOf(thread: CommentCount): boolean {
    const article = select('news-article');
    return (
      (this.#ref ? names : (['post'] as const)).every(
        (name) => (thread[name] || '') === (this[name] || ''),
      ) &&
      (Boolean(this.#own) || thread.closest(article) === this.closest(article))
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-count': CommentCount;
  }
}
