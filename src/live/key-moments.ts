/**
 * The list of links to the moments that count: the one that is written in the blog, to which only what is
 * missing is added, or one of our own, folded into a line in room that the stylesheet keeps.
 */
export function listKeyMoments(
  host: HTMLElement,
  updates: readonly HTMLElement[],
  { title, after }: { readonly title: string; readonly after: Element | null },
): void {
  const found = host.querySelector(':scope > .key-events');
  const keys = updates.filter((one) => one.id && one.hasAttribute('key') && headline(one));
  const linked = new Set(
    [...(found?.querySelectorAll('a[href^="#"]') ?? [])].map((one) => addressed(one)),
  );
  const missing = keys.filter(({ id }) => !linked.has(id));
  if (!missing.length) return;
  const list = found?.querySelector('ul, ol') ?? made(host, title, after);
  for (const one of missing) list.insertBefore(item(one), nextOf(one, keys, list));
}

/** The item of the next update that is in the list, so that it has the order of the page. */
function nextOf(one: HTMLElement, keys: readonly HTMLElement[], list: Element): Element | null {
  const items = [...list.children];
  for (const { id } of keys.slice(keys.indexOf(one) + 1)) {
    const next = items.find((item) => {
      const link = item.querySelector('a[href^="#"]');
      return link && addressed(link) === id;
    });
    if (next) return next;
  }
  return null;
}

function item(update: HTMLElement): HTMLLIElement {
  const { ownerDocument } = update;
  const link = ownerDocument.createElement('a');
  link.href = `#${encodeURIComponent(update.id)}`;
  link.textContent = headline(update);
  const made = ownerDocument.createElement('li');
  made.append(link);
  return made;
}

function made(host: HTMLElement, title: string, after: Element | null): Element {
  const details = host.ownerDocument.createElement('details');
  const summary = host.ownerDocument.createElement('summary');
  const list = host.ownerDocument.createElement('ul');
  details.className = 'key-events';
  summary.textContent = title;
  details.append(summary, list);
  if (after) after.after(details);
  else host.prepend(details);
  return list;
}

const headline = (update: Element): string =>
  update.querySelector(':is(h1, h2, h3, h4, h5, h6)')?.textContent?.replace(/\s+/g, ' ').trim() ??
  '';

/** The id that a link within the page leads to. */
export function addressed(link: Pick<Element, 'getAttribute'>): string {
  const id = link.getAttribute('href')?.slice(1) ?? '';
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
