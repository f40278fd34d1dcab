import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { knownZone } from '../kit/zone.js';
import { prefixOf } from '../kit/define.js';
import { fromElsewhere } from '../kit/html.js';
import { languageOf, localeOf } from '../kit/language.js';
import { say, type WordKey, type Words } from '../kit/words.js';
import { Written } from '../kit/written.js';
import type { ArticleSource } from '../sources/article-source.js';
import { errorKind } from '../sources/comment-source.js';
import { articleRefFor } from '../sources/registry.js';
import { ArticleErrorEvent, ArticleLoadEvent } from './article-events.js';
import type { ArticleView, Wanted } from './article-view.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly article?: unknown;
  readonly articleSource?: ArticleSource | undefined;
  readonly src?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly post?: string | null | undefined;
  readonly timeZone?: string | undefined;
  readonly words?: Partial<Words> | undefined;
}

/**
 * Finds out which story an article is to show, if any: data that it was given, a source or an address,
 * or a script element inside. What reads and writes it is loaded only then.
 */
export class StoryController implements ReactiveController {
  readonly #host: Host;
  readonly #written: Written;
  #wanted: Wanted | undefined;
  #given: readonly unknown[] = [];
  #view: ArticleView | undefined;
  #loading: AbortController | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#written = new Written(host, 'start');
    host.addController(this);
    host.addEventListener('click', (event) => {
      if ((event.target as Element).closest('.article-error .retry')) void this.reload();
    });
  }

  hostConnected(): void {
    // What was on its way when the article was taken out is asked for again.
    if (this.#loading?.signal.aborted) void this.reload();
  }

  hostDisconnected(): void {
    this.#loading?.abort();
  }

  hostUpdated(): void {
    const { article, articleSource, src, source, post } = this.#host;
    const script = this.#host.querySelector<HTMLScriptElement>(
      ':scope > script[type="application/json"]',
    );
    const given = [article, articleSource, src, source, post, script?.text];
    if (given.every((one, index) => (one || undefined) === (this.#given[index] || undefined)))
      return;
    this.#given = given;
    const ref =
      articleSource || src || (script && source)
        ? articleRefFor(articleSource ?? (source || 'auto'), {
            src: src ?? undefined,
            post: post ?? undefined,
          })
        : undefined;
    this.#wanted = article
      ? { data: article }
      : articleSource || src
        ? { ref, src }
        : script
          ? { ref, json: script.text }
          : undefined;
    void this.reload();
  }

  /** Shows the story that is wanted now; what another answers that was asked before is dropped. */
  async reload(): Promise<void> {
    this.#loading?.abort();
    const wanted = this.#wanted;
    if (!wanted) {
      this.#view?.clear();
      return;
    }
    const loading = (this.#loading = new AbortController());
    const { signal } = loading;
    const host = this.#host;
    host.setAttribute('aria-busy', 'true');
    try {
      const { ArticleView } = await import('./article-view.js');
      if (signal.aborted) return;
      const view = (this.#view ??= new ArticleView(host, this.#written, fromElsewhere));
      const article = await view.show(wanted, { signal, write: () => this.#options() });
      if (!signal.aborted) host.dispatchEvent(new ArticleLoadEvent(article));
    } catch (error) {
      if (signal.aborted) return;
      this.#view?.fail(wanted, this.#options());
      host.dispatchEvent(new ArticleErrorEvent(error, errorKind(error)));
    } finally {
      if (this.#loading === loading) {
        host.removeAttribute('aria-busy');
        if (!signal.aborted) this.#loading = undefined;
      }
    }
  }

  #options() {
    const { words, timeZone } = this.#host;
    const language = languageOf(this.#host);
    return {
      say: (key: WordKey, values?: Readonly<Record<string, string>>) =>
        say(language, key, values, words),
      ...{ language, timeZone: knownZone(timeZone), locale: localeOf(language) },
      prefix: prefixOf(this.#host),
      id: this.#host.id || undefined,
    };
  }
}
