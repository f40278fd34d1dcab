import { show } from '../helpers.js';
import { waitUntil } from '../soon.js';

const addresses: string[] = [];
function blobUrl(parts: BlobPart[], type: string): string {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  addresses.push(address);
  return address;
}
after(() => addresses.forEach((address) => URL.revokeObjectURL(address)));

/** A recording of silence: 8,000 samples of a byte in a second. */
export function silence(seconds = 4): string {
  const rate = 8000;
  const size = rate * seconds;
  const bytes = new DataView(new ArrayBuffer(44 + size));
  const text = (at: number, word: string) =>
    [...word].forEach((sign, index) => bytes.setUint8(at + index, sign.charCodeAt(0)));
  text(0, 'RIFF');
  bytes.setUint32(4, 36 + size, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true);
  text(36, 'data');
  bytes.setUint32(40, size, true);
  new Uint8Array(bytes.buffer, 44).fill(128);
  return blobUrl([bytes.buffer], 'audio/wav');
}

const cues = (...lines: readonly string[]) =>
  blobUrl([`WEBVTT\n\n${lines.join('\n\n')}\n`], 'text/vtt');

export const chapterFile = (): string =>
  cues(
    '00:00.000 --> 00:01.000\nThe arrival',
    '00:01.000 --> 00:02.500\nالوصول <i>the</i> talks & after',
    '01:02:03.000 --> 01:02:04.000\nThe end',
  );
export const captionFile = (): string => cues('00:00.000 --> 00:04.000\nSaid in the film.');

/** An element whose script is there. */
export async function media(html: string): Promise<HTMLElement> {
  const element = await show(html);
  await ready(element);
  return element;
}
export const ready = (element: Element): Promise<void> =>
  waitUntil(() => element.matches(':state(ready)'));

export const mediaOf = (element: Element) =>
  element.querySelector<HTMLMediaElement>('video, audio')!;

/** A player that plays when it is told to: browsers refuse to begin without a hand on a mouse. */
export function playing(element: Element): { readonly isPlaying: boolean } {
  const player = mediaOf(element);
  let isPlaying = false;
  Object.defineProperty(player, 'paused', { configurable: true, get: () => !isPlaying });
  player.play = () => {
    isPlaying = true;
    player.dispatchEvent(new Event('play'));
    return Promise.resolve();
  };
  player.pause = () => {
    isPlaying = false;
    player.dispatchEvent(new Event('pause'));
  };
  return {
    get isPlaying() {
      return isPlaying;
    },
  };
}
