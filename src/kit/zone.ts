import { warnOnce } from './warn.js';

const knownZones = new Set<string>();

/** A zone that `Intl` knows; for one that it does not, the reader's own, and the console is told. */
export function knownZone(name: string | null | undefined): string | undefined {
  if (!name) return undefined;
  if (knownZones.has(name)) return name;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownZones.add(name);
    return name;
  } catch {
    warnOnce(`time-zone="${name}" is no IANA time zone; the reader's own is used.`);
    return undefined;
  }
}
