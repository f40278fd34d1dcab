import type { Block, LiveUpdate } from './block.js';
import {
  attribute,
  find,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textIn,
  without,
} from './nodes.js';
import { authorsIn, saysNamesOnly } from './read-byline.js';
import type { Context } from './read-context.js';
import { ownId } from './read-inline.js';
import { heading } from './read-text.js';

const NAME = /(?:^|-)live-(?:blog|update)$/;

/** Whether it is a tag of a live blog, under any prefix. */
export const isLive = ({ name }: HtmlElement): boolean => NAME.test(name);

/** A live blog, or one update of it, as the updates that are in it; nothing for any other element. */
export function live(element: HtmlElement, context: Context): Block[] | undefined {
  if (!isLive(element)) return undefined;
  if (element.name.endsWith('update')) return update(element, context);
  // The list of key moments is made of the headlines below it.
  return context.read(without(element.children, (one) => hasClass(one, 'key-events')));
}

/** What is no headline, no time and no byline of the update is its text, so that no word is lost. */
function update(element: HtmlElement, context: Context): Block[] {
  const parts = unwrapped(element).filter(
    (one) => !isElement(one) || !hasClass(one, 'update-label'),
  );
  const title = parts.find((one) => isElement(one) || one.trim() !== '');
  const [headline, ...within] =
    isElement(title) && /^h[1-6]$/.test(title.name) ? heading(title, context) : [];
  const isTitle = headline?.type === 'heading';
  const time = parts.filter(isElement).find(isTimes);
  const line = parts.filter(isElement).find(({ name }) => name.endsWith('article-byline'));
  const authors = line ? authorsIn(line, context.base) : [];
  const words = line && textIn([line]);
  const taken: readonly (HtmlNode | undefined)[] = [isTitle ? title : undefined, time, line];
  const children = [
    ...(isTitle ? within : []),
    ...context.read(parts.filter((one) => !taken.includes(one))),
  ];
  const id = ownId(attribute(element, 'id'));
  if (!isTitle && !children.length && !id) return [];
  return [
    {
      type: 'live-update',
      ...(id && { id }),
      ...(isTitle && { headline: headline.children }),
      ...(time && datesIn(time)),
      authors,
      ...(words && !saysNamesOnly(words, authors) && { byline: words }),
      ...(Object.hasOwn(element.attributes, 'key') && { key: true }),
      ...(Object.hasOwn(element.attributes, 'pinned') && { pinned: true }),
      children,
    },
  ];
}

/** The children of the `article` in an update, with what stands beside it. */
const unwrapped = ({ children }: HtmlElement): readonly HtmlNode[] =>
  children.flatMap((one) => (isElement(one) && one.name === 'article' ? one.children : [one]));

const timesIn = (element: HtmlElement): HtmlElement[] =>
  find([element], ({ name }) => name === 'time');

/** The tag with the times; one with words of somebody's own in it stays among the text. */
function isTimes(element: HtmlElement): boolean {
  const isOurs = (one: HtmlElement) => one.name === 'time' || hasClass(one, 'updated-label');
  return (
    element.name.endsWith('article-time') &&
    textIn(without([element], isOurs)) === '' &&
    timesIn(element).some((one) => attribute(one, 'datetime'))
  );
}

function datesIn(element: HtmlElement): Pick<LiveUpdate, 'published' | 'updated'> {
  const times = timesIn(element);
  const second = times.find((one) => hasClass(one, 'updated'));
  const first = times.find((one) => one !== second);
  const published = first && attribute(first, 'datetime');
  const updated = second && attribute(second, 'datetime');
  return { ...(published && { published }), ...(updated && { updated }) };
}
