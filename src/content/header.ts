import { html, type Html } from './html.js';
import { safeUrl } from './url.js';

/** What stands over a story. */
export interface Header<Text = string> {
  readonly headline?: string | undefined;
  /** The section or a catchword, over the headline. */
  readonly kicker?: string | undefined;
  /** The section's page. */
  readonly kickerUrl?: string | undefined;
  /** The series that the story is a part of. */
  readonly series?: string | undefined;
  /** The series' page. */
  readonly seriesUrl?: string | undefined;
  /** A sentence or two under the headline. */
  readonly standfirst?: Text | undefined;
}

/** Writes the inside of an `article-header`: only the parts that there are. */
export const renderHeader = (header: Header<string | Html>): Html =>
  html`${line('kicker', header.kicker, header.kickerUrl)}${line('series', header.series, header.seriesUrl)}${
    header.headline && html`<h1>${header.headline}</h1>`
  }${header.standfirst && html`<p class="standfirst">${header.standfirst}</p>`}`;

function line(name: string, text: string | undefined, url: string | undefined): Html | '' {
  const href = safeUrl(url);
  return text
    ? html`<p class="${name}">${href ? html`<a href="${href}">${text}</a>` : text}</p>`
    : '';
}
