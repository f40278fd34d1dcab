import type { PropertyDeclarations } from 'lit';
import { systemClock } from '../kit/clock.js';
import { ContextConsumer } from '../kit/context.js';
import { writeDate } from '../kit/dates.js';
import { define, prefixOf, type TaggedElement } from '../kit/define.js';
import { fromWriter } from '../kit/html.js';
import { localeOf } from '../kit/language.js';
import { LightElement } from '../kit/light-element.js';
import { whenNear } from '../kit/near.js';
import { ContentObserver } from '../kit/observe.js';
import { timeContext, type TimeContext } from '../kit/time-context.js';
import { warnOnce } from '../kit/warn.js';
import { learnWords, WordsController, type Words } from '../kit/words.js';
import { SheetController } from '../styles/sheet-controller.js';
import type { Behaviour, BlockScript, BlockTools } from './block-script.js';

const DATA = ':scope > script[type="application/json"]';

/**
 * A tag around one block of a story. The HTML in it is complete; what the tag does beyond is loaded
 * when the reader comes near, so that a story pays only for what it has. Given data instead of HTML,
 * it writes the same HTML first.
 */
export abstract class BlockElement extends LightElement {
  static override readonly properties: PropertyDeclarations = {
    loading: {},
    block: { attribute: false },
    words: { attribute: false },
  };

  /** `eager`: what the tag does is loaded at once, and not when the reader comes near. */
  loading?: string | undefined;
  /** The block as data, in the shape of the JSON Schema; the tag then writes its HTML itself. */
  block?: unknown;
  /** Words of the page's own, over those of the language. */
  words?: Partial<Words> | undefined;

  /** Where the late script is; a tag without one only stands there. */
  protected script?(): Promise<BlockScript>;

  readonly #internals = this.attachInternals();
  #late: Promise<BlockScript> | undefined;
  #tools: BlockTools | undefined;
  #behaviour: Behaviour | undefined;
  #unwait: (() => void) | undefined;
  #written: unknown;

  constructor() {
    super();
    new SheetController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwait?.();
    this.#unwait = undefined;
    this.#behaviour?.disconnect?.();
    this.#behaviour = undefined;
  }

  protected override updated(): void {
    const data = this.block ?? this.querySelector<HTMLScriptElement>(DATA)?.text;
    if (data !== undefined && data !== this.#written) void this.#write(data);
    if (this.#behaviour) this.#behaviour.update?.();
    else if (this.script && this.isConnected) this.#wait();
  }

  #wait(): void {
    if (this.#late || this.loading === 'eager') void this.#enhance();
    else this.#unwait ??= whenNear(this, () => void this.#enhance());
  }

  async #enhance(): Promise<void> {
    try {
      const script = await (this.#late ??= this.script?.());
      if (!script || this.#behaviour || !this.isConnected) return;
      this.#behaviour = script.enhance(this as never, (this.#tools ??= this.#toolbox()));
      this.#behaviour.update?.();
      this.#state('ready', true);
    } catch (error) {
      // The HTML is there, and says all that there is to say.
      this.#late = undefined;
      warnOnce(`<${this.localName}> stays as it is: ${String(error)}`);
    }
  }

  async #write(data: unknown): Promise<void> {
    this.#written = data;
    const { blockMarkup } = await import('../content/block-markup.js');
    if (data !== this.#written) return;
    const tools = (this.#tools ??= this.#toolbox());
    const { tag } = this.constructor as unknown as TaggedElement;
    const [made] = fromWriter(
      blockMarkup(tag, data, {
        say: tools.say,
        formatDate: (iso) => tools.formatDate(iso),
        locale: tools.locale(),
        prefix: tools.prefix,
        id: this.id || undefined,
        warn: warnOnce,
      }),
    ).children;
    if (!made) return; // What stands there stays.
    for (const { name, value } of made.attributes) {
      if (name !== 'class' && !this.hasAttribute(name)) this.setAttribute(name, value);
    }
    this.replaceChildren(...made.childNodes);
  }

  /** Everything here is for late scripts: a tag that only stands there needs none of it. */
  #toolbox(): BlockTools {
    const words = new WordsController(this);
    const time = new ContextConsumer<TimeContext>(this, timeContext);
    new ContentObserver(this, { childList: true });
    const clock = () => time.value?.clock ?? systemClock;
    const prefix = prefixOf(this);
    return {
      say: words.say,
      learn: learnWords,
      locale: () => localeOf(words.language),
      formatDate: (iso, format = 'date-time') =>
        writeDate(iso, format, {
          language: words.language,
          timeZone: time.value?.timeZone,
          now: clock().now(),
          justNow: words.say('justNow'),
        }),
      now: () => clock().now(),
      fromWriter,
      define: (Class) => define(Class, prefix),
      create: <T extends HTMLElement>(tag: string) => document.createElement(prefix + tag) as T,
      prefix,
      state: this.#state,
      warn: warnOnce,
      write: (data) => this.#write(data),
    };
  }

  readonly #state = (name: string, on: boolean): void => {
    this.#internals.states?.[on ? 'add' : 'delete'](name); // Safari before 17.4 has no states
  };
}
