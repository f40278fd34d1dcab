import type { Behaviour, BlockTools } from '../block/block-script.js';
import { playerOf, type Player } from '../content/players.js';
import { embedOf } from '../content/providers.js';
import { safeUrl } from '../content/url.js';
import { select } from '../kit/define.js';
import { enMedia } from '../kit/words/en-media.js';
import { EmbedConsentEvent, type EmbedReason } from './embed-consent-event.js';
import { agree, embedConsent, isAllowed, revokeEmbeds, watchConsent } from './embed-consent.js';
import { EmbedGate } from './embed-gate.js';
import { heightIn } from './embed-height.js';

/** What is read of `article-embed`. */
interface Host extends HTMLElement {
  readonly provider?: string | undefined;
  readonly src?: string | undefined;
  readonly allowHost: boolean;
  readonly linkOnly: boolean;
}

const gates = `:scope > ${select(EmbedGate.tag)}`;

/** The address of the page: a link keeps it when there is no script. */
function linkOf(host: Element): HTMLAnchorElement | undefined {
  const links = [...host.querySelectorAll<HTMLAnchorElement>('a[href]')];
  return (
    links.find((one) => one.closest('.embed-link')) ??
    // A network's own code ends with the link to the post; those before it are in its words.
    links.filter((one) => one.closest('blockquote')).at(-1) ??
    links.find((one) => !one.closest('figcaption'))
  );
}

class EmbedView implements Behaviour {
  readonly #host: Host;
  readonly #tools: BlockTools;
  readonly #unwatch: () => void;
  readonly #sizes = new ResizeObserver(() => this.#place());
  #gate: EmbedGate | undefined;
  #player: Player | undefined;
  #page = '';
  #loadedFor: EmbedReason | undefined;

  constructor(host: Host, tools: BlockTools) {
    this.#host = host;
    this.#tools = tools;
    tools.learn(enMedia);
    tools.define(EmbedGate);
    this.#gate = host.querySelector<EmbedGate>(gates) ?? undefined;
    // Put back into the page, it is asked anew: what the reader agreed to may have changed.
    this.#gate?.clear();
    this.#unwatch = watchConsent((revoked) => this.#changed(revoked));
    window.addEventListener('message', this.#told);
    this.#sizes.observe(host);
  }

  update(): void {
    this.#write();
    const { player, page } = this.#target();
    const isNew = player?.url !== this.#player?.url;
    if (isNew) {
      this.#unload();
      this.#player = player;
    }
    this.#page = page;
    if (!player) {
      this.#gate?.remove();
      this.#gate = undefined;
      return;
    }
    this.#offer(player);
    if (isNew) this.#ask(embedConsent().includes(player.id) ? 'remembered' : 'near');
  }

  disconnect(): void {
    this.#unwatch();
    window.removeEventListener('message', this.#told);
    this.#sizes.disconnect();
    this.#unload();
  }

  /** A tag that is left empty says the least there is to say: where to find it. */
  #write(): void {
    const { src } = this.#host;
    const target = src && embedOf(src);
    if (!target || this.#host.textContent.trim() || this.#host.querySelector('a, img, figure'))
      return;
    const [figure, line, link] = (['figure', 'p', 'a'] as const).map((name) =>
      document.createElement(name),
    ) as [HTMLElement, HTMLElement, HTMLAnchorElement];
    line.className = 'embed-link';
    link.href = target.url;
    link.rel = 'noopener';
    link.textContent = this.#tools.say('openOn', { provider: this.#nameOf(target.url) });
    line.append(link);
    figure.append(line);
    this.#host.prepend(figure);
  }

  #nameOf(url: string): string {
    return this.#playerFor(url)?.name ?? new URL(url).hostname;
  }

  #playerFor(url: string): Player | undefined {
    const { provider, allowHost } = this.#host;
    const allows = (one: URL) =>
      (allowHost || isAllowed(one)) &&
      // What the page itself came by is no less safe than it.
      (one.protocol === 'https:' || location.protocol === 'http:');
    return playerOf(url, { provider, allows });
  }

  #target(): { readonly player: Player | undefined; readonly page: string } {
    const { src, provider, linkOnly } = this.#host;
    const written = safeUrl(src) ?? safeUrl(linkOf(this.#host)?.getAttribute('href'));
    if (!written || linkOnly || !URL.canParse(written, document.baseURI))
      return { player: undefined, page: '' };
    const { href } = new URL(written, document.baseURI);
    const page = embedOf(href, provider === 'mastodon' ? provider : undefined)?.url ?? href;
    return { player: this.#playerFor(href) ?? this.#playerFor(page), page };
  }

  #offer(player: Player): void {
    this.#keepRoom(player);
    const { prefix, create } = this.#tools;
    if (!this.#gate) {
      this.#gate = create<EmbedGate>(EmbedGate.tag);
      if (prefix) this.#gate.className = EmbedGate.tag;
    }
    if (this.#gate.parentNode !== this.#host) this.#host.append(this.#gate);
    this.#gate.actions = {
      load: (always) => this.#pressed(always),
      stop: () => this.#stopped(),
    };
    this.#gate.say(this.#words(player), this.#page);
    this.#place();
  }

  /** A host that a script allowed: the stylesheet could not know of it, and has kept no room. */
  #keepRoom({ kind, host }: Player): void {
    const { provider, allowHost } = this.#host;
    if (kind !== 'frame' || allowHost || !provider?.includes('.')) return;
    if (this.#host.getBoundingClientRect().top < window.innerHeight)
      this.#tools.warn(
        `<article-embed provider="${host}"> needs the attribute allow-host, by which its room is kept.`,
      );
    this.#host.toggleAttribute('allow-host', true);
  }

  #words(player: Player) {
    const { say } = this.#tools;
    const { name: provider, host, kind } = player;
    const title = linkOf(this.#host)?.closest('.embed-link')?.textContent.trim();
    return {
      load: say('loadFrom', { provider }),
      note: say('loadNote', { host }),
      always: say('loadAlways', { provider }),
      skip: kind === 'film' ? say('skipVideo') : say('skipEmbed', { provider }),
      open: say('openOn', { provider }),
      stop: say('loadNoMore', { provider }),
      title:
        title && title !== say('openOn', { provider })
          ? say('frameTitled', { title, provider })
          : say('frameTitle', { provider }),
    };
  }

  /** Lays the gate over all but the caption at the end. */
  #place(): void {
    const caption = this.#host.querySelector(':scope > figure > figcaption:last-child');
    if (!this.#gate) return;
    if (caption) this.#sizes.observe(caption);
    const end = caption
      ? this.#host.getBoundingClientRect().bottom - caption.getBoundingClientRect().top
      : 0;
    this.#gate.style.setProperty('--end', `${Math.max(0, end)}px`);
  }

  #pressed(always: boolean): void {
    const { id } = this.#player ?? {};
    this.#ask('press', () => {
      if (always && id) agree(id);
    });
  }

  #stopped(): void {
    const { id } = this.#player ?? {};
    this.#unload();
    if (id) revokeEmbeds(id);
    this.#gate?.focus();
  }

  #changed(revoked?: string | true): void {
    const player = this.#player;
    const isAgreed = player !== undefined && embedConsent().includes(player.id);
    const isTaken =
      revoked === true ||
      (revoked !== undefined && revoked === player?.id) ||
      (this.#loadedFor === 'remembered' && !isAgreed);
    if (this.#loadedFor && isTaken) this.#unload();
    else if (!player)
      this.update(); // its host may be allowed now
    else if (!this.#loadedFor && isAgreed) this.#ask('remembered');
  }

  /** Nothing loads but through here. */
  #ask(reason: EmbedReason, done?: () => void): void {
    const player = this.#player;
    if (!player) return;
    const load = () => {
      if (this.#player !== player || this.#loadedFor || !this.#host.isConnected) return;
      this.#load(player, reason);
      done?.();
    };
    const { id: provider, url } = player;
    const event = new EmbedConsentEvent({ provider, url, element: this.#host, reason, load });
    if (this.#host.dispatchEvent(event) && reason !== 'near') load();
  }

  #load(player: Player, reason: EmbedReason): void {
    this.#loadedFor = reason;
    this.#gate?.show(player);
    this.#tools.state('loaded', true);
    if (reason === 'press') this.#gate?.focus();
    if (player.kind === 'post' && player.id.includes('.'))
      this.#greet(this.#gate?.frame, new URL(player.url).origin);
  }

  /** A post on a server of Mastodon says how high it is when it is asked. */
  #greet(frame: HTMLIFrameElement | undefined, origin: string): void {
    frame?.addEventListener('load', () =>
      frame.contentWindow?.postMessage({ type: 'setHeight', id: 1 }, origin),
    );
  }

  #unload(): void {
    this.#loadedFor = undefined;
    this.#tools.state('loaded', false);
    this.#gate?.clear();
    this.#host.style.removeProperty('--article-_grown');
  }

  /** Only the very frame is listened to, as the site that was agreed to, in its own way of speaking. */
  readonly #told = ({ source, origin, data }: MessageEvent): void => {
    const frame = this.#gate?.frame;
    const player = this.#player;
    if (!frame || !player || !source || source !== frame.contentWindow) return;
    if (origin !== new URL(player.url).origin) return;
    const height = heightIn(data, player);
    if (height !== undefined) this.#grow(height);
  };

  /**
   * A post that is higher than its room scrolls in it, or the page would jump under the reader. It only
   * grows where all that would move is still below the window.
   */
  #grow(height: number): void {
    const { bottom } = this.#host.getBoundingClientRect();
    if (bottom < window.innerHeight || height <= (this.#gate?.playerHeight ?? 0)) return;
    this.#host.style.setProperty('--article-_grown', `${height}px`);
    this.#place();
  }
}

export const enhance = (host: Host, tools: BlockTools): Behaviour => new EmbedView(host, tools);
