const TEXT = 'text/vtt';
const RATE = 8000;

/** Eight seconds of a quiet fifth, made here: a story asks no other site for a file. */
export function recording(seconds = 8): string {
  const size = RATE * seconds;
  const bytes = new DataView(new ArrayBuffer(44 + size));
  const name = (at: number, word: string) => {
    for (let index = 0; index < word.length; index++)
      bytes.setUint8(at + index, word.charCodeAt(index));
  };
  name(0, 'RIFF');
  bytes.setUint32(4, 36 + size, true);
  name(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, RATE, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true);
  name(36, 'data');
  bytes.setUint32(40, size, true);
  for (let index = 0; index < size; index++) {
    const turn = (2 * Math.PI * index) / RATE;
    const fades = Math.min(1, index / RATE, (size - index) / RATE);
    const tone = Math.sin(220 * turn) + Math.sin(330 * turn);
    bytes.setUint8(44 + index, 128 + Math.round(8 * fades * tone));
  }
  return URL.createObjectURL(new Blob([bytes.buffer], { type: 'audio/wav' }));
}

const file = (...cues: readonly string[]): string =>
  URL.createObjectURL(new Blob([`WEBVTT\n\n${cues.join('\n\n')}\n`], { type: TEXT }));

/** Where the chapters of the recording begin. */
export const chapters = (...names: readonly string[]): string =>
  file(...names.map((name, index) => `00:0${index * 2}.000 --> 00:0${index * 2 + 2}.000\n${name}`));

/** One line, said from the beginning to the end. */
export const captions = (words: string): string => file(`00:00.000 --> 00:08.000\n${words}`);
