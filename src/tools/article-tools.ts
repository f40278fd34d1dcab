import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';
import { applyChoices } from '../kit/choices.js';

/**
 * What a reader can do with a story: share it, hear it, set its size, its lines and its colours, save it
 * for later, print it. It stands in a `news-article`, or anywhere in the page.
 *
 * How stories look is the reader's choice for the whole site. It is kept in this browser, stands on
 * `<html>` as `data-article-size` (-1 to 5), `data-article-measure` (`narrow`, `wide`) and
 * `data-article-theme` (`light`, `dark`), and holds for all articles and all open tabs. It is applied
 * before the page is painted when `broadsheet-choices.js` (or `renderPage` with `choices: true`) is in the
 * head, before the stylesheet; else as soon as the tag is registered.
 *
 * The size multiplies the page's own `--article-size` and the length of lines its `--article-measure`, so
 * both stay the measure of the design. The colours take the place of the page's `--article-ink`,
 * `--article-paper` and of all that is set for them, as those were chosen for another ground; give your own
 * under `:root[data-article-theme='dark'] .your-article`. An article whose author fixed its `theme` keeps it.
 * The rest of the page is left alone: let it follow by `:root[data-article-theme='dark'] { … }`.
 *
 * @tagname article-tools
 *
 * @attr {string} tools - Which tools, in order: any of `share listen size measure theme save print`. Default: all of them.
 * @attr {string} for - The id of the article that they are for. Default: the one around the tag, else the first in the page.
 * @attr {string} recording - Address of a recording of the story, which is played instead of a voice of the device.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @fires {ArticleShareEvent} article-share - A reader shares the story (`method`, `url`, `title`, `quote`); cancel it to do so in a way of your own.
 * @fires {ArticleSaveEvent} article-save - A reader has saved the story for later, or no longer wants it saved (`article`, `saved`, `articles`).
 * @fires {ArticleChoiceEvent} article-choice - A reader has chosen how stories look (`choice`, `value`).
 *
 * @slot - Nothing, or links that work without the script, such as links to share by; with the script they stand in the menu for sharing. (No shadow root: these are plain children.)
 *
 * @cssstate ready - Its script is there.
 */
export class ArticleTools extends BlockElement {
  static readonly tag: string = 'article-tools';
  static override readonly properties: PropertyDeclarations = {
    tools: {},
    htmlFor: { attribute: 'for' },
    recording: {},
  };

  /** Which tools, in order: any of `share listen size measure theme save print`. Default: all of them. */
  tools?: string | null | undefined;
  /** The id of the article that they are for. Default: the one around the tag, else the first in the page. */
  htmlFor?: string | null | undefined;
  /** Address of a recording of the story, which is played instead of a voice of the device. */
  recording?: string | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    applyChoices();
  }

  protected override script(): Promise<BlockScript> {
    return import('./tools-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-tools': ArticleTools;
  }
}
