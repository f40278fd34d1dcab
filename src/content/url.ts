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

/**
 * The address itself when a link may lead there (http, https, mailto, tel or relative), else
 * `undefined`. The protocol is read by the URL parser, which knows every odd spelling.
 */
export function safeUrl(url: string | null | undefined): string | undefined {
  const address = url?.trim();
  return address && links.has(protocolOf(address) ?? '') ? address : undefined;
}

/** The same for a picture's address: http, https, blob, relative, or the data of a bitmap. */
export function safePictureUrl(url: string | null | undefined): string | undefined {
  const address = url?.trim();
  if (!address) return undefined;
  return pictures.has(protocolOf(address) ?? '') || pictureData.test(address) ? address : undefined;
}

/** A `srcset` without the candidates whose address is not safe; `undefined` when none is left. */
export function safeSrcset(srcset: string | null | undefined): string | undefined {
  // As HTML reads it: a comma may stand inside an address, but ends a descriptor and what has none.
  return (
    srcset
      ?.match(/[^\s,](?:\S*[^\s,])?(?:\s[^,]*)?(?=,|$)/g)
      ?.map((one) => one.trim())
      .filter((one) => safePictureUrl(one.split(/\s/)[0]))
      .join(', ') || undefined
  );
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
