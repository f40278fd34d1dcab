import { shuffled } from './stats.mjs';

/**
 * Loads every contender once a round, in any order. A first round that is not counted warms the browser up.
 * @param most how many rounds some take part in, where that is less than all
 */
export async function race(names, once, rounds, { isWarm = false, most = {} } = {}) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = isWarm ? 1 : 0; round <= rounds; round++) {
    const present = names.filter((name) => round <= (most[name] ?? rounds));
    for (const name of shuffled(present)) {
      const result = await once(name);
      if (round) found[name].push(result);
    }
  }
  return found;
}

/** One figure of every round. */
export const of = (results, metric) => results.map((result) => result[metric]);
