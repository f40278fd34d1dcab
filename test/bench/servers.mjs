// Rendering on a server, against template strings that write the very same HTML by hand: every text is
// escaped, dates are formatted, and nothing else is looked at. That both are equal is checked first.
import { performance } from 'node:perf_hooks';
import { renderArticle, renderThread } from '../../dist/server.js';
import { longModel, pragueModel } from './articles.mjs';

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (sign) => entities[sign]);
const dates = new Intl.DateTimeFormat('en', {
  ...{ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  timeZoneName: 'short',
  timeZone: 'UTC',
});
const date = (iso) => dates.format(Date.parse(iso));

const inlines = (list) =>
  list.map((one) => (typeof one === 'string' ? escape(one) : inlines(one.children))).join('');
const hand = {
  paragraph: ({ children }) => `<p>${inlines(children)}</p>`,
  heading: ({ children }) => `<h2>${inlines(children)}</h2>`,
  blockquote: ({ children }) => `<blockquote>${children.map(byHand).join('\n')}</blockquote>`,
  list: ({ items }) =>
    `<ul>${items.map(({ children }) => `<li>${inlines(children[0].children)}</li>`).join('')}</ul>`,
  image: (image) => figure(image, ' loading="lazy"'),
};
const figure = ({ src, alt, width, height, caption, credit, placement }, how) =>
  `<article-figure${placement ? ` placement="${placement}"` : ''}><figure><img src="${escape(src)}" alt="${escape(alt)}" width="${width}" height="${height}"${how} decoding="async"><figcaption><span class="caption">${inlines(caption)}</span>${credit ? ` <span class="credit">${escape(credit)}</span>` : ''}</figcaption></figure></article-figure>`;
const byHand = (block) => hand[block.type](block);
const author = ({ name, url, role }) =>
  `${url ? `<a class="author" rel="author" href="${escape(url)}">${escape(name)}</a>` : `<span class="author">${escape(name)}</span>`}${role ? ` <span class="role">${escape(role)}</span>` : ''}`;
const storyByHand = ({ section, headline, authors, published, lead, body }) =>
  `<news-article lang="en">
<article-header><p class="kicker">${escape(section.name)}</p><h1>${escape(headline)}</h1></article-header>
<article-byline><p>By ${authors.map(author).join(' and ')}</p></article-byline>
<article-time><time datetime="${published}">${date(published)}</time></article-time>
${figure(lead, ' fetchpriority="high"')}
${body.map(byHand).join('\n')}
</news-article>`;

const text = 'I was in Prague that week. The bridges were closed, the trams were not.';
const thread = (from = 0) =>
  Array.from({ length: 1000 }, (_, index) => ({
    id: String(index + 1),
    parentId: null,
    author: { name: 'Jane Doe' },
    publishedAt: new Date(1.7e12 + (from + index) * 60_000).toISOString(),
    body: { text },
    state: 'visible',
  }));
const comments = thread();
/** Threads one after the other whose dates the writer no longer remembers: it keeps ten thousand. */
const unseen = Array.from({ length: 12 }, (_, index) => thread(index * 1000));
const turns = () => {
  let turn = 0;
  return () => unseen[turn++ % unseen.length];
};
const [oursNext, handNext] = [turns(), turns()];
const item = ({ id, author: { name }, publishedAt, body }) =>
  `<li id="comment-${id}"><article><header><cite class="comment-author" data-initials="${name
    .split(' ')
    .map((word) => word[0])
    .join(
      '',
    )}"><bdi>${escape(name)}</bdi></cite> <a class="comment-permalink" href="#comment-${id}"><time datetime="${publishedAt}">${date(publishedAt)}</time></a></header><div class="body" dir="auto"><p>${escape(body.text)}</p></div></article></li>`;
/** Fifty comments in a list, as the browser likes it best. */
function lists(list) {
  let html = '';
  for (let at = 0; at < list.length; at += 50)
    html += `<ol>${list
      .slice(at, at + 50)
      .map(item)
      .join('')}</ol>\n`;
  return html;
}
const threadByHand = (list) => `<comment-thread>
<h2 class="comments-title">${list.length.toLocaleString('en')} comments</h2>
${lists(list)}</comment-thread>
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': list.slice(0, 200).map(({ author: { name }, publishedAt, body }) => ({
    '@type': 'Comment',
    text: body.text,
    dateCreated: publishedAt,
    author: { '@type': 'Person', name },
  })),
}).replace(
  /[<>&\u2028\u2029]/g,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
)}</script>`;

const long = longModel(200);
const works = {
  prague: [() => renderArticle(pragueModel), () => storyByHand(pragueModel)],
  long: [() => renderArticle(long), () => storyByHand(long)],
  thread: [() => renderThread(comments), () => threadByHand(comments)],
  unseen: [() => renderThread(oursNext()), () => threadByHand(handNext())],
};

/** Milliseconds for one rendering, by as many as fit into a span of processor time. */
function time(work, span) {
  const started = performance.now();
  let count = 0;
  let now = started;
  while (now - started < span) {
    // Read as a response would: a text that was only joined is not written yet.
    Buffer.byteLength(String(work()));
    count++;
    now = performance.now();
  }
  return (now - started) / count;
}

/** Rounds of both, one after the other, once both are compiled. */
export function serverTimes(rounds, span = 120) {
  return Object.fromEntries(
    Object.entries(works).map(([name, [ours, limit]]) => {
      if (String(ours()) !== limit()) throw new Error(`server, ${name}: not the same HTML.`);
      time(ours, 300);
      time(limit, 300);
      const found = { ours: [], limit: [] };
      for (let round = 0; round < rounds; round++) {
        found.ours.push(time(ours, span));
        found.limit.push(time(limit, span));
      }
      return [name, found];
    }),
  );
}
