/**
 * What is dear to make, made once for each key: a formatter of `Intl` costs more than a thousand uses of
 * it. Where keys come without end, all is forgotten once there are so many: what is asked for comes back.
 */
export function kept<Key, Value extends object | string>(
  all: Map<Key, Value>,
  key: Key,
  make: () => Value,
  most = Infinity,
): Value {
  let value = all.get(key);
  if (value === undefined) {
    if (all.size >= most) all.clear();
    all.set(key, (value = make()));
  }
  return value;
}
