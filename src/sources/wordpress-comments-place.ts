import { decodeSlug } from './article-source.js';
import type { SourceOptions } from './comment-source.js';

/** Which WordPress is meant, and which of its posts. */
export interface Place {
  /** The site without a slash at its end; it may lie in a folder. */
  readonly site: string;
  /** A site without pretty addresses takes the route as a parameter of this page. */
  readonly index?: string | undefined;
  /** An id or a slug. */
  readonly post?: string | undefined;
  /** The kind of post, as the interface names it: `posts`, `pages`. */
  readonly kind?: string | undefined;
  /** The post's own page. */
  readonly page?: string | undefined;
  readonly password?: string | undefined;
}

const REST = '/wp-json';

/**
 * Where the comments are, by what a page says: a site and a post, an address in the REST interface, or
 * the story's own page. Relative addresses belong to `origin`.
 * @throws TypeError when there is no site
 */
export function placeOf({ src, post }: SourceOptions, origin: string | undefined): Place {
  const base = origin && URL.canParse(origin) ? origin : undefined;
  const written = src?.trim() || base;
  if (!written || !URL.canParse(written, base))
    throw new TypeError('The WordPress source needs `src`: the site, the page or a REST address.');
  const url = new URL(written, base);
  if (!/^https?:$/.test(url.protocol))
    throw new TypeError(`${url.protocol} leads to no WordPress.`);
  const { searchParams, pathname } = url;
  const place = inRest(url) ?? { site: url.origin + pathname.replace(/\/$/, '') };
  const asked = post?.trim() || place.post || searchParams.get('post');
  if (asked) return { ...place, post: asked };
  const id = searchParams.get('p') ?? searchParams.get('page_id');
  const site = url.origin;
  if (id && /^\d+$/.test(id)) return { site: site + folderOf(pathname), post: id };
  const slug = pathname.split('/').filter(Boolean).at(-1);
  // The page of a story, else a site without a post: counts need no more.
  if (slug && !inRest(url)) return { site, post: decodeSlug(slug), page: url.href };
  return place;
}

/** The folder of an address such as `/blog/index.php`, without a slash at its end. */
const folderOf = (pathname: string): string => pathname.slice(0, pathname.lastIndexOf('/'));

/** What an address in the REST interface says, with either spelling. */
function inRest({ origin, pathname, searchParams }: URL): Place | undefined {
  const start = `${pathname}/`.indexOf(`${REST}/`);
  const route = start < 0 ? searchParams.get('rest_route') : pathname.slice(start + REST.length);
  if (route === null) return undefined;
  const [, kind, id] = /\/wp\/v2\/([\w-]+)\/(\d+)/.exec(route) ?? [];
  const isPost = kind !== undefined && kind !== 'comments';
  return {
    site: origin + (start < 0 ? folderOf(pathname) : pathname.slice(0, start)),
    index: start < 0 ? origin + pathname : undefined,
    post: isPost ? id : (searchParams.get('post') ?? undefined),
    kind: isPost ? kind : undefined,
    password: searchParams.get('password') ?? undefined,
  };
}

/** What a page says in its `Link` headers about its place in the interface; only its own origin may read them. */
export function placeInLinks(links: string, page: string): Place | undefined {
  let root: Place | undefined;
  let item: Place | undefined;
  for (const [, address = '', says = ''] of links.matchAll(/<([^<>]*)>([^<>]*)/g)) {
    if (!URL.canParse(address, page)) continue;
    const place = inRest(new URL(address, page));
    if (says.includes('https://api.w.org/')) root = place;
    else if (says.includes('alternate') && place?.post) item = place;
  }
  return item && { ...item, ...(root && { site: root.site, index: root.index }) };
}

/** An address in a site's REST interface. */
export function restUrl(
  { site, index }: Place,
  path: string,
  query: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams(query).toString();
  if (!index) return `${site}${REST}/wp/v2/${path}${parameters && `?${parameters}`}`;
  return `${index}?rest_route=/wp/v2/${path}${parameters && `&${parameters}`}`;
}
