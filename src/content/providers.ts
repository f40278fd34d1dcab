import { safeUrl } from './url.js';

/** A site whose things people embed. */
interface Provider {
  readonly id: string;
  readonly name: string;
  /** Its hosts; those below them count too. */
  readonly hosts: readonly string[];
  /** Where a host has other things as well: whether this is one of them. */
  readonly has?: (url: URL) => boolean;
  /** The page that shows the same as a player's address. */
  readonly page?: (player: URL) => string | undefined;
}

const first = (pattern: RegExp, text: string, write: (id: string) => string) => {
  const id = pattern.exec(text)?.[1];
  return id === undefined ? undefined : write(id);
};

/** What a parameter says, if that is something. */
const said = (url: URL, name: string): string | undefined =>
  url.searchParams.get(name) || undefined;

/** Where in a film somebody is sent: kept, as the reader would land elsewhere without it. */
const moment = (url: URL): string => {
  const start = said(url, 'start');
  return start && /^\d{1,6}$/.test(start) ? `&t=${start}` : '';
};

function youtubePage(player: URL): string | undefined {
  const list = said(player, 'list');
  if (player.pathname === '/embed/videoseries')
    return list && `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`;
  return first(
    /^\/embed\/([\w-]{6,20})$/,
    player.pathname,
    (id) => `https://www.youtube.com/watch?v=${id}${moment(player)}`,
  );
}

function vimeoPage(player: URL): string | undefined {
  const hash = said(player, 'h');
  return first(
    /^\/video\/(\d+)$/,
    player.pathname,
    // A film that is not listed is only seen by who knows its second number.
    (id) => `https://vimeo.com/${id}${hash && /^\w+$/.test(hash) ? `/${hash}` : ''}`,
  );
}

/** Google's frame shows no page on its own, so the place is read out of its packed parameter. */
function googlePage(player: URL): string | undefined {
  const { searchParams } = player;
  const packed = said(player, 'pb')?.split('!');
  if (!packed) {
    if (!searchParams.has('output')) return undefined;
    searchParams.delete('output');
    return player.href;
  }
  const part = (start: string, from = 0) =>
    packed
      .slice(from)
      .find((one) => one.startsWith(start))
      ?.slice(start.length);
  const place = packed.findIndex((one) => one.startsWith('1s0x'));
  const name = place < 0 ? undefined : part('2s', place);
  const [longitude, latitude] = [Number(part('2d')), Number(part('3d'))];
  const centre =
    Number.isFinite(longitude) && Number.isFinite(latitude) ? `${latitude},${longitude}` : '';
  const q = name?.trim() || centre;
  return (
    q &&
    `https://www.google.com/maps?${String(new URLSearchParams({ q, ...(centre && { ll: centre }) }))}`
  );
}

const providers: readonly Provider[] = [
  {
    id: 'youtube',
    name: 'YouTube',
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    page: youtubePage,
  },
  { id: 'vimeo', name: 'Vimeo', hosts: ['vimeo.com'], page: vimeoPage },
  {
    id: 'bluesky',
    name: 'Bluesky',
    hosts: ['bsky.app'],
    page: ({ pathname }) => {
      const [, embed, who, kind, post] = pathname.split('/');
      return embed === 'embed' && kind === 'app.bsky.feed.post' && who && post
        ? `https://bsky.app/profile/${who}/post/${post}`
        : undefined;
    },
  },
  {
    id: 'mastodon',
    name: 'Mastodon',
    // There are thousands of servers; these are those of its makers.
    hosts: ['mastodon.social', 'mastodon.online'],
    page: ({ origin, pathname }) =>
      first(/^(\/@[\w.-]+\/\d+)\/embed$/, pathname, (path) => origin + path),
  },
  {
    id: 'x',
    name: 'X',
    hosts: ['x.com', 'twitter.com'],
    page: (player) =>
      player.hostname === 'platform.twitter.com' && player.pathname.startsWith('/embed/')
        ? first(/^(\d+)$/, said(player, 'id') ?? '', (id) => `https://x.com/i/status/${id}`)
        : undefined,
  },
  {
    id: 'instagram',
    name: 'Instagram',
    hosts: ['instagram.com'],
    page: ({ origin, pathname }) =>
      first(/^(\/(?:p|reel|tv)\/[\w-]+\/)embed/, pathname, (path) => origin + path),
  },
  { id: 'facebook', name: 'Facebook', hosts: ['facebook.com', 'fb.watch'], page: quoted('href') },
  { id: 'tiktok', name: 'TikTok', hosts: ['tiktok.com'] },
  {
    id: 'spotify',
    name: 'Spotify',
    hosts: ['open.spotify.com'],
    page: ({ origin, pathname }) =>
      first(/^\/embed(?:-podcast)?(\/\w+\/\w+)$/, pathname, (path) => origin + path),
  },
  { id: 'soundcloud', name: 'SoundCloud', hosts: ['soundcloud.com'], page: quoted('url') },
  { id: 'datawrapper', name: 'Datawrapper', hosts: ['datawrapper.dwcdn.net'] },
  { id: 'flourish', name: 'Flourish', hosts: ['flo.uri.sh', 'flourish.studio'] },
  { id: 'openstreetmap', name: 'OpenStreetMap', hosts: ['openstreetmap.org'] },
  {
    id: 'googlemaps',
    name: 'Google Maps',
    hosts: ['google.com', 'maps.app.goo.gl'],
    has: ({ hostname, pathname }) =>
      !hostname.endsWith('google.com') ||
      hostname === 'maps.google.com' ||
      (/^(?:www\.)?google\.com$/.test(hostname) && /^\/maps(?:\/|$)/.test(pathname)),
    page: googlePage,
  },
];

/** The page that a player's address quotes in a parameter, if it is one of the same site. */
function quoted(parameter: string): (player: URL) => string | undefined {
  return (player) => {
    const page = said(player, parameter);
    if (!page || !/^https:/i.test(page) || !URL.canParse(page)) return undefined;
    const { hostname, href } = new URL(page);
    const isPage = !hostname.startsWith('api.') && providerAt(new URL(page)) === providerAt(player);
    return isPage ? href : undefined;
  };
}

const isOn = (host: string) => (known: string) => host === known || host.endsWith(`.${known}`);

/** Whose an address is, if it is somebody's that is known. */
export const providerAt = (url: URL): string | undefined =>
  providers.find(({ hosts, has }) => hosts.some(isOn(url.hostname)) && (has?.(url) ?? true))?.id;

/**
 * Whose an address is and which page a reader may open instead; nothing for one that is not the web's.
 * Where the source says that it is a post of a network of many servers, `network` is that.
 */
export function embedOf(
  address: string,
  network?: 'mastodon',
): { provider: string; url: string } | undefined {
  const safe = safeUrl(address.startsWith('//') ? `https:${address}` : address);
  if (!safe || !/^https?:/i.test(safe) || !URL.canParse(safe)) return undefined;
  const player = new URL(safe);
  const id = providerAt(player) ?? network;
  const provider = providers.find((one) => one.id === id);
  return { provider: id ?? player.hostname, url: provider?.page?.(player) ?? safe };
}

/** What readers call a provider. */
export const providerName = (id: string): string =>
  providers.find((provider) => provider.id === id)?.name ?? id;
