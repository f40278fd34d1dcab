// Medians, and how sure they are. Ratios are taken within a round, where the machine was the same for both.

export const sorted = (values) => [...values].sort((one, other) => one - other);

export function median(values) {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

/** The same draws on every machine, so that a table can be checked. */
function draws(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The 95 % interval of a median, by drawing from what was measured, again and again. */
export function interval(values, times = 2000) {
  const random = draws(values.length);
  const medians = sorted(
    Array.from({ length: times }, () =>
      median(Array.from(values, () => values[Math.floor(random() * values.length)])),
    ),
  );
  return [medians[Math.floor(times * 0.025)], medians[Math.floor(times * 0.975)]];
}

/** Median, least and most. */
export const summary = (values) => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** How a contender stands to the limit, from measurements of the same rounds. */
export function ratio(ours, limit) {
  // Where one took part in fewer rounds, only those count.
  const both = ours.slice(0, limit.length);
  const ratios = both.map((value, round) => value / limit[round]);
  const [low, high] = interval(ratios);
  return { ratio: median(ratios), low, high, rounds: ratios.length };
}

/** Any order is as likely as any other. */
export function shuffled(list) {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index--) {
    const other = Math.floor(Math.random() * (index + 1));
    [copy[index], copy[other]] = [copy[other], copy[index]];
  }
  return copy;
}
