import type { Player } from '../content/players.js';

/** No post is lower or higher than this many pixels, whatever its frame says. */
const LOWEST = 50;
const HIGHEST = 4000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Some send their message as JSON. */
function opened(data: unknown): unknown {
  if (typeof data !== 'string' || data.length > 2000) return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** The height in a message, where it has the form that this provider's messages have. */
function said(data: unknown, { id, kind }: Player): unknown {
  const message = opened(data);
  if (!isObject(message)) return undefined;
  const inner = (name: string): Readonly<Record<string, unknown>> => {
    const value = message[name];
    return isObject(value) ? value : {};
  };
  switch (id) {
    case 'bluesky':
      return message.height;
    case 'x': {
      const { method, params } = inner('twttr.embed');
      const [first] = Array.isArray(params) ? (params as unknown[]) : [];
      return method === 'twttr.private.resize' && isObject(first) ? first.height : undefined;
    }
    case 'instagram':
      return message.type === 'MEASURE' ? inner('details').height : undefined;
    case 'tiktok':
      return typeof message.signalSource === 'string' ? message.height : undefined;
    case 'datawrapper':
      return Object.values(inner('datawrapper-height'))[0];
    case 'flourish':
      return message.sender === 'Flourish' && message.context === 'iframe.resize'
        ? message.height
        : undefined;
  }
  // Mastodon's servers, and what a page allows: as the AMP project has it.
  const type = kind === 'post' ? 'setHeight' : kind === 'frame' ? 'embed-size' : undefined;
  return type && message.type === type ? message.height : undefined;
}

/** How high a frame says that it is; nothing for a message of another form, or a height that none has. */
export function heightIn(data: unknown, player: Player): number | undefined {
  const height = said(data, player);
  return typeof height === 'number' && height >= LOWEST && height <= HIGHEST
    ? Math.ceil(height)
    : undefined;
}
