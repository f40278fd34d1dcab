import { html, type Html } from './html.js';

/** What stands over a story. */
export interface Header {
  readonly headline?: string | undefined;
  /** The section or series, over the headline. */
  readonly kicker?: string | undefined;
  /** A sentence or two under the headline. */
  readonly standfirst?: string | undefined;
}

/** Writes the inside of an `article-header`: only the parts that there are. */
export const renderHeader = ({ kicker, headline, standfirst }: Header): Html =>
  html`${kicker && html`<p class="kicker">${kicker}</p>`}${headline && html`<h1>${headline}</h1>`}${
    standfirst && html`<p class="standfirst">${standfirst}</p>`
  }`;
