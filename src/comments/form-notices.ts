import { safeUrl } from '../content/url.js';
import type { CommentBody } from '../content/comment.js';
import type { Elsewhere, SourceError, SourceErrorKind } from '../sources/comment-source.js';
import { countDown, timing } from './form-countdown.js';
import type { FormHands } from './form-hands.js';
import { addLive, announce, button, piece, write } from './form-pieces.js';
import { BUTTON } from './form-status.js';
import { essence, isInPage } from './native-post.js';

/** What a reader can do when a comment was not taken. */
export class FormNotices {
  readonly #hands: FormHands;
  readonly #arrived: () => void;
  #actions: HTMLElement | undefined;
  #stop: (() => void) | undefined;

  /** `arrived` is called when the comment has arrived after all. */
  constructor(hands: FormHands, arrived: () => void) {
    this.#hands = hands;
    this.#arrived = arrived;
  }

  /** Takes the way out away: the reader has taken one. */
  clear(): void {
    this.#actions?.remove();
    this.#actions = undefined;
    this.#stop?.();
    this.#stop = undefined;
  }

  failed(error: unknown, kind: SourceErrorKind): void {
    const { host, now, say } = this.#hands;
    this.clear();
    const { elsewhere, cause } = (error ?? {}) as Partial<SourceError>;
    const again = () => this.#button('tryAgain', () => now.form?.requestSubmit());
    if (kind === 'offline') {
      if (navigator.onLine && (cause as Partial<Error> | undefined)?.name === 'TypeError')
        this.#hands.warn(
          'A comment could not be sent although there is a connection. Likely causes: the site does ' +
            'not allow this page to ask it (CORS), it is asked by http from an https page, or an ' +
            'extension of the browser stands in the way.',
        );
      this.#show(again(), this.#whenOnline());
    } else if (kind === 'timeout' || kind === 'unknown')
      this.#show(
        this.#button('check', () => void this.#check()),
        again(),
      );
    else if (kind === 'rate') this.wait();
    else if (kind === 'gone' && host.parentId)
      this.#show(
        this.#button('postOwn', () => {
          now.isOwn = true;
          now.form?.requestSubmit();
        }),
      );
    else if (kind === 'elsewhere' && elsewhere)
      this.#show(
        button(host, say('postOn', { site: elsewhere.site }), () => this.#leave(elsewhere)),
      );
    else if (kind === 'server' || kind === 'storage' || kind === 'auth') this.#show(again());
  }

  #button(word: 'tryAgain' | 'check' | 'postOwn', act: () => void): HTMLButtonElement {
    const { host, say } = this.#hands;
    return button(host, say(word), act);
  }

  #show(...ways: HTMLElement[]): void {
    const { form } = this.#hands.now;
    if (!form) return;
    this.#actions = piece(form, 'div', 'form-actions');
    this.#actions.append(...ways);
    form.append(this.#actions);
  }

  /** Sends it once when there is a connection again, if the reader wants that. */
  #whenOnline(): HTMLElement {
    const { host, now, say } = this.#hands;
    const box = piece(host, 'input', '');
    box.type = 'checkbox';
    const send = () => {
      this.#stop?.();
      now.form?.requestSubmit();
    };
    this.#stop = () => removeEventListener('online', send);
    box.addEventListener('change', () => {
      if (box.checked) addEventListener('online', send);
      else this.#stop?.();
    });
    const label = piece(host, 'label', '');
    label.append(box, ` ${say('sendWhenOnline')}`);
    return label;
  }

  /** Looks among the comments for one that may have arrived. */
  async #check(): Promise<void> {
    const { around, host, now, say, source, status } = this.#hands;
    const { text } = now.draft;
    const thread = around();
    status.say(say('commentsLoading'));
    let isThere = false;
    try {
      if (thread.reload) await thread.reload();
      else {
        const { comments = [] } =
          (await (await source()?.resolve())?.load({ sort: 'newest' })) ?? {};
        isThere = comments.some(({ body }) => essence(wordsIn(body)) === essence(text));
      }
    } catch {
      return status.alert(say('commentsFailed'));
    }
    if (now.draft.text !== text || now.state !== 'failed') return;
    if (isThere || isInPage(text, host, around())) {
      this.clear();
      this.#arrived();
    } else status.say(say('checkNone'));
  }

  /** Takes the reader to the site's own page with what they wrote, as a form of that page would. */
  #leave({ action, fields }: Elsewhere): void {
    const { drafts, host, now } = this.#hands;
    const address = safeUrl(action);
    if (!address) return;
    now.draft = { ...now.draft, sent: true };
    drafts.write(now.owner, now.draft);
    const form = piece(host, 'form', '');
    form.method = 'post';
    form.action = address;
    form.hidden = true;
    for (const [name, value] of Object.entries(fields)) {
      const field = piece(form, 'input', '');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    }
    host.ownerDocument.body.append(form);
    // A field may be named like it.
    HTMLFormElement.prototype.submit.call(form);
    form.remove();
  }

  /** Counts down until the site may be asked again. */
  wait(): void {
    const { now, say } = this.#hands;
    const { form } = now;
    if (!form || now.until <= timing.now()) return;
    this.clear();
    addLive(this.#hands);
    const shown = piece(form, 'p', 'form-wait');
    this.#show(shown);
    form.querySelector(BUTTON)?.setAttribute('aria-disabled', 'true');
    this.#stop = countDown(now.until, {
      show: (seconds) => {
        const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
        write(shown, say('rateWait', { time }));
      },
      announce: (seconds) =>
        announce(
          this.#hands,
          seconds > 90
            ? say('rateMinutes', { count: Math.ceil(seconds / 60) })
            : say('rateSeconds', { count: seconds }),
        ),
      done: () => {
        now.until = 0;
        this.clear();
        form.querySelector(BUTTON)?.removeAttribute('aria-disabled');
        this.#hands.become('editing');
        announce(this.#hands, '');
        this.#hands.status.say(say('rateOver'));
      },
    });
  }
}

const wordsIn = (body: CommentBody): string =>
  'text' in body
    ? body.text
    : 'markdown' in body
      ? body.markdown
      : 'html' in body
        ? body.html.replace(/<[^<>]*>/g, '')
        : '';
