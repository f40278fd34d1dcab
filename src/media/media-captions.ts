import { storage } from '../kit/storage.js';

const KEY = 'article-captions';
const OFF = 'off';

const captions = (tracks: TextTrackList): TextTrack[] =>
  [...tracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');

const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/**
 * Switches captions on in the first language that the reader knows, if there are any; what they chose
 * with the film's own controls the last time comes before that, and `default` in the page too.
 */
export function chooseCaptions(tracks: TextTrackList, languages: readonly string[]): void {
  const all = captions(tracks);
  const chosen = storage.get('localStorage', KEY);
  if (chosen === OFF) {
    for (const track of all) if (track.mode === 'showing') track.mode = 'disabled';
    return;
  }
  if (all.some(({ mode }) => mode === 'showing')) return;
  for (const wanted of [...(chosen ? [chosen] : []), ...languages]) {
    const found =
      all.find(({ language }) => language.toLowerCase() === wanted.toLowerCase()) ??
      all.find(({ language }) => language && languageOf(language) === languageOf(wanted));
    if (found) {
      found.mode = 'showing';
      return;
    }
  }
}

/** Keeps what a reader switched on or off. */
export function rememberCaptions(tracks: TextTrackList): void {
  const all = captions(tracks);
  if (!all.length) return;
  const shown = all.find(({ mode }) => mode === 'showing');
  const choice = shown ? shown.language : OFF;
  if (choice && storage.get('localStorage', KEY) !== choice)
    storage.set('localStorage', KEY, choice);
}
