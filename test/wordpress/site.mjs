// The WordPress that `run.mjs` has started for a run of the tests, and what they do to it.
import assert from 'node:assert/strict';

assert.ok(
  process.env.WORDPRESS_SITE,
  'Run these by `npm run test:wordpress`: it starts WordPress.',
);
/** Its `url`, `root`, `version`, and the ids of what the installer made. */
export const site = JSON.parse(process.env.WORDPRESS_SITE);

async function tell(path, body) {
  const answer = await fetch(`${site.url}/wp-json/broadsheet-test/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
  return answer.json();
}

/** Turns a switch of the site, until the next `reset`. */
export const set = (name, value) => tell('option', { name, value });

/** Three comments, each under the one before, and every switch as it was; resolves with the ids. */
export const reset = async () =>
  (await tell('reset', { post: site.post, closed: site.closed })).map(String);

/** Adds comments, a second apart. */
export const fill = (post, count) => tell('fill', { post, count });

/** All comments that the story has, whoever may see them. */
export const kept = () => tell('comments', { post: site.post });
