// What a page pays for the two pasted lines, or an application for a few tags, against its budget.
import { firstLoads } from './sizes.mjs';

for (const { name, kib, budget, isOver, parts, heaviest = [] } of await firstLoads()) {
  const files = parts.length > 1 ? ` in ${parts.length} files` : '';
  const line = `${name}${files}: ${kib.toFixed(2)} of ${budget} KiB`;
  console.log(isOver ? `${line}, too large` : line);
  if (!isOver) continue;
  process.exitCode = 1;
  for (const module of heaviest.slice(0, 12))
    console.log(`  ${module.bytes} bytes: ${module.name}`);
}
