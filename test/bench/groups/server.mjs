import { marks } from '../marks.mjs';
import { serverTimes } from '../servers.mjs';

const NAMES = {
  prague: 'Prague',
  long: '200 blocks',
  thread: '1,000 comments',
  unseen: '1,000 comments, other dates each time',
};

/** Rendering on a server is cheap to repeat, so there are always some rounds of it. */
export function run({ rounds, judged }) {
  for (const [name, { ours, limit }] of Object.entries(serverTimes(Math.max(rounds, 9))))
    judged(`server, ${NAMES[name]}`, 'template string', ours, limit, { mark: marks.server[name] });
}
