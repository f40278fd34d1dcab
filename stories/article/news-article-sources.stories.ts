import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { html, nothing } from 'lit';
import { prague } from '../prague.js';
import { describe, page } from '../templates.js';

interface Args {
  src?: string;
  source?: string;
  post?: string;
}

const meta: Meta<Args> = {
  title: 'Article/Stories from elsewhere',
  component: 'news-article',
  decorators: [page],
  render: ({ src, source, post }) =>
    html`<news-article
      src=${src ?? nothing}
      source=${source ?? nothing}
      post=${post ?? nothing}
    ></news-article>`,
  parameters: {
    docs: {
      description: {
        component:
          'One attribute points an article at a story that is kept somewhere else. Each page here is the same Prague article, read from another format and written in the same HTML.',
      },
    },
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Resolves when the story is there. */
const loaded = async (canvas: HTMLElement): Promise<void> => {
  if (canvas.querySelector('h1')) return;
  await new Promise((resolve) => {
    canvas.addEventListener('article-load', resolve, { once: true });
  });
};

/** The Prague article as a file in one format. */
const from = (file: string, source: string, text: string): Story => ({
  args: { src: `stories/${file}`, source },
  parameters: describe(text),
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await expect(canvasElement.querySelector('h1')).toHaveTextContent(prague.headline);
    const said = canvasElement.querySelector('news-article')?.textContent ?? '';
    for (const paragraph of prague.paragraphs) await expect(said).toContain(paragraph);
  },
});

export const WordPress = from(
  'prague.wordpress.json',
  'wordpress',
  'An item of the REST API. `src` may as well be the site, with `post="8"` or a slug, or the page itself.',
);
export const Ghost = from('prague.ghost.json', 'ghost', 'An answer of Ghost’s content API.');
export const Ninjs = from('prague.ninjs.json', 'ninjs', 'A wire story in IPTC ninjs.');
export const ArcANS = from('prague.ans.json', 'ans', 'A story in Arc’s ANS 0.10.');
export const ContentTree = from(
  'prague.content-tree.json',
  'content-tree',
  'The FT’s content-tree.',
);
export const PortableText = from(
  'prague.portable-text.json',
  'portable-text',
  'A document of Sanity, its body in Portable Text.',
);
export const JsonFeed = from('prague.json-feed.json', 'feed', 'An item of a JSON Feed.');
export const Rss = from('prague.rss.xml', 'feed', 'An item of an RSS feed; Atom is read as well.');
export const Markdown = from('prague.md', 'markdown', 'Markdown with front matter.');
export const HtmlPage = from(
  'prague.html',
  'html',
  'Any page of HTML: navigation and footer stay behind.',
);
export const JsonLd = from('prague.json-ld.json', 'json-ld', 'schema.org’s NewsArticle.');
export const OurJson = from('prague.json', 'json', 'Our own JSON: the model as it is.');
export const Recognised: Story = {
  ...from('prague.ans.json', 'auto', 'Without `source` the format is recognised.'),
  args: { src: 'stories/prague.ans.json' },
};

export const FromData: Story = {
  render: () =>
    html`<news-article
      .article=${{
        headline: 'A story as data',
        kicker: 'World',
        lang: 'en',
        authors: [{ name: 'Jane Doe' }],
        body: [
          {
            type: 'paragraph',
            children: ['Set the property ', { type: 'code', children: ['article'] }, '.'],
          },
          {
            type: 'pullquote',
            children: [{ type: 'paragraph', children: ['One shape to write'] }],
          },
          { type: 'big-number', number: '12', children: ['formats in'] },
        ],
      }}
    ></news-article>`,
  parameters: describe('`article.article = { … }`'),
};

export const FromScript: Story = {
  render: () => html`
    <news-article>
      <script type="application/json">
        {
          "headline": "A story in a script element",
          "lang": "en",
          "body": [{ "type": "paragraph", "children": ["No request at all."] }]
        }
      </script>
    </news-article>
  `,
  parameters: describe('JSON inside a `script type="application/json"`.'),
};

export const Loading: Story = {
  render: () =>
    html`<news-article
      .articleSource=${{ name: 'slow', load: () => new Promise(() => {}) }}
    ></news-article>`,
  parameters: describe('On its way: a place of a page’s size, and words for who cannot see it.'),
};

export const Failed: Story = {
  render: () =>
    html`<news-article
      src="https://ledger.example/prague/"
      .articleSource=${{
        name: 'failing',
        load: () => Promise.reject(new Error('No connection.')),
      }}
    ></news-article>`,
  parameters: describe('Said in words, with a way out.'),
};
