import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { prague } from '../prague.js';
import { column, describe, longHeadline } from '../templates.js';

interface Args {
  headline?: string;
  kicker?: string;
  standfirst?: string;
}

const meta: Meta<Args> = {
  title: 'Article/article-header',
  component: 'article-header',
  decorators: [column],
  render: ({ headline, kicker, standfirst }) => html`
    <article-header
      headline=${headline ?? nothing}
      kicker=${kicker ?? nothing}
      standfirst=${standfirst ?? nothing}
    ></article-header>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const standfirst =
  'An informal meeting in Prague lays the groundwork for July, when the alliance turns seventy-five.';

export const FromAttributes: Story = {
  args: { kicker: 'World', headline: prague.headline, standfirst },
  parameters: describe('Left empty, the tag writes the HTML that it would have enhanced.'),
};

export const Written: Story = {
  render: () => html`
    <article-header>
      <p class="kicker"><a href="#world">World</a></p>
      <h1>Ministers in <em>Prague</em> prepare the summit</h1>
      <p class="standfirst">
        An informal meeting lays the <a href="#groundwork">groundwork</a> for July.
      </p>
    </article-header>
  `,
  parameters: describe('What someone wrote stays as it is, links and emphasis with it.'),
};

export const HeadlineOnly: Story = {
  args: { headline: prague.headline },
  parameters: describe('Nothing is kept free for a kicker or a standfirst that is not there.'),
};

export const LongHeadline: Story = {
  args: { kicker: 'World', headline: longHeadline, standfirst },
  parameters: describe('200 characters.'),
};

export const LongWord: Story = {
  render: () => html`
    <div style="inline-size: 15rem">
      <article-header lang="de">
        <p class="kicker">Verkehrswegeplanungsbeschleunigungsgesetz</p>
        <h1>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</h1>
        <p class="standfirst">Rechtsschutzversicherungsgesellschaften warten ab.</p>
      </article-header>
    </div>
  `,
  parameters: describe('A word wider than its column breaks instead of running out of the page.'),
};

export const MarkupIsText: Story = {
  args: { headline: 'Why <em> & <strong> are "only" text here', kicker: 'A & B' },
  parameters: describe('An attribute is text: what looks like markup in it is shown, not obeyed.'),
};

export const RightToLeft: Story = {
  render: () => html`
    <article-header lang="he" dir="rtl">
      <p class="kicker">עולם</p>
      <h1>שרי החוץ של נאט״ו נפגשו בפראג לקראת פסגת וושינגטון</h1>
      <p class="standfirst">המפגש הבלתי רשמי נועד להכין את פסגת יולי.</p>
    </article-header>
  `,
  parameters: describe('Hebrew, from the right.'),
};

export const Japanese: Story = {
  render: () => html`
    <article-header lang="ja">
      <p class="kicker">国際</p>
      <h1>NATO外相、プラハで結束を確認、ワシントン首脳会議を前に</h1>
      <p class="standfirst">非公式会合は7月の首脳会議に向けた準備の場となった。</p>
    </article-header>
  `,
  parameters: describe('Japanese gets taller lines and no letter-spacing.'),
};

export const Empty: Story = {
  render: () => html`
    <p style="margin: 0">Between these two lines stands an empty <code>article-header</code>.</p>
    <article-header></article-header>
    <p style="margin: 0">It takes no room.</p>
  `,
  parameters: describe('Without content and attributes it leaves nothing behind.'),
};
