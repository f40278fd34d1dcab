// The Prague page as a newsroom would paste it, from the same text that the stories show.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../stories/prague.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  write: false,
});
const module = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
/** Headline, paragraphs and picture. */
export const prague = module.prague;

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The whole article in HTML that is complete without the script. */
export function pragueArticle({ prefix = '', comments = '', attributes = '' } = {}) {
  const tag = (name) => (prefix ? `${prefix}${name} class="${name}"` : name);
  const end = (name) => `</${prefix}${name}>`;
  const { headline, paragraphs, picture } = prague;
  return `<${tag('news-article')} ${attributes}>
<${tag('article-header')}><p class="kicker">World</p><h1>${escape(headline)}</h1>${end('article-header')}
<${tag('article-byline')}><p>By <a rel="author" href="/jane">Jane Doe</a>, <span class="role">Diplomatic Editor</span> and <span class="author">John Roe</span></p>${end('article-byline')}
<${tag('article-time')}><time datetime="2024-05-31T18:00:00Z">31 May 2024</time>${end('article-time')}
<${tag('article-figure')} placement="wide"><figure><img src="${picture.src}" width="${picture.width}" height="${picture.height}" alt="${escape(picture.alt)}"><figcaption><span class="caption">${escape(picture.caption)}</span> <span class="credit">${escape(picture.credit)}</span></figcaption></figure>${end('article-figure')}
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
${comments}${end('news-article')}`;
}

/** A page around it, with the two pasted lines, or without the script. */
export const page = (body, { script = true, head = '' } = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(prague.headline)}</title>${head}
<link rel="stylesheet" href="/dist/broadsheet.css">${script ? '<script type="module" src="/dist/broadsheet.js"></script>' : ''}
</head><body>${body}</body></html>`;

/** A form as WordPress writes it, and a comment that is already there. */
export const wordpressThread = `<comment-thread><h2>One response</h2>
<ol class="comment-list"><li id="comment-7"><article><header><cite class="comment-author">Ada</cite> <a class="comment-permalink" href="#comment-7"><time datetime="2024-06-01T08:00:00Z">1 June 2024</time></a></header><div class="body"><p>First.</p></div><footer><a class="comment-reply-link" href="?replytocom=7#respond" data-commentid="7">Reply</a></footer></article></li></ol>
<comment-form><h3 id="reply-title" class="reply-title">Leave a Reply</h3><form method="post" action="/wp-comments-post.php">
<p class="comment-notes"><span id="email-notes">Your email address will not be published.</span></p>
<p class="comment-form-comment"><label for="comment">Comment *</label> <textarea id="comment" name="comment" rows="8" maxlength="65525" required></textarea></p>
<p class="comment-form-author"><label for="author">Name *</label> <input id="author" name="author" type="text" maxlength="245" autocomplete="name" required></p>
<p class="comment-form-email"><label for="email">Email *</label> <input id="email" name="email" type="email" maxlength="100" aria-describedby="email-notes" autocomplete="email" required></p>
<p class="comment-form-url"><label for="url">Website</label> <input id="url" name="url" type="url" maxlength="200" autocomplete="url"></p>
<p class="form-submit"><input name="submit" type="submit" id="submit" value="Post Comment"> <input type="hidden" name="comment_post_ID" value="8"><input type="hidden" name="comment_parent" id="comment_parent" value="0"></p></form></comment-form></comment-thread>`;
