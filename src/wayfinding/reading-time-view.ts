import type { Behaviour } from '../block/block-script.js';

export function enhance(): Behaviour {
  return {};
}
