import type { PropertyDeclarations } from 'lit';
import type { BlockScript, BlockTools } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';
import { choice } from '../kit/choice.js';
import { fromElsewhere } from '../kit/html.js';
import { articleRefFor } from '../sources/registry.js';
import type { LiveBehaviour, LiveSource } from './live-source.js';

/**
 * A story that goes on: updates as HTML, which it keeps up with. It asks for what is new while it is
 * seen, and puts it in when the reader asks for it, so that nothing jumps.
 *
 * @tagname live-blog
 *
 * @attr {string} src - Where new updates come from: JSON of ours (a story, or `{ "updates": […] }`), or anything that `source` reads, such as the page itself.
 * @attr {'auto'|'wordpress'|'ghost'|'ninjs'|'ans'|'content-tree'|'portable-text'|'feed'|'markdown'|'html'|'json-ld'|'json'} source - The format of what `src` holds, or a name given to `registerSource`. Default: `auto`, which recognises it.
 * @attr {string} post - Which story of a site: an id or a slug.
 * @attr {number} refresh - How often to ask, in seconds; at least 10, and 0 means never. Default: 60. Write it, too, on a blog that gets its updates by property: room is kept for what is said of them.
 * @attr {'newest'|'oldest'} order - In which order the updates are written. Default: `newest` first. It follows the reader's choice.
 * @attr {boolean} ended - The coverage has ended: nobody asks any more, and the reader is told.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near.
 *
 * @fires {LiveNewEvent} live-new - New updates are offered to the reader (`updates`). Bubbles.
 *
 * @slot - `live-update` elements, the newest first, and an optional `details.key-events` with a list of links. (No shadow root: these are plain children.)
 *
 * @cssprop --article-sticky-top - Height of a header that sticks to the top of the window, under which word of new updates stands. Default: 0px.
 * @cssstate ready - Its script is there.
 * @cssstate failed - New updates could not be loaded; the reader has been told.
 */
export class LiveBlog extends BlockElement {
  static readonly tag: string = 'live-blog';
  static override readonly properties: PropertyDeclarations = {
    src: {},
    source: {},
    post: {},
    refresh: { type: Number },
    order: { converter: choice('order', ['newest', 'oldest'], 'newest'), reflect: true },
    ended: { type: Boolean, reflect: true },
    updates: { attribute: false },
    liveSource: { attribute: false },
  };

  /** Where new updates come from. */
  src?: string | null | undefined;
  /** The format of what `src` holds; recognised when absent. */
  source?: string | null | undefined;
  /** Which story of a site: an id or a slug. */
  post?: string | null | undefined;
  /** How often to ask, in seconds. */
  refresh?: number | undefined;
  /** In which order the updates stand; `newest` first when absent. */
  order?: 'newest' | 'oldest' | undefined;
  /** The coverage has ended. */
  ended = false;
  /** The updates as data, as they are now: what is new among them is offered to the reader. */
  updates?: readonly unknown[] | undefined;
  /** A source of the page's own, instead of `src`. */
  liveSource?: LiveSource | undefined;

  #follows!: (behaviour: LiveBehaviour) => void;
  #behaviour = new Promise<LiveBehaviour>((resolve) => (this.#follows = resolve));

  /**
   * Asks for new updates now; resolves with how many the reader is offered.
   * @throws what the source throws
   */
  async checkForNew(): Promise<number> {
    this.loading = 'eager';
    return (await this.#behaviour).check();
  }

  protected override async script(): Promise<BlockScript> {
    const { enhance } = await import('./live-blog-view.js');
    return {
      enhance: (host: LiveBlog, tools: BlockTools) => {
        const behaviour = enhance(host, tools, { fromElsewhere, articleRefFor });
        this.#follows(behaviour);
        this.#behaviour = Promise.resolve(behaviour);
        return behaviour;
      },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-blog': LiveBlog;
  }
}
