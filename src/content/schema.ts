/** What was wrong with data from elsewhere, where, and what was done about it. */
export interface Problem {
  /** Where, as in `body[3].children`. */
  readonly path: string;
  readonly message: string;
}

/** Most levels that anything nested may have; what lies deeper is read as its text. */
export const MAX_DEPTH = 64;
/** Most nodes that one story may have. */
export const MAX_NODES = 20_000;

/** One reading of data from elsewhere: where it stands, and what it found wrong. */
export class Reading {
  readonly problems: Problem[] = [];
  #path = '';
  #depth = 0;
  #nodes = 0;

  /** Reads something inside, under its own name in the path. */
  inside<T>(step: string | number, read: () => T): T {
    const path = this.#path;
    this.#path += typeof step === 'number' ? `[${step}]` : path ? `.${step}` : step;
    this.#depth++;
    try {
      return read();
    } finally {
      this.#path = path;
      this.#depth--;
    }
  }

  problem(message: string): void {
    // A broken feed of thousands of items need not be told item by item.
    if (this.problems.length < 100) this.problems.push({ path: this.#path, message });
  }

  get tooDeep(): boolean {
    return this.#depth > 2 * MAX_DEPTH; // an object and the list in it are a level each
  }

  /** Counts a node; false once there are too many. */
  count(): boolean {
    if (this.#nodes === MAX_NODES)
      this.problem(`more than ${MAX_NODES} nodes; the rest is left out`);
    return this.#nodes++ < MAX_NODES;
  }
}

export type JsonSchema = Record<string, unknown>;

/** A shape: how a value of it is read from data that nobody vouches for, and its JSON Schema. */
export interface Schema<T> {
  /** A new value of the shape, made of known keys only; `undefined` for what is none. Never throws. */
  read(value: unknown, reading: Reading): T | undefined;
  /** Its JSON Schema; shapes with a name are put into `defs`. */
  json(defs: JsonSchema): JsonSchema;
  /** What stands where nothing is written. Without it, a field must be there. */
  readonly absent?: () => T;
}

type Shape<T> = Pick<Schema<T>, 'read' | 'json'>;

/** Text without what no reader can see and no parser can carry: null bytes and halves of characters. */
export const clean = (text: string): string =>
  text.replace(
    /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    (sign) => (sign === '\0' ? '' : '\uFFFD'),
  );

export const text: Schema<string> = {
  read(value, reading) {
    if (typeof value === 'string') return clean(value);
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    reading.problem('is no text');
    return undefined;
  },
  json: () => ({ type: 'string' }),
};

/** A text that must say something. */
export const words: Schema<string> = {
  read: (value, reading) => text.read(value, reading)?.trim() || undefined,
  json: () => ({ type: 'string', minLength: 1 }),
};

export const number: Schema<number> = {
  read(value, reading) {
    const read = typeof value === 'string' && value.trim() ? Number(value) : value;
    if (typeof read === 'number' && Number.isFinite(read)) return read;
    reading.problem('is no number');
    return undefined;
  },
  json: () => ({ type: 'number' }),
};

export const flag: Schema<boolean> = {
  read(value, reading) {
    if (typeof value === 'boolean') return value;
    reading.problem('is neither true nor false');
    return undefined;
  },
  json: () => ({ type: 'boolean' }),
};

/** An address that passes `test`, as it is written. */
export const address = (test: (url: string) => string | undefined): Schema<string> => ({
  read(value, reading) {
    const safe = typeof value === 'string' ? test(clean(value)) : undefined;
    if (!safe) reading.problem('is no address that a page may use');
    return safe;
  },
  json: () => ({ type: 'string', format: 'uri-reference' }),
});

export const oneOf = <T extends string | number>(values: readonly T[]): Schema<T> => ({
  read(value, reading) {
    const found = values.find((one) => one === value);
    if (found === undefined) reading.problem(`is none of ${values.join(', ')}`);
    return found;
  },
  json: () => (values.length === 1 ? { const: values[0] } : { enum: values }),
});

/** A list; what is none of its items is left out, and a single item counts as a list of one. */
export const listOf = <T>(item: () => Shape<T>): Schema<readonly T[]> => ({
  read(value, reading) {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    const items: T[] = [];
    list.every((one, index) => {
      if (!reading.count()) return false;
      const read = reading.inside(index, () => item().read(one, reading));
      if (read !== undefined) items.push(read);
      return true;
    });
    return items;
  },
  json: (defs) => ({ type: 'array', items: item().json(defs) }),
  absent: () => [],
});

/** A field that may be missing. */
export const optional = <T>(schema: Schema<T>): Schema<T | undefined> => ({
  ...schema,
  absent: () => undefined,
});

/** One shape for each key of `T`: the compiler holds the types and the shapes together. */
export type Fields<T> = { readonly [Key in keyof T]-?: Schema<T[Key]> };

/** An object of known keys. With a name it is written once in the JSON Schema and referred to. */
export function object<T extends object>(name: string, fields: Fields<T>): Schema<T> {
  const entries = Object.entries<Schema<unknown>>(fields);
  return {
    read(value, reading) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        reading.problem(`is no ${name}`);
        return undefined;
      }
      const result: Record<string, unknown> = {};
      for (const [key, schema] of entries) {
        const given: unknown = Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined;
        const read =
          given === undefined || given === null
            ? undefined
            : reading.inside(key, () => schema.read(given, reading));
        const settled = read ?? schema.absent?.();
        if (settled !== undefined) result[key] = settled;
        else if (!schema.absent) {
          reading.inside(key, () => reading.problem(`is missing, so this is no ${name}`));
          return undefined;
        }
      }
      return result as T;
    },
    json(defs) {
      if (!defs[name]) {
        const properties: Record<string, unknown> = {};
        defs[name] = {
          type: 'object',
          properties,
          required: entries.filter(([, schema]) => !schema.absent).map(([key]) => key),
        };
        for (const [key, schema] of entries) properties[key] = schema.json(defs);
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}

/** Objects told apart by their `type`; what has another one goes to `other`. */
export function union<T extends { readonly type: string }>(
  name: string,
  shapes: { readonly [Type in T['type']]: Shape<Extract<T, { readonly type: Type }>> },
  other: (value: unknown, reading: Reading) => T | undefined,
): Schema<T> {
  return {
    read(value, reading) {
      const type =
        typeof value === 'object' && value !== null && Object.hasOwn(value, 'type')
          ? (value as { readonly type: unknown }).type
          : undefined;
      const shape =
        typeof type === 'string' && Object.hasOwn(shapes, type)
          ? (shapes[type as T['type']] as Shape<T>)
          : undefined;
      return (reading.tooDeep ? undefined : shape?.read(value, reading)) ?? other(value, reading);
    },
    json(defs) {
      if (!defs[name]) {
        const anyOf: JsonSchema[] = [];
        defs[name] = { anyOf };
        for (const shape of Object.values<Shape<unknown>>(shapes)) anyOf.push(shape.json(defs));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}
