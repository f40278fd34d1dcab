import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, mathml } from 'lit';
import { prague } from '../prague.js';
import { describe, page, pragueText } from '../templates.js';

const meta: Meta = { title: 'Notes/In the text', decorators: [page] };
export default meta;
type Story = StoryObj;

export const DropCap: Story = {
  render: () => html`
    <news-article lang="en" drop-cap>
      <h1>${prague.headline}</h1>
      ${pragueText(0, 2)}
    </news-article>
  `,
  parameters: describe(
    '`drop-cap` on the article, or `class="drop-cap"` on a paragraph. By CSS alone: the letter stays in its word for speech, search and reader mode. A browser without `initial-letter` shows none.',
  ),
};

export const DropCapOfAPart: Story = {
  render: () => html`
    <news-article lang="en">
      ${pragueText(0, 1)}
      <h2>On the agenda</h2>
      <p class="drop-cap">${prague.paragraphs[3]}</p>
    </news-article>
  `,
  parameters: describe('A paragraph in the middle of the story.'),
};

export const DropCapElsewhere: Story = {
  render: () => html`
    <news-article lang="ar" dir="rtl" drop-cap>
      <p>اجتمع وزراء الخارجية في براغ يومين، تمهيدًا لقمة واشنطن في يوليو.</p>
    </news-article>
    <news-article lang="ja" drop-cap>
      <p>外相らはプラハに集まり、七月のワシントン首脳会議に備えた。</p>
    </news-article>
    <news-article lang="he" dir="rtl" drop-cap>
      <p>
        שרי החוץ נפגשו בפראג ביומיים של דיונים, לקראת הפסגה בוושינגטון ביולי, ודנו בתמיכה באוקראינה,
        בהרתעה ובהגנה, וביחסים שבין הברית ובין אוקראינה בשנים הבאות, ובמה שיבוא אחריהן.
      </p>
    </news-article>
  `,
  parameters: describe(
    'Not in scripts that join their letters, or that have none; from the right.',
  ),
};

export const Dividers: Story = {
  render: () => html`
    <news-article lang="en">
      ${pragueText(0, 1)}
      <hr />
      ${pragueText(1, 2)}
      <hr class="stars" />
      ${pragueText(2, 3)}
      <hr class="space" />
      ${pragueText(3, 4)}
    </news-article>
  `,
  parameters: describe('`hr`, `hr.stars`, `hr.space`.'),
};

export const Quotation: Story = {
  render: () => html`
    <news-article lang="en">
      ${pragueText(0, 1)}
      <blockquote cite="https://www.nato.int/">
        <p>“A multi-year program”</p>
        <footer>Jens Stoltenberg, <cite>NATO.int</cite></footer>
      </blockquote>
      ${pragueText(1, 2)}
    </news-article>
  `,
  parameters: describe('Somebody’s words, with who said them.'),
};

export const Code: Story = {
  render: () => html`
    <news-article lang="en">
      <p>The same line as code: <code>const share = spent / product;</code></p>
      <pre
        tabindex="0"
        data-language="js"
      ><code class="language-js">const paragraphs = [...document.querySelectorAll('news-article p')];
const words = paragraphs.map(({ textContent }) =&gt; textContent.trim().split(/\\s+/).length); // one number for each paragraph
console.log(words);</code></pre>
      <pre tabindex="0"><code>No language</code></pre>
    </news-article>
  `,
  parameters: describe(
    'Long lines scroll, by the keyboard too; `data-language` is shown over them.',
  ),
};

export const Mathematics: Story = {
  render: () => html`
    <news-article lang="en">
      <p>
        The mean
        <math><mover accent="true"><mi>x</mi><mo>¯</mo></mover></math> stands in the line, and what
        it is stands under it:
      </p>
      <math display="block">
        <mover accent="true"><mi>x</mi><mo>¯</mo></mover><mo>=</mo>
        <mfrac><mn>1</mn><mi>n</mi></mfrac>
        <munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>
        <msub><mi>x</mi><mi>i</mi></msub>
      </math>
      <p>One that is wider than a telephone scrolls:</p>
      <math display="block" tabindex="0">
        ${Array.from(
          { length: 24 },
          (_, index) => mathml`<msup><mi>x</mi><mn>${index}</mn></msup><mo>+</mo>`,
        )}
        <mi>y</mi>
      </math>
    </news-article>
  `,
  parameters: describe('MathML, in a mathematical font where there is one.'),
};
