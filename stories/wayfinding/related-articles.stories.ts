import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { prague } from '../prague.js';
import { brokenPicture, describe, longHeadline, page } from '../templates.js';

const meta: Meta = {
  title: 'Wayfinding/related-articles',
  component: 'related-articles',
  decorators: [page],
};
export default meta;

const card = (headline: string, picture?: string, kicker?: string, standfirst?: string) => html`
  <li>
    <article-card>
      ${picture && html`<figure><img src=${picture} alt="" loading="lazy" width="900" height="600" /></figure>`}
      ${kicker && html`<p class="kicker">${kicker}</p>`}
      <p class="card-headline"><a href="#other">${headline}</a></p>
      ${standfirst && html`<p class="standfirst">${standfirst}</p>`}
    </article-card>
  </li>
`;

const cards = html`
  ${card('What the ministers said in Prague', 'prague-bridge.webp', 'World', 'The communiqué, line by line.')}
  ${card('Seventy-five years in eleven pictures', 'prague-castle.webp', 'Gallery')}
  ${card('A headline without a picture', undefined, 'Opinion', 'And a sentence that says what it is about.')}
`;

const story = (related: unknown) => html`
  <news-article lang="en">
    <p>${prague.paragraphs[5]}</p>
    ${related}
  </news-article>
`;

export const Cards: StoryObj = {
  render: () =>
    story(html`<related-articles><h2>More on this story</h2><ul>${cards}</ul></related-articles>`),
  parameters: describe('Ordinary HTML. All of a card can be pressed.'),
};

export const ScriptOff: StoryObj = {
  render: () => html`
    <div class="news-article" lang="en">
      <p>${prague.paragraphs[5]}</p>
      <div class="related-articles">
        <h2>More on this story</h2>
        <ul>
          <li>
            <div class="article-card">
              <p class="kicker">World</p>
              <p class="card-headline"><a href="#other">What the ministers said in Prague</a></p>
            </div>
          </li>
        </ul>
      </div>
    </div>
  `,
  parameters: describe('The same, without a script.'),
};

export const FromData: StoryObj = {
  render: () =>
    story(
      html`<related-articles
        .block=${{
          title: ['Related'],
          items: [
            { headline: 'What the ministers said in Prague', url: '#said', kicker: 'World' },
            { headline: 'Seventy-five years', url: '#pictures', standfirst: 'In eleven pictures.' },
          ],
        }}
      ></related-articles>`,
    ),
  parameters: describe('Left empty, and given the property `block`.'),
};

export const OneFromAttributes: StoryObj = {
  render: () =>
    story(
      html`<article-card
        headline="What the ministers said in Prague"
        href="#said"
        kicker="World"
        standfirst="The communiqué, line by line."
        src="prague-bridge.webp"
        width="900"
        height="600"
      ></article-card>`,
    ),
  parameters: describe('A single `article-card`, left empty, from its attributes.'),
};

export const WorstContent: StoryObj = {
  render: () =>
    story(html`<related-articles><h2>More</h2><ul>
      ${card(longHeadline, brokenPicture, 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung', longHeadline)}
      ${card('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft tagt')}
      ${card('One')}
    </ul></related-articles>`),
  parameters: describe('A long headline, a picture that fails, words that are too wide.'),
};

export const RightToLeft: StoryObj = {
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <related-articles>
        <h2>اقرأ أيضًا</h2>
        <ul>
          ${card('ماذا قال الوزراء في براغ', 'prague-bridge.webp', 'العالم', 'البيان سطرًا سطرًا.')}
          ${card('خمسة وسبعون عامًا في إحدى عشرة صورة', 'prague-castle.webp')}
        </ul>
      </related-articles>
    </news-article>
  `,
  parameters: describe('From the right.'),
};
