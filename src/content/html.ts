/** HTML that the writer made: whatever was put into it is escaped, or was made the same way. */
export class Html {
  constructor(private readonly markup: string) {}
  toString(): string {
    return this.markup;
  }
}

/** What a template takes: text is escaped; nothing is written for absent values. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text, for an element's content and for a quoted attribute alike. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (Array.isArray(part)) return part.map(write).join('');
  return escape(String(part));
}

/** The writer's template: the literal parts are ours, everything put into them is escaped. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = literals[0] ?? '';
  parts.forEach((part, index) => (markup += write(part) + (literals[index + 1] ?? '')));
  return new Html(markup);
}

/** Attributes from values: absent ones are left out, `true` writes the bare name. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Html {
  let markup = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue;
    markup += value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
  }
  return new Html(markup);
}
