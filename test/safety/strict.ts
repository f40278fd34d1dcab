// The script of strict.html. It notes every violation of the page's policy, then uses what touches HTML.
const noted: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
  noted.push(`${violatedDirective} ${sourceFile} ${sample}`),
);

const { defineAll, registerSource } = await import('../../src/index.js');
const hostile =
  '<p style="color:red" onclick="x()">One <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onerror="x()"></p><style>p{}</style><script>x()</script><svg onload="x()"><style>*{}</style></svg><iframe src="https://video.example/1" srcdoc="<script>x()</script>"></iframe><a href="javascript:x()">two</a>';
registerSource('hostile', async () => {
  const { wordpress } = await import('../../src/sources/wordpress.js');
  return {
    articles: () => ({
      name: 'hostile',
      load: (tools) =>
        Promise.resolve(
          wordpress.read({ title: { rendered: 'Hostile' }, content: { rendered: hostile } }, tools),
        ),
    }),
  };
});
const next = (target: EventTarget, type: string) =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

const thread = next(document, 'comments-load');
defineAll();
await thread;
const article = document.querySelector<HTMLElement & { source: string; src: string }>('#hostile')!;
const load = next(article, 'article-load');
article.source = 'hostile';
article.src = 'https://news.example/';
await load;
const opener = await new Promise<Element>((resolve) => {
  const look = () => {
    const found = document.querySelector('figure-opener');
    if (found) resolve(found);
    else requestAnimationFrame(look);
  };
  look();
});
opener.shadowRoot!.querySelector('button')!.click();
await new Promise((resolve) => setTimeout(resolve));
parent.postMessage({ strict: noted, said: article.textContent }, location.origin);
