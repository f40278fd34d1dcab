const iso = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.\d{1,9})?S)?$/;
const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3})?$/;

/** Seconds in `PT1M30S` or `1:30`; nothing for what is no place in a recording. */
export function secondsIn(text: string | null | undefined): number | undefined {
  const written = text?.trim() ?? '';
  const found = iso.exec(written.toUpperCase()) ?? clock.exec(written);
  if (!found?.slice(1).some(Boolean)) return undefined;
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** A place in a recording as a reader reads it: `1:05`, `1:02:03`. */
export function timeOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Goes to a place and plays on from there. */
export function playFrom(media: HTMLMediaElement, seconds: number): void {
  media.currentTime = seconds;
  // A browser may refuse to begin; the reader then presses the player's own button.
  media.play().catch(() => {});
}
