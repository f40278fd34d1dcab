/** A base for relative addresses where no page is at hand; it never shows in what is returned. */
const NOWHERE = 'https://relative.invalid/';
const links = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const pictures = new Set(['http:', 'https:', 'blob:']);
const pictureData = /^data:image\/(?:png|jpeg|webp|gif|avif)[;,]/i;

function protocolOf(url: string): string | undefined {
  try {
    return new URL(url, NOWHERE).protocol;
  } catch {
    return undefined;
  }
}

/** A fragment, a query or a path from the root: it names no protocol, so nothing needs to be parsed. */
const isOfThisSite = (address: string): boolean => {
  const [first, second] = [address[0], address[1]];
  return first === '#' || first === '?' || (first === '/' && second !== '/' && second !== '\\');
};

/**
 * The address itself when a link may lead there (http, https, mailto, tel or relative), else
 * `undefined`. The protocol is read by the URL parser, which knows every odd spelling.
 */
export function safeUrl(url: string | null | undefined): string | undefined {
  const address = url?.trim();
  if (address && isOfThisSite(address)) return address;
  return address && links.has(protocolOf(address) ?? '') ? address : undefined;
}

/** The same for a picture's address: http, https, blob, relative, or the data of a bitmap. */
export function safePictureUrl(url: string | null | undefined): string | undefined {
  const address = url?.trim();
  if (!address) return undefined;
  if (isOfThisSite(address)) return address;
  return pictures.has(protocolOf(address) ?? '') || pictureData.test(address) ? address : undefined;
}

/** A `srcset` without the candidates whose address is not safe; `undefined` when none is left. */
export function safeSrcset(srcset: string | null | undefined): string | undefined {
  return (
    candidatesOf(srcset ?? '')
      .filter((one) => safePictureUrl(one.split(/\s/)[0]))
      .join(', ') || undefined
  );
}

/** As HTML reads it: a comma may stand inside an address, but ends a descriptor and what has none. */
function candidatesOf(srcset: string): string[] {
  const found: string[] = [];
  const address = /[\s,]*(\S+)/y;
  for (let one = address.exec(srcset); one; one = address.exec(srcset)) {
    const written = one[1] ?? '';
    const isAlone = written.endsWith(',');
    const comma = isAlone ? address.lastIndex : srcset.indexOf(',', address.lastIndex);
    const end = comma < 0 ? srcset.length : comma;
    const candidate = isAlone
      ? withoutCommas(written)
      : written + srcset.slice(address.lastIndex, end);
    if (candidate) found.push(candidate.trim());
    address.lastIndex = end;
  }
  return found;
}

function withoutCommas(address: string): string {
  let end = address.length;
  while (address[end - 1] === ',') end--;
  return address.slice(0, end);
}

/** A safe address, made absolute where the page it stands in is known; a mere `#fragment` stays one. */
export function resolveUrl(
  url: string | null | undefined,
  base: string | undefined,
  safe: (url: string | null | undefined) => string | undefined = safeUrl,
): string | undefined {
  const address = safe(url);
  const isRelative = address && !address.startsWith('#') && !URL.canParse(address);
  return isRelative && base && URL.canParse(address, base)
    ? safe(new URL(address, base).href)
    : address;
}
