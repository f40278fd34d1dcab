import { clean } from '../content/schema.js';
import { at, listAt, own, textAt } from './article-source.js';

/** JSON-LD with its references: what stands at one place may be described at another. */
export interface Graph {
  readonly nodes: readonly unknown[];
  /** What a reference leads to; anything else is itself. */
  readonly resolve: (value: unknown) => unknown;
}

/** Most nodes that are looked at in search of a story. */
const MAX = 2000;

export function graphOf(data: unknown): Graph {
  const nodes: unknown[] = [];
  const byId = new Map<string, unknown>();
  const add = (value: unknown, depth: number): void => {
    if (nodes.length >= MAX || depth > 4 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((one) => add(one, depth + 1));
      return;
    }
    nodes.push(value);
    const id = textAt(value, '@id');
    if (id && (!byId.has(id) || isReference(byId.get(id)))) byId.set(id, value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher', 'image'])
      add(own(value, key), depth + 1);
  };
  add(data, 0);
  return {
    nodes,
    resolve: (value) => {
      const id = isReference(value) ? textAt(value, '@id') : undefined;
      return (id !== undefined && byId.get(id)) || value;
    },
  };
}

const isReference = (value: unknown): boolean =>
  textAt(value, '@id') !== undefined &&
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => key === '@id' || key === '@type');

/** The types of a node, without the vocabulary's address. */
export const typesOf = (node: unknown): string[] =>
  [own(node, '@type')]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''));

/** The values of a property: one may stand where several may. */
export function valuesAt(node: unknown, key: string, { resolve }: Graph): readonly unknown[] {
  const value = own(node, key);
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? listAt(node, key) : [value]).map((one) =>
    typeof one === 'string' ? clean(one).trim() : resolve(one),
  );
}

/** A text, also where it is a value with its language, or one of a list. */
export function wordsAt(node: unknown, key: string): string | undefined {
  const value = own(node, key);
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const text =
    textAt({ one }, 'one') ?? textAt(at(one, '@value') === undefined ? {} : one, '@value');
  return text;
}
