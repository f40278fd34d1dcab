// The same figures that `npm run sizes` checks; stylesheets aside, they are of JavaScript.
import { firstLoads } from '../../../.config/sizes.mjs';

export async function run({ measured }) {
  for (const { name, kind, kib, budget } of await firstLoads())
    if (kind === 'JS')
      measured(`first load of ${name}, brotli`, [kib], { mark: budget, unit: 'KiB' });
}
