import type { Player, PlayerKind } from '../content/players.js';

/** What a player may use of the reader's machine: nothing but what it could not do without. */
const powers: Readonly<Record<PlayerKind, string>> = {
  film: 'fullscreen; picture-in-picture; encrypted-media',
  sound: 'encrypted-media',
  post: 'fullscreen',
  map: 'fullscreen',
  chart: 'fullscreen',
  frame: 'fullscreen',
};

/**
 * It runs its scripts as its own site, and opens links in pages of their own; it never leads this page
 * elsewhere. A frame of this very site would be no longer shut in if it ran as that: it runs as nobody.
 */
function sandbox({ url, kind }: Player): string {
  const rights = ['allow-scripts', 'allow-popups', 'allow-popups-to-escape-sandbox'];
  if (new URL(url).origin !== location.origin) rights.push('allow-same-origin');
  if (kind === 'film') rights.push('allow-presentation');
  if (kind === 'frame') rights.push('allow-forms');
  return rights.join(' ');
}

/** The frame of a player, shut in as far as it still works. */
export function frameOf(player: Player, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.part.add('frame');
  frame.setAttribute('sandbox', sandbox(player));
  frame.allow = powers[player.kind];
  // YouTube plays for nobody who does not say on which site; which page it is stays here.
  frame.referrerPolicy = player.kind === 'film' ? 'strict-origin' : 'no-referrer';
  frame.loading = 'lazy';
  frame.title = title;
  frame.src = player.url;
  return frame;
}
