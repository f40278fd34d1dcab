import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { ArticleShareEvent } from '../../src/index.js';
import { prague } from '../prague.js';
import { soon } from '../soon.js';
import { describe, page, pragueText } from '../templates.js';

interface Args {
  tools?: string;
  for?: string;
  recording?: string;
}

const story = (
  tools: unknown,
  { headline = prague.headline, to = 3 }: { readonly headline?: string; readonly to?: number } = {},
) =>
  html`<h1>${headline}</h1>
    ${tools} ${pragueText(0, to)}`;

const tag = (args: Args = {}, inner: unknown = nothing): TemplateResult =>
  html`<article-tools
    loading="eager"
    tools=${args.tools ?? nothing}
    for=${args.for ?? nothing}
    recording=${args.recording ?? nothing}
    >${inner}</article-tools
  >`;

const article = (args: Args = {}, inner: unknown = nothing): TemplateResult =>
  html`<news-article lang="en">${story(tag(args, inner))}</news-article>`;

/** What a selector finds in a bar. */
const findIn = (canvas: HTMLElement, selector: string) =>
  soon(() => {
    const bar = canvas.querySelector('article-toolbar')?.shadowRoot;
    return bar?.querySelector<HTMLElement>(selector);
  });
const find = (canvas: HTMLElement, name: string) => findIn(canvas, `button[value=${name}]`);

/** Opens the panel of a button. */
const opened =
  (name: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const button = await find(canvasElement, name);
    button.click();
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'));
  };

/** Stands in for something of the window while a story is shown. */
function instead(object: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, value });
  return () => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
}
/** As on a desk: with a menu of our own, and not the device's sheet. */
function withoutSheet(): () => void {
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'share');
  if (!own) return () => {};
  Reflect.deleteProperty(Navigator.prototype, 'share');
  return () => void Object.defineProperty(Navigator.prototype, 'share', own);
}

/** Two seconds of a quiet tone, so that a recording needs no file. */
function tone(): string {
  const [rate, seconds] = [8000, 2];
  const view = new DataView(new ArrayBuffer(44 + rate * seconds));
  const text = (at: number, words: string) =>
    [...words].forEach((sign, index) => view.setUint8(at + index, sign.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + rate * seconds, true);
  text(8, 'WAVEfmt ');
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, rate * seconds],
  ] as const)
    view.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, value, true);
  text(36, 'data');
  for (let at = 0; at < rate * seconds; at++) {
    view.setUint8(44 + at, 128 + Math.round(8 * Math.sin((at / rate) * 440 * Math.PI * 2)));
  }
  return URL.createObjectURL(new Blob([view], { type: 'audio/wav' }));
}

const meta: Meta<Args> = {
  title: 'Tools/article-tools',
  component: 'article-tools',
  decorators: [page],
  argTypes: {
    tools: { control: 'text' },
    for: { control: 'text' },
    recording: { control: 'text' },
  },
  render: (args) => article(args),
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {
  parameters: describe(
    'Everything that a reader can do. What is chosen under “Text” is kept in this browser, and holds for all stories here too; “Reset” takes it back.',
  ),
};

export const ShareMenu: Story = {
  render: () =>
    article({ tools: 'share' }, html`<a href="https://social.example/share">Post on Social</a>`),
  beforeEach: withoutSheet,
  play: opened('share'),
  parameters: describe(
    'Where the device has no sheet for sharing: a menu. Links that the author wrote in the tag, for when there is no script, stand in it too.',
  ),
};

export const CopyingNotAllowed: Story = {
  render: () => article({ tools: 'share' }),
  beforeEach: () => {
    const back = withoutSheet();
    const refuse = { writeText: () => Promise.reject(new Error('No.')) };
    const restore = instead(navigator, 'clipboard', refuse);
    return () => (restore(), back());
  },
  play: async (context) => {
    await opened('share')(context);
    const bar = context.canvasElement.querySelector('article-toolbar')!.shadowRoot!;
    (await findIn(context.canvasElement, 'li button')).click();
    await waitFor(() => expect(bar.querySelector('textarea')?.value).toContain('http'));
  },
  parameters: describe('The clipboard is refused: the text stands in a field, selected.'),
};

export const SharedByThePage: Story = {
  render: () => article({ tools: 'share' }),
  play: async ({ canvasElement }) => {
    const methods: string[] = [];
    canvasElement.addEventListener('article-share', (event: Event) => {
      event.preventDefault();
      methods.push((event as ArticleShareEvent).method);
    });
    const restore = instead(navigator, 'share', () => Promise.reject(new Error('Never asked.')));
    (await find(canvasElement, 'share')).click();
    await expect(methods).toEqual(['share']);
    restore();
  },
  parameters: describe('`article-share` is cancelled: the page shares in a way of its own.'),
};

export const Text: Story = {
  render: () => article({ tools: 'size measure theme' }),
  play: opened('text'),
  parameters: describe('Text size, length of lines and colours, in one panel over the text.'),
};

export const SizeOnly: Story = {
  render: () => article({ tools: 'size' }),
  play: opened('text'),
  parameters: describe('`tools="size"`.'),
};

export const ColoursOnly: Story = {
  render: () => article({ tools: 'theme' }),
  play: opened('theme'),
  parameters: describe('`tools="theme"`.'),
};

export const Save: Story = {
  render: () => article({ tools: 'save' }),
  play: async ({ canvasElement }) => {
    localStorage.removeItem('broadsheet-saved-1');
    const button = await find(canvasElement, 'save');
    button.click();
    await waitFor(() => expect(button).toHaveAttribute('aria-pressed', 'true'));
  },
  parameters: describe(
    'Kept in this browser: address, headline, time. `savedArticles()` gives a page the list, `article-save` tells of changes.',
  ),
};

export const Listen: Story = {
  render: () => article({ tools: 'listen' }),
  parameters: describe(
    'A voice of this device reads the story; sentence and word are marked as they are spoken. Captions, notes, code and comments are skipped.',
  ),
};

export const NoVoices: Story = {
  render: () => article({ tools: 'listen' }),
  beforeEach: () => instead(window, 'speechSynthesis', undefined),
  play: async ({ canvasElement }) => {
    (await find(canvasElement, 'listen')).click();
    const bar = canvasElement.querySelector('article-toolbar')!.shadowRoot!;
    await waitFor(() => expect(bar.querySelector('[role=status]')).toHaveTextContent('no voice'));
  },
  parameters: describe('A device without a voice for the language says so.'),
};

export const VoiceElsewhere: Story = {
  render: () => article({ tools: 'listen' }),
  beforeEach: () => {
    const voice = { lang: 'en-GB', localService: false, name: 'Elsewhere', default: true };
    const speech = {
      getVoices: () => [voice],
      speak: () => {},
      cancel: () => {},
      resume: () => {},
    };
    return instead(window, 'speechSynthesis', speech);
  },
  play: async ({ canvasElement }) => {
    (await find(canvasElement, 'listen')).click();
    await waitFor(() => expect(canvasElement.querySelector('article-player')).toBeTruthy());
  },
  parameters: describe('The only voice would send the words away: the reader is asked first.'),
};

export const Recording: Story = {
  render: () => article({ tools: 'listen', recording: tone() }),
  parameters: describe(
    '`recording` plays what the publisher has recorded, with the browser’s own controls.',
  ),
};

export const UnsafeRecording: Story = {
  tags: ['warns'],
  render: () => article({ tools: 'listen', recording: 'javascript:alert(1)' }),
  play: async ({ canvasElement }) => {
    (await find(canvasElement, 'listen')).click();
    await waitFor(() => {
      const bar = canvasElement.querySelector('article-toolbar')!.shadowRoot!;
      const isAnswered =
        canvasElement.querySelector('article-player') ??
        bar.querySelector('[role=status]')!.textContent;
      return expect(isAnswered).toBeTruthy();
    });
    await expect(canvasElement.querySelector('article-player audio')).toBeNull();
  },
  parameters: describe('`javascript:` is no recording. A voice reads; the console says why.'),
};

export const UnknownTool: Story = {
  tags: ['warns'],
  render: () => article({ tools: 'share tweet' }),
  parameters: describe('A tool that nobody knows is left out; the console says which.'),
};

export const AllChoices: Story = {
  render: () =>
    html`<div data-article-size="3" data-article-measure="wide" data-article-theme="dark">
      ${article()}
    </div>`,
  parameters: describe(
    'Half as large again, long lines, dark: what stands on `<html>` when a reader has chosen so. Here it stands on a box around the article.',
  ),
};

export const Largest: Story = {
  render: () => html`<div data-article-size="5" data-article-measure="narrow">${article()}</div>`,
  parameters: describe('Twice the size in short lines.'),
};

export const FixedColours: Story = {
  render: () => html`<news-article lang="en" theme="dark">${story(tag())}</news-article>`,
  parameters: describe('An author who fixed the colours with `theme` leaves none to choose.'),
};

export const Narrow: Story = {
  render: () => html`<div style="inline-size: 320px">${article()}</div>`,
  parameters: describe('320 pixels: icons with names and tooltips, still one row.'),
};

export const VeryNarrow: Story = {
  render: () => html`<div style="inline-size: 200px">${article()}</div>`,
  parameters: describe('Narrower than any screen: the buttons wrap.'),
};

export const RightToLeft: Story = {
  render: () =>
    html`<news-article lang="ar" dir="rtl"
      >${story(html`<article-tools loading="eager" .words=${arabic}></article-tools>`)}</news-article
    >`,
  play: opened('text'),
  parameters: describe('Mirrored, arrow keys too; with words of the page’s own.'),
};
const arabic = {
  tools: 'أدوات المقال',
  toolShare: 'مشاركة',
  toolListen: 'استماع',
  toolText: 'النص',
  toolSave: 'حفظ',
  toolPrint: 'طباعة',
  textSize: 'حجم النص',
  measure: 'طول السطر',
  theme: 'الألوان',
};

export const LongWords: Story = {
  render: () =>
    html`<news-article lang="de"
      >${story(html`<article-tools loading="eager" .words=${long}></article-tools>`)}</news-article
    >`,
  parameters: describe('Words that nobody planned for are cut; their tooltips are not.'),
};
const long = {
  toolShare: 'Weiterempfehlungsmöglichkeiten',
  toolListen: 'Vorlesefunktionsaktivierung',
  toolText: 'Schriftbildeinstellungen',
  toolSave: 'Spätermerkzettelvermerk',
  toolPrint: 'Druckausgabeveranlassung',
};

export const Dark: Story = {
  render: () =>
    html`<div data-article-theme="dark" style="margin-block: -2rem -4rem">${article()}</div>`,
  play: opened('text'),
  parameters: describe('The panel takes the ground of the article.'),
};

export const Outside: Story = {
  render: () => html`
    ${tag({ for: 'outside' })}
    <news-article lang="en" id="outside">${story(nothing)}</news-article>
  `,
  parameters: describe('`for` names the article; its id is in the link that is shared.'),
};

export const TwoArticles: Story = {
  render: () => html`
    <news-article lang="en" id="one">${story(tag(), { headline: 'One', to: 1 })}</news-article>
    <hr style="margin-block: 2rem" />
    <news-article lang="en" id="other">${story(tag(), { headline: 'Another', to: 1 })}</news-article>
  `,
  play: async ({ canvasElement }) => {
    const text = [...canvasElement.querySelectorAll('news-article > p')];
    const sizes = () => new Set(text.map((one) => getComputedStyle(one).fontSize));
    const before = sizes();
    // Whichever bar comes first, it is this one that is used.
    const one = canvasElement.querySelector<HTMLElement>('#one')!;
    await opened('text')({ canvasElement: one });
    (await findIn(one, 'button[aria-label="Larger text"]')).click();
    await waitFor(() => expect(sizes()).not.toEqual(before));
    await expect(sizes().size).toBe(1);
    (await findIn(one, 'button[aria-label="Smaller text"]')).click();
    await waitFor(() => expect(sizes()).toEqual(before));
  },
  parameters: describe('A choice in one article holds for the other, and for every open tab.'),
};

export const ScriptOff: Story = {
  render: () => html`
    <news-article lang="en">
      ${story(
        html`<div class="article-tools">
          <a href="mailto:?subject=Prague">Send by e-mail</a>
          <a href="https://social.example/share">Post on Social</a>
        </div>`,
      )}
    </news-article>
    <hr style="margin-block: 2rem" />
    ${article(
      {},
      html`<a href="mailto:?subject=Prague">Send by e-mail</a>
        <a href="https://social.example/share">Post on Social</a>`,
    )}
  `,
  parameters: describe(
    'Above, without the script: the links that the author wrote. Below, with it: the bar lies over them, as high as they are. Without links and without the script the tag takes no room.',
  ),
};

export const NearTheEnd: Story = {
  render: () =>
    html`<news-article lang="en"
      ><h1>${prague.headline}</h1>
      ${pragueText(0, 1)} ${tag()}</news-article
    >`,
  play: opened('text'),
  parameters: describe('At the end of a story the panel makes the page longer, never cut off.'),
};
