import { decodeSlug, listAt, textAt } from './article-source.js';
import { errorKind } from './comment-source.js';
import type { Site } from './wordpress-comments-site.js';

const PER_PAGE = 100;
/** More pages than this cost more than asking for each post by itself. */
const MOST_PAGES = 5;
/** How many posts are asked about at a time. */
const AT_ONCE = 5;

interface Options {
  readonly signal?: AbortSignal | undefined;
}

/** How many comments some posts have, in as few requests as can be. Posts may be named by slug. */
export async function countOf(
  site: Site,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const numbers = await numbersOf(site, [...new Set(ids)], { signal });
  for (let from = 0; from < numbers.length; from += PER_PAGE) {
    const some = numbers.slice(from, from + PER_PAGE);
    const tally = await tallied(site, some, { signal });
    for (const [name, number] of some) {
      const count = tally.get(number);
      if (count !== undefined) counts.set(name, count);
    }
  }
  return counts;
}

type Named = readonly [name: string, number: string];

/** Each name with its number; slugs are looked up together, and those that nobody knows are left out. */
async function numbersOf(
  site: Site,
  names: readonly string[],
  options: Options,
): Promise<readonly Named[]> {
  const isNumber = (name: string) => /^\d+$/.test(name);
  const numbers = names.filter(isNumber).map((name): Named => [name, name]);
  const slugs = names.filter((name) => name.trim() && !isNumber(name));
  for (let from = 0; from < slugs.length; from += PER_PAGE) {
    const some = slugs.slice(from, from + PER_PAGE);
    const query = { slug: some.join(','), per_page: String(PER_PAGE), _fields: 'id,slug' };
    const { data } = await site.read('posts', query, options);
    for (const post of listAt(data)) {
      const slug = decodeSlug(textAt(post, 'slug') ?? '');
      const id = textAt(post, 'id');
      const name = some.find((one) => decodeSlug(one) === slug);
      if (name && id) numbers.push([name, id]);
    }
  }
  return numbers;
}

/** One list that holds the comments of all, counted by post; each by itself where that is too long or refused. */
async function tallied(
  site: Site,
  posts: readonly Named[],
  options: Options,
): Promise<ReadonlyMap<string, number>> {
  const numbers = posts.map(([, number]) => number);
  if (numbers.length < 2) return eachOf(site, numbers, options);
  const page = (number: number) =>
    site.read(
      'comments',
      {
        post: numbers.join(','),
        per_page: String(PER_PAGE),
        page: String(number),
        _fields: 'post',
      },
      options,
    );
  try {
    const first = await page(1);
    const said = first.headers.get('x-wp-totalpages');
    const full = listAt(first.data).length === PER_PAGE;
    const pages = said === null ? (full ? Infinity : 1) : Number(said);
    if (!(pages <= MOST_PAGES)) return await eachOf(site, numbers, options);
    const rest = await Promise.all(
      Array.from({ length: Math.max(pages - 1, 0) }, (_, index) => page(index + 2)),
    );
    const tally = new Map(numbers.map((number) => [number, 0]));
    for (const { data } of [first, ...rest]) {
      for (const comment of listAt(data)) {
        const post = textAt(comment, 'post') ?? '';
        const count = tally.get(post);
        if (count !== undefined) tally.set(post, count + 1);
      }
    }
    return tally;
  } catch (error) {
    // One post with a password closes the list of all.
    if (errorKind(error) !== 'auth') throw error;
    return eachOf(site, numbers, options);
  }
}

/** The totals that the headers tell; a post that is refused, or whose total cannot be read, has none. */
async function eachOf(
  site: Site,
  numbers: readonly string[],
  options: Options,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const waiting = [...numbers];
  const work = async () => {
    for (let post = waiting.shift(); post !== undefined; post = waiting.shift()) {
      try {
        const { headers } = await site.read(
          'comments',
          { post, per_page: '1', _fields: 'id' },
          options,
        );
        const total = headers.get('x-wp-total') ?? '';
        if (/^\d+$/.test(total)) counts.set(post, Number(total));
      } catch (error) {
        if (errorKind(error) !== 'auth') throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work));
  return counts;
}
