/** What is dear to make, made once for each key: formatters cost more than a thousand uses of them. */
export function kept<Key, Value extends object>(
  all: Map<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  let value = all.get(key);
  if (!value) all.set(key, (value = make()));
  return value;
}
