import { providerAt, providerName } from './providers.js';

/** What a player shows, which says how it is spoken of and what it may do. */
export type PlayerKind = 'film' | 'sound' | 'post' | 'map' | 'chart' | 'frame';

/** The frame that shows what an address leads to. */
export interface Player {
  /** Whom a reader agrees to: a provider, or a single host. */
  readonly id: string;
  /** What readers call it. */
  readonly name: string;
  readonly kind: PlayerKind;
  /** The frame's address. */
  readonly url: string;
  /** Where it is loaded from. */
  readonly host: string;
}

/** A frame's address and kind; nothing for an address that is no film, post or map. */
type Found = readonly [kind: PlayerKind, address: string] | undefined;

/** The parts of a path; an address may end in a slash or not. */
const parts = ({ pathname }: URL): string[] => pathname.split('/').filter(Boolean);
const isId = (text: string | undefined): text is string => /^[\w-]{1,64}$/.test(text ?? '');
const isNumber = (text: string | undefined): text is string => /^\d{1,25}$/.test(text ?? '');

/** Seconds, written as people write them: `90`, `90s`, `1m30s`, `1h2m3s`. */
function seconds(text: string | null): number {
  const found = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text ?? '');
  const [hours = 0, minutes = 0, rest = 0] = (found ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + rest;
}

/** An address with its parameters, without those that are empty. */
function address(
  base: string,
  parameters: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) url.searchParams.set(name, String(value));
  }
  return url.href;
}

function youtube(url: URL): Found {
  const [kind, second] = parts(url);
  const { searchParams } = url;
  const isShort = url.hostname.endsWith('youtu.be');
  const named = ['embed', 'shorts', 'live', 'v', 'e'].includes(kind ?? '') ? second : undefined;
  const id = isShort ? kind : (named ?? searchParams.get('v') ?? undefined);
  const list = searchParams.get('list') ?? undefined;
  const start = seconds(searchParams.get('t') ?? searchParams.get('start'));
  const base = 'https://www.youtube-nocookie.com/embed/';
  if (isId(id) && id !== 'videoseries')
    return ['film', address(base + id, { start, list: isId(list) ? list : undefined })];
  return isId(list) ? ['film', address(`${base}videoseries`, { list })] : undefined;
}

function vimeo(url: URL): Found {
  const path = parts(url);
  if (path[0] === 'event' && isNumber(path[1]))
    return ['film', address(`https://vimeo.com/event/${path[1]}/embed`, { dnt: 1 })];
  // A film that is not listed has a key beside its number; within showcases and groups the number is last.
  const [first, key] = path[0] === 'video' ? path.slice(1) : path;
  const film = isNumber(first) ? first : path.filter(isNumber).at(-1);
  if (!film) return undefined;
  const written = url.searchParams.get('h') ?? (film === first ? key : undefined);
  const start = seconds(/^#t=(\w+)$/.exec(url.hash)?.[1] ?? null);
  const frame = address(`https://player.vimeo.com/video/${film}`, {
    h: /^\w{1,32}$/.test(written ?? '') ? written : undefined,
    dnt: 1,
  });
  return ['film', start ? `${frame}#t=${start}s` : frame];
}

/** Who posted must be given by number: to look a name up would ask the network before the reader is asked. */
function bluesky(url: URL): Found {
  const [place, who = '', kind, post] = parts(url);
  const name = decoded(who);
  const isPost =
    (place === 'profile' && kind === 'post') ||
    (place === 'embed' && kind === 'app.bsky.feed.post');
  return isPost && isId(post) && /^did:(?:plc:[a-z2-7]{1,64}|web:[a-z0-9.-]{1,253})$/.test(name)
    ? ['post', `https://embed.bsky.app/embed/${name}/app.bsky.feed.post/${post}`]
    : undefined;
}

function mastodon(url: URL): Found {
  const [first = '', second, third, fourth] = parts(url);
  const base = `https://${url.host}`;
  if (/^@\w[\w.-]{0,63}$/.test(first) && isNumber(second) && [undefined, 'embed'].includes(third))
    return ['post', `${base}/${first}/${second}/embed`];
  return first === 'users' && isId(second) && third === 'statuses' && isNumber(fourth)
    ? ['post', `${base}/users/${second}/statuses/${fourth}/embed`]
    : undefined;
}

function x(url: URL): Found {
  const path = parts(url);
  const at = path.findIndex((part) => part === 'status' || part === 'statuses');
  const id = path[0] === 'embed' ? (url.searchParams.get('id') ?? '') : path[at + 1];
  return (at > 0 || path[0] === 'embed') && isNumber(id)
    ? ['post', address('https://platform.twitter.com/embed/Tweet.html', { id, dnt: 'true' })]
    : undefined;
}

function instagram(url: URL): Found {
  const path = parts(url);
  const at = path.findIndex((part) => ['p', 'reel', 'reels', 'tv'].includes(part));
  const id = path[at + 1];
  const kind = path[at] === 'reels' ? 'reel' : path[at];
  return at >= 0 && at < 2 && isId(id)
    ? ['post', `https://www.instagram.com/${kind}/${id}/embed/`]
    : undefined;
}

function facebook(url: URL): Found {
  const path = parts(url);
  if (path[0] === 'plugins') return undefined; // its page is known, and comes here
  const isFilm =
    path.includes('videos') ||
    path[0] === 'watch' ||
    path[0] === 'reel' ||
    url.hostname === 'fb.watch';
  const isPost = path.includes('posts') || path.includes('photos') || path[0] === 'permalink.php';
  return isFilm || isPost
    ? [
        isFilm ? 'film' : 'post',
        address(`https://www.facebook.com/plugins/${isFilm ? 'video' : 'post'}.php`, {
          href: url.href,
          show_text: isFilm ? 'false' : 'true',
        }),
      ]
    : undefined;
}

function tiktok(url: URL): Found {
  const path = parts(url);
  const id = path
    .map((part) => part.replace(/\.html$/, ''))
    .filter(isNumber)
    .at(-1);
  const isFilm = ['video', 'v', 'embed', 'player'].some((part) => path.includes(part));
  return isFilm && isNumber(id) ? ['film', `https://www.tiktok.com/embed/v2/${id}`] : undefined;
}

const sounds = new Set(['track', 'album', 'playlist', 'artist', 'episode', 'show']);
function spotify(url: URL): Found {
  const path = parts(url);
  const at = path.findIndex((part) => sounds.has(part));
  const id = path[at + 1];
  return at >= 0 && at < 3 && isId(id)
    ? ['sound', `https://open.spotify.com/embed/${path[at]}/${id}`]
    : undefined;
}

function soundcloud(url: URL): Found {
  const [first, second] = parts(url);
  if (url.hostname === 'w.soundcloud.com') {
    const inner = url.searchParams.get('url') ?? '';
    if (first !== 'player' || !URL.canParse(inner)) return undefined;
    const { protocol, hostname } = new URL(inner);
    if (protocol !== 'https:' || !/^(?:api\.|www\.)?soundcloud\.com$/.test(hostname))
      return undefined;
    return ['sound', address('https://w.soundcloud.com/player/', { url: inner })];
  }
  const page = `https://soundcloud.com${url.pathname}`;
  return /^(?:www\.|m\.)?soundcloud\.com$/.test(url.hostname) && first && second
    ? ['sound', address('https://w.soundcloud.com/player/', { url: page })]
    : undefined;
}

function datawrapper(url: URL): Found {
  const [id, version] = parts(url);
  return isId(id)
    ? ['chart', `https://datawrapper.dwcdn.net/${id}/${isNumber(version) ? `${version}/` : ''}`]
    : undefined;
}

function flourish(url: URL): Found {
  const [kind, id] = parts(url);
  return (kind === 'visualisation' || kind === 'story') && isNumber(id)
    ? ['chart', `https://flo.uri.sh/${kind}/${id}/embed`]
    : undefined;
}

const degrees = (text: string | null | undefined): number =>
  text?.trim() ? Number(text) : Number.NaN;

function openstreetmap(url: URL): Found {
  const { searchParams } = url;
  const base = 'https://www.openstreetmap.org/export/embed.html';
  const box = searchParams.get('bbox')?.split(',').map(degrees);
  const marker = searchParams.get('marker')?.split(',').map(degrees);
  const layer = searchParams.get('layer') ?? undefined;
  const rest = {
    layer: layer && isId(layer) ? layer : undefined,
    marker: marker?.length === 2 && marker.every(Number.isFinite) ? marker.join(',') : undefined,
  };
  if (url.pathname === '/export/embed.html')
    return box?.length === 4 && box.every(Number.isFinite)
      ? ['map', address(base, { bbox: box.join(','), ...rest })]
      : undefined;
  const [zoom = 15, latitude = Number.NaN, longitude = Number.NaN] = (
    /^#map=([\d./-]{3,60})/.exec(url.hash)?.[1] ?? ''
  )
    .split('/')
    .map(degrees);
  const [pinned, east] = ['mlat', 'mlon'].map((name) => degrees(searchParams.get(name)));
  const hasPin = Number.isFinite(pinned) && Number.isFinite(east);
  const [lat, lon] = Number.isFinite(latitude + longitude)
    ? [latitude, longitude]
    : [pinned ?? Number.NaN, east ?? Number.NaN];
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return undefined;
  // A map of so many degrees is about as wide as a column of text at that zoom.
  const reach = 360 / 2 ** Math.min(19, Math.max(2, zoom || 15));
  const bbox = [lon - reach, lat - reach / 2, lon + reach, lat + reach / 2];
  return [
    'map',
    address(base, {
      bbox: bbox.map((one) => one.toFixed(5)).join(','),
      layer: 'mapnik',
      marker: hasPin ? `${pinned},${east}` : undefined,
    }),
  ];
}

function googlemaps(url: URL): Found {
  const base = 'https://www.google.com/maps';
  const [, kind, place = ''] = parts(url);
  const { searchParams } = url;
  const packed = searchParams.get('pb');
  if (kind === 'embed')
    return packed ? ['map', address(`${base}/embed`, { pb: packed })] : undefined;
  const [, at, zoom] =
    /@(-?[\d.]{1,20},-?[\d.]{1,20})(?:,(\d{1,2})[\d.]*z)?/.exec(url.pathname) ?? [];
  const name = kind === 'place' || kind === 'search' ? decoded(place).replaceAll('+', ' ') : '';
  const q = searchParams.get('q') ?? searchParams.get('query') ?? (name || at);
  return q
    ? [
        'map',
        address(base, {
          q,
          ll: at ?? searchParams.get('ll') ?? undefined,
          z: zoom ?? searchParams.get('z') ?? undefined,
          output: 'embed',
        }),
      ]
    : undefined;
}

const finders: ReadonlyMap<string, (url: URL) => Found> = new Map(
  Object.entries({
    ...{ youtube, vimeo, bluesky, mastodon, x, instagram, facebook, tiktok, spotify, soundcloud },
    ...{ datawrapper, flourish, openstreetmap, googlemaps },
  }),
);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** A name in the public web: no machine of the reader's own network, and no number. */
const isPublicName = (host: string): boolean =>
  /\.[a-z][a-z0-9-]*$/.test(host) && !/\.(?:local|localhost|internal|lan|home|test)$/.test(host);

interface Options {
  /** Whose the story says that it is; it only counts for a network of many servers. */
  readonly provider?: string | undefined;
  /** Whether the page lets a host that is not known have a frame. */
  readonly allows?: (url: URL) => boolean;
}

/**
 * The frame for an address: a known provider's, made of nothing but what was found in the address;
 * or the address itself where the page allows its host. Nothing for everything else, which stays a link.
 */
export function playerOf(written: string, { provider, allows }: Options = {}): Player | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  const known = providerAt(url);
  if (!known && allows?.(url)) {
    const { host, href } = url;
    return { id: host, name: host, kind: 'frame', url: href, host };
  }
  const isElsewhere = !known && provider === 'mastodon';
  if (isElsewhere && (url.port || !isPublicName(url.hostname))) return undefined;
  const id = known ?? (isElsewhere ? 'mastodon' : '');
  const found = finders.get(id)?.(url);
  if (!found) return undefined;
  const [kind, frame] = found;
  const { host } = new URL(frame);
  // Mastodon is nobody's: a reader agrees to one server, by its name.
  return id === 'mastodon'
    ? { id: host, name: host, kind, url: frame, host }
    : { id, name: providerName(id), kind, url: frame, host };
}
