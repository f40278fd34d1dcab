import type { BlockTools } from '../block/block-script.js';
import { icon } from '../kit/shadow-parts.js';
import type { WordKey } from '../kit/words.js';
import { choices, choose, measures, sizes, themes, type ChoiceName } from './choices.js';
import { icons } from './tool-icons.js';
import { ArticleChoiceEvent } from './tools-events.js';

const WORDS = {
  measure: { narrow: 'measureNarrow', '': 'measureOwn', wide: 'measureWide' },
  theme: { '': 'themeOwn', light: 'themeLight', dark: 'themeDark' },
} as const satisfies Record<string, Record<string, WordKey>>;

/** The panel in which a reader chooses how stories look: text size, length of lines, colours. */
export function lookPanel(
  host: HTMLElement,
  wanted: readonly string[],
  tools: BlockTools,
): { readonly content: HTMLElement; update(): void } {
  const { say } = tools;
  const content = document.createElement('div');
  const updates: (() => void)[] = [];
  const set = (name: ChoiceName, value: string) => {
    choose(name, value);
    host.dispatchEvent(new ArticleChoiceEvent(name, value || undefined));
  };

  if (wanted.includes('size')) {
    const { group, row } = fieldset(say('textSize'));
    const less = press(icon(icons.smaller), say('textSmaller'), () => step(-1));
    const more = press(icon(icons.larger), say('textLarger'), () => step(1));
    const shown = document.createElement('output');
    const step = (by: number) => {
      const to = choices().size + by;
      if (sizes.has(to)) set('size', to ? String(to) : '');
    };
    row.append(less, shown, more);
    content.append(group);
    updates.push(() => {
      const { size } = choices();
      const percent = new Intl.NumberFormat(tools.locale(), { style: 'percent' });
      const text = percent.format(sizes.get(size) ?? 1);
      if (shown.textContent !== text) shown.textContent = text;
      less.setAttribute('aria-disabled', String(!sizes.has(size - 1)));
      more.setAttribute('aria-disabled', String(!sizes.has(size + 1)));
    });
  }

  const radios = <Name extends 'measure' | 'theme'>(name: Name, values: readonly string[]) => {
    if (!wanted.includes(name)) return;
    const { group, row } = fieldset(say(name));
    const inputs = values.map((value) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      const words = document.createElement('span');
      Object.assign(input, { type: 'radio', name, value });
      words.textContent = say((WORDS[name] as Record<string, WordKey>)[value]!);
      input.addEventListener('change', () => set(name, value));
      label.append(input, words);
      row.append(label);
      return input;
    });
    content.append(group);
    updates.push(() => {
      for (const input of inputs) input.checked = input.value === choices()[name];
    });
  };
  radios('measure', measures);
  radios('theme', themes);

  const names = wanted as readonly ChoiceName[];
  const reset = press(say('textReset'), undefined, () => {
    for (const name of names) if (choices()[name]) set(name, '');
  });
  reset.className = 'reset';
  content.append(reset);
  updates.push(() => {
    const now = choices();
    reset.setAttribute('aria-disabled', String(!names.some((name) => now[name])));
  });

  const update = () => updates.forEach((run) => run());
  update();
  return { content, update };
}

function fieldset(name: string): { group: HTMLElement; row: HTMLElement } {
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  const row = document.createElement('div');
  row.className = 'choices';
  legend.textContent = name;
  group.append(legend, row);
  return { group, row };
}

function press(shown: Node | string, name: string | undefined, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(shown);
  if (name) {
    button.setAttribute('aria-label', name);
    button.title = name;
  }
  button.addEventListener('click', run);
  return button;
}
