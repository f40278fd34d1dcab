/** Everything of ours that can play, on the whole page: both tags share this file when it has loaded. */
const hosts = new Set<Element>();

const mediaIn = (host: Element): HTMLMediaElement[] => [
  ...host.querySelectorAll<HTMLMediaElement>('video, audio'),
];

/** A film that says nothing disturbs nobody. */
const isHeard = (media: HTMLMediaElement): boolean => !media.muted && media.volume > 0;

/** Nobody can listen to two at once: what begins to sound silences the rest. */
function silenceOthers({ type, target }: Event): void {
  const media = target as HTMLMediaElement;
  if (!isHeard(media) || (type === 'volumechange' && media.paused)) return;
  for (const host of hosts) {
    for (const other of mediaIn(host)) {
      if (other !== media && !other.paused && isHeard(other)) other.pause();
    }
  }
}

/** Lets a tag take part, until what this returns is called. */
export function joinPlaying(host: Element): () => void {
  hosts.add(host);
  host.addEventListener('play', silenceOthers, true);
  host.addEventListener('volumechange', silenceOthers, true);
  return () => {
    hosts.delete(host);
    host.removeEventListener('play', silenceOthers, true);
    host.removeEventListener('volumechange', silenceOthers, true);
  };
}
