import { attributes, html, type Html } from './html.js';

/** A part of a story, as its list of contents names it. */
export interface Part {
  readonly id: string;
  readonly text: string;
  /** 2 or 3, of its heading. */
  readonly level: number;
  /** The parts that it is made of. */
  readonly parts: readonly Part[];
}

/** Puts each part of a lower level under the one before it. */
export function nested(flat: readonly Omit<Part, 'parts'>[]): Part[] {
  const top: (Part & { readonly parts: Part[] })[] = [];
  for (const { id, text, level } of flat) {
    const last = top.at(-1);
    const part = { id, text, level, parts: [] };
    if (last && level > last.level) last.parts.push(part);
    else top.push(part);
  }
  return top;
}

/** Writes the inside of an `article-contents`: a line that opens, and the list. */
export const renderContents = (
  parts: readonly Part[],
  { title, open }: { readonly title: string; readonly open?: boolean },
): Html =>
  html`<details${attributes({ open })}><summary>${title}</summary><nav aria-label="${title}">${list(parts)}</nav></details>`;

const list = (parts: readonly Part[]): Html | false =>
  parts.length > 0 &&
  html`<ol>${parts.map(
    ({ id, text, parts: inner }) =>
      html`<li><a href="#${encodeURIComponent(id)}">${text}</a>${list(inner)}</li>`,
  )}</ol>`;
