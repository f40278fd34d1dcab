import type { LiveBlog } from '../../src/live/live-blog.js';
import type { LiveSource } from '../../src/live/live-source.js';
import { byRole, read, show, turn } from '../helpers.js';
import { waitUntil } from '../soon.js';

export const hour = (number: number) => `2024-05-31T${String(number).padStart(2, '0')}:00:00Z`;

/** An update as data. */
export const update = (number: number, more: object = {}) => ({
  ...{ id: `u${number}`, headline: [`Update ${number}`], published: hour(number) },
  children: [{ type: 'paragraph', children: [`What happened at ${number}.`] }],
  ...more,
});

/** An update as somebody writes it. */
export const written = (number: number, attributes = ''): string =>
  `<live-update id="u${number}" ${attributes}><article><h2>Update ${number}</h2><article-time><time datetime="${hour(number)}">${number} o’clock</time></article-time><p>What happened at ${number}.</p></article></live-update>`;

export const ready = async (blog: Element): Promise<void> => {
  await waitUntil(() => blog.matches(':state(ready)'), 'its script did not come');
  await turn();
};

/** A blog whose script is there. */
export async function blog(inner = '', attributes = ''): Promise<LiveBlog> {
  const element = await show<LiveBlog>(
    `<live-blog loading="eager" ${attributes}>${inner}</live-blog>`,
  );
  await ready(element);
  return element;
}

export const headlines = (element: Element): string[] =>
  [...element.querySelectorAll('live-update')].map((one) => read(one.querySelector('h2')));

export const order = (element: Element) =>
  byRole<HTMLSelectElement>(element, 'combobox', 'Order of the updates');

export const choose = async (element: Element, value: 'newest' | 'oldest'): Promise<void> => {
  const select = order(element);
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await turn();
};

/** A source that a test fills and watches. */
export class TestSource implements LiveSource {
  asked: (string | undefined)[] = [];
  updates: readonly object[];
  cursor: string | undefined;
  pages: Record<string, { readonly updates: readonly object[]; readonly cursor?: string }> = {};
  ended: boolean | undefined;
  failure: Error | undefined;

  constructor(...updates: readonly object[]) {
    this.updates = updates;
  }

  load({ cursor }: { readonly cursor?: string | undefined }) {
    this.asked.push(cursor);
    if (this.failure) return Promise.reject(this.failure);
    return Promise.resolve(
      (cursor === undefined
        ? { updates: this.updates, cursor: this.cursor, ended: this.ended }
        : this.pages[cursor]) as never,
    );
  }
}
