import { html, nothing, type TemplateResult } from 'lit';
import type { LivePage } from '../../src/index.js';

type Update = LivePage['updates'][number];

/** Paragraphs, lists and quotations, as far as these stories have them, in lines of plain text. */
const said = (blocks: Update['children']): TemplateResult[] =>
  blocks.map((block) => {
    switch (block.type) {
      case 'list':
        return html`<ul>
          ${block.items.map(({ children }) => html`<li>${said(children)}</li>`)}
        </ul>`;
      case 'blockquote':
        return html`<blockquote>
          ${said(block.children)}
          <footer>${block.source}</footer>
        </blockquote>`;
      default:
        return html`<p>${'children' in block ? block.children : ''}</p>`;
    }
  });

const written = new Intl.DateTimeFormat('en', {
  ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Prague' },
});
const time = (iso: string, style?: string) =>
  html`<time class=${style ?? nothing} datetime=${iso}>${written.format(Date.parse(iso))}</time>`;

/** An update as a newsroom writes it. */
export const updateHtml = (update: Update): TemplateResult => {
  const { id, headline, published, updated, authors, byline, key, pinned, children } = update;
  const label = [pinned && 'Pinned', key && 'Key moment'].filter(Boolean).join(' · ');
  const article = html`<article>
    ${label && html`<p class="update-label">${label}</p>`}
    ${headline && html`<h2>${headline}</h2>`}
    ${
      published &&
      html`<article-time
      ><a class="permalink" href="#${id}">${time(published)}</a>${
        updated && html` <span class="updated-label">Updated</span> ${time(updated, 'updated')}`
      }</article-time
    >`
    }
    ${
      (byline ?? authors.length) &&
      html`<article-byline>
      <p>
        ${
          byline ??
          html`By
        ${authors.map(
          ({ name, role }, index) =>
            html`${index ? ' and ' : ''}<span class="author">${name}</span>${
              role && html` <span class="role">${role}</span>`
            }`,
        )}`
        }
      </p>
    </article-byline>`
    }
    ${said(children)}
  </article>`;
  return html`<live-update id=${id ?? nothing} ?key=${key} ?pinned=${pinned}>${article}</live-update>`;
};

/** The list of key moments, as the writer writes it. */
export const keyMomentsHtml = (updates: readonly Update[]): TemplateResult =>
  html`<details class="key-events">
    <summary>Key moments</summary>
    <ul>
      ${updates
        .filter(({ key }) => key)
        .map(({ id, headline }) => html`<li><a href="#${id}">${headline}</a></li>`)}
    </ul>
  </details>`;
