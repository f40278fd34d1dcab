const SPACE = /[ \t\n\f\r]/;
const LETTER = /[a-z]/i;

/**
 * Takes handlers and styles out of HTML before it is parsed. Nothing would come of them, but Chromium
 * reports each to the page's policy as soon as it is parsed, wherever that is. One pass, and no promise
 * of safety: the walk that follows keeps only what it knows.
 */
export function disarm(html: string): string {
  let out = '';
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    at++;
    const isEnd = html[at] === '/';
    if (isEnd) at++;
    if (!LETTER.test(html[at] ?? '')) continue;
    const name = at;
    while (at < html.length && !/[ \t\n\f\r/>]/.test(html[at] ?? '')) at++;
    if (html.slice(name, at).toLowerCase() === 'style') {
      out += `${html.slice(from, name)}template`;
      from = at;
    }
    while (at < html.length && html[at] !== '>') {
      if (SPACE.test(html[at] ?? '') || html[at] === '/') {
        at++;
        continue;
      }
      const start = at;
      at = endOfAttribute(html, at);
      if (/^(?:on|style\b)/i.test(html.slice(start, start + 6))) {
        out += html.slice(from, start);
        from = at;
      }
    }
  }
  return out + html.slice(from);
}

/** Where an attribute that begins here ends, its value included. */
function endOfAttribute(html: string, start: number): number {
  let at = start + 1; // its first sign belongs to it, even if it is an equals sign
  while (at < html.length && !/[ \t\n\f\r/>=]/.test(html[at] ?? '')) at++;
  let equals = at;
  while (SPACE.test(html[equals] ?? '')) equals++;
  if (html[equals] !== '=') return at;
  at = equals + 1;
  while (SPACE.test(html[at] ?? '')) at++;
  const quote = html[at];
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, at + 1);
    return end < 0 ? html.length : end + 1;
  }
  while (at < html.length && !/[ \t\n\f\r>]/.test(html[at] ?? '')) at++;
  return at;
}
