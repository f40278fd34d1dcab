const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zones: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

const rfc822 =
  /^(?:[a-z]{3,9},? )?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{4}|\d\d)(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([+-]\d\d:?\d\d|[a-z]{1,5}))?)?$/i;
const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?(?: ?(Z|[+-]\d\d(?::?\d\d)?))?$/i;

/** A moment as feeds and front matter write it (RFC 822, ISO 8601 more or less), in ISO 8601. */
export function isoDate(text: string | undefined): string | undefined {
  const written = text?.trim().slice(0, 100).replace(/\s+/g, ' ') ?? '';
  if (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(written)) return real(written);
  const [whole, day, time, seconds = ':00', fraction = '', zone = ''] = iso.exec(written) ?? [];
  if (whole) return real(`${day}T${time}${seconds}${fraction}${offset(zone)}`);
  const [found, date = '', month = '', year = '', hour = '0', minute = '00', second = '00', name] =
    rfc822.exec(written) ?? [];
  const index = months.indexOf(month.toLowerCase());
  if (!found || index < 0) return undefined;
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  return real(
    `${full}-${two(index + 1)}-${two(date)}T${two(hour)}:${minute}:${second}${offset(name ?? 'Z')}`,
  );
}

const two = (number: number | string): string => String(number).padStart(2, '0');
const real = (date: string): string | undefined =>
  Number.isNaN(Date.parse(date)) ? undefined : date;

/** A zone as ISO 8601 has it; none for none, and UTC for a name that nobody knows, as RFC 822 says. */
function offset(zone: string): string {
  const numbers = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (numbers) {
    const [, sign = '+', hours = '00', minutes = '00'] = numbers;
    return hours === '00' && minutes === '00' ? 'Z' : `${sign}${hours}:${minutes}`;
  }
  const name = zone.toLowerCase();
  return !zone ? '' : Object.hasOwn(zones, name) ? (zones[name] ?? 'Z') : 'Z';
}
