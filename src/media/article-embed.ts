import type { PropertyDeclarations } from 'lit';
import type { BlockScript } from '../block/block-script.js';
import { BlockElement } from '../block/block-element.js';

/**
 * Something of another site. Nothing of it loads before the reader agrees; until then its words, its
 * title and a link stand in its place, and the room that the player will fill is kept. It knows
 * YouTube, Vimeo, Bluesky, Mastodon, X, Instagram, Facebook, TikTok, Spotify, SoundCloud, Datawrapper,
 * Flourish, OpenStreetMap and Google Maps by their addresses; of any other host the page must say that
 * it may have a frame, by `allow-host` or by `allowEmbeds('charts.example')`. All else stays a link.
 *
 * A reader may agree once, or to all of a provider; that is kept in this browser for all pages of the
 * site, and taken back by the button below the player or by `revokeEmbeds()`. A server of Mastodon is
 * agreed to by its own name, never Mastodon as a whole.
 *
 * @tagname article-embed
 *
 * @attr {string} provider - Whose it is: `youtube`, `vimeo`, `bluesky`, …, or a host. It says how much room is kept, and for `mastodon` what it is; whose it really is, only the address says.
 * @attr {string} src - Address of the page or the player. Default: the link in it.
 * @attr {number} width - Its width in pixels; with `height` it keeps its ratio.
 * @attr {number} height - Its height in pixels. Posts and sounds have a height of their own.
 * @attr {boolean} allow-host - The page allows a frame of the host in `src`, which is none of those that are known.
 * @attr {boolean} link-only - Nothing is ever loaded, and no room is kept: it stays a link.
 * @attr {'eager'} loading - What it does is loaded at once, and not when the reader comes near. The player itself waits for the reader all the same.
 *
 * @fires {EmbedConsentEvent} embed-consent - Before anything is loaded; cancel it, or answer in the reader's place.
 *
 * @slot - A `figure` with the words of a post, `p.embed-link > a`, and a `figcaption`; or just a link, or a `blockquote` with one. (No shadow root: these are plain children.)
 *
 * @cssprop [--article-embed-size] - Height of the room that is kept; of percentages, those of the width. Default: by provider and ratio.
 *
 * @cssstate ready - Its script is there.
 * @cssstate loaded - The player stands in its place.
 */
export class ArticleEmbed extends BlockElement {
  static readonly tag: string = 'article-embed';
  static override readonly properties: PropertyDeclarations = {
    provider: {},
    src: {},
    width: { type: Number },
    height: { type: Number },
    allowHost: { type: Boolean, attribute: 'allow-host' },
    linkOnly: { type: Boolean, attribute: 'link-only' },
  };

  /** Whose it is: `youtube`, `vimeo`, `bluesky`, …; else it is found from the address. */
  provider?: string | undefined;
  /** Address of the page or the player. */
  src?: string | undefined;
  /** Its width in pixels; with `height` it keeps its place. */
  width?: number | undefined;
  /** Its height in pixels. */
  height?: number | undefined;
  /** The page allows a frame of the host in `src`. */
  allowHost = false;
  /** Nothing is ever loaded: it stays a link. */
  linkOnly = false;

  protected override script(): Promise<BlockScript> {
    return import('./embed-view.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-embed': ArticleEmbed;
  }
}
