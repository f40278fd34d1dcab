import type { Behaviour, BlockTools } from '../block/block-script.js';

/** Writes the dates that nobody has written. */
export function enhance(host: HTMLElement, tools: BlockTools): Behaviour {
  const written = new WeakSet<Element>();
  return {
    update() {
      for (const time of host.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
        if (time.textContent.trim() && !written.has(time)) continue;
        written.add(time);
        // A year or a month is no moment; it is understood as it is.
        const text = tools.formatDate(time.dateTime) || time.dateTime;
        if (time.textContent !== text) time.textContent = text;
      }
    },
  };
}
