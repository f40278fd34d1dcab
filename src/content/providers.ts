import { safeUrl } from './url.js';

/** A site whose things people embed. */
interface Provider {
  readonly id: string;
  readonly name: string;
  /** Its hosts; those below them count too. */
  readonly hosts: readonly string[];
  /** The page that shows the same as a player's address. */
  readonly page?: (player: URL) => string | undefined;
}

const first = (pattern: RegExp, text: string, write: (id: string) => string) => {
  const id = pattern.exec(text)?.[1];
  return id === undefined ? undefined : write(id);
};

const providers: readonly Provider[] = [
  {
    id: 'youtube',
    name: 'YouTube',
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    page: ({ pathname }) =>
      first(/^\/embed\/([\w-]{6,20})$/, pathname, (id) => `https://www.youtube.com/watch?v=${id}`),
  },
  {
    id: 'vimeo',
    name: 'Vimeo',
    hosts: ['vimeo.com'],
    page: ({ pathname }) => first(/^\/video\/(\d+)$/, pathname, (id) => `https://vimeo.com/${id}`),
  },
  { id: 'bluesky', name: 'Bluesky', hosts: ['bsky.app'] },
  { id: 'x', name: 'X', hosts: ['x.com', 'twitter.com'] },
  {
    id: 'instagram',
    name: 'Instagram',
    hosts: ['instagram.com'],
    page: ({ origin, pathname }) =>
      first(/^(\/(?:p|reel)\/[\w-]+\/)embed/, pathname, (path) => origin + path),
  },
  { id: 'facebook', name: 'Facebook', hosts: ['facebook.com', 'fb.watch'] },
  { id: 'tiktok', name: 'TikTok', hosts: ['tiktok.com'] },
  {
    id: 'spotify',
    name: 'Spotify',
    hosts: ['open.spotify.com'],
    page: ({ origin, pathname }) =>
      first(/^\/embed(\/\w+\/\w+)$/, pathname, (path) => origin + path),
  },
  { id: 'soundcloud', name: 'SoundCloud', hosts: ['soundcloud.com'] },
  { id: 'datawrapper', name: 'Datawrapper', hosts: ['datawrapper.dwcdn.net'] },
  { id: 'flourish', name: 'Flourish', hosts: ['flo.uri.sh', 'flourish.studio'] },
  { id: 'openstreetmap', name: 'OpenStreetMap', hosts: ['openstreetmap.org'] },
];

const isOn = (host: string) => (known: string) => host === known || host.endsWith(`.${known}`);

/** Whose an address is and which page a reader may open instead; nothing for one that is not the web's. */
export function embedOf(address: string): { provider: string; url: string } | undefined {
  const safe = safeUrl(address.startsWith('//') ? `https:${address}` : address);
  if (!safe || !/^https?:/i.test(safe) || !URL.canParse(safe)) return undefined;
  const player = new URL(safe);
  const provider = providers.find(({ hosts }) => hosts.some(isOn(player.hostname)));
  return { provider: provider?.id ?? player.hostname, url: provider?.page?.(player) ?? safe };
}

/** What readers call a provider. */
export const providerName = (id: string): string =>
  providers.find((provider) => provider.id === id)?.name ?? id;
