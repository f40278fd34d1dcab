import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { prague } from './prague.js';
import { describe, longHeadline, page, pragueFigure, pragueText } from './templates.js';

interface Args {
  design?: string;
  theme?: string;
}

/** The whole page; comments of each story are kept apart by `post`. */
const article = (
  { design, theme }: Args,
  post: string,
  headline: string = prague.headline,
): TemplateResult =>
  html`<news-article lang="en" design=${design ?? nothing} theme=${theme ?? nothing}>
    <h1>${headline}</h1>
    ${pragueFigure('wide')} ${pragueText()}
    <comment-thread source="local" post=${post}>
      <comment-form></comment-form>
    </comment-thread>
  </news-article>`;

const meta: Meta<Args> = {
  title: 'The Prague article',
  component: 'news-article',
  // Storybook opens on the first page of the first title: the story, not the page about it.
  tags: ['!autodocs'],
  decorators: [page],
  argTypes: {
    design: {
      control: 'select',
      options: ['news', 'opinion', 'feature', 'analysis', 'live', 'review', 'explainer'],
    },
    theme: { control: 'inline-radio', options: [undefined, 'light', 'dark'] },
  },
  parameters: {
    docs: {
      description: {
        component:
          'One news story from end to end: ordinary HTML between two tags, with a picture and a thread of comments. The text is word for word; only the picture’s caption and credit are ours.',
      },
    },
  },
};
export default meta;
type Story = StoryObj<Args>;

export const Article: Story = {
  args: {},
  render: (args) => article(args, 'prague'),
  parameters: describe(
    'The whole page. The thread works: what you post is kept in this browser, and is here again after a reload.',
  ),
};

const design = (name: string, story: string): Story => ({
  args: { design: name },
  render: (args) => article(args, `prague-${name}`),
  parameters: describe(story),
});

export const News = design(
  'news',
  '`design="news"`, which is also what stands when none is named.',
);
export const Opinion = design('opinion', '`design="opinion"`: a light, leaning headline.');
export const Feature = design(
  'feature',
  '`design="feature"`: a large headline in the middle, and a raised first letter that stays in the text.',
);
export const Analysis = design('analysis', '`design="analysis"`.');
export const Live = design('live', '`design="live"`: the heaviest headline.');
export const Review = design('review', '`design="review"`.');
export const Explainer = design('explainer', '`design="explainer"`.');

export const Dark: Story = {
  args: { theme: 'dark' },
  decorators: [(story) => html`<div style="margin-block: -2rem -4rem">${story()}</div>`],
  render: (args) => article(args, 'prague-dark'),
  parameters: describe(
    '`theme="dark"` fixes dark colours. Without it an article takes the ink and the ground of its page: try the toolbar.',
  ),
};

export const RightToLeft: Story = {
  render: () => html`
    <news-article lang="ar" dir="rtl">
      <article-header>
        <p class="kicker">العالم</p>
        <h1>وزراء خارجية الناتو يعززون وحدة الحلف ودعم أوكرانيا قبيل قمة واشنطن</h1>
        <p class="standfirst">
          اجتماع غير رسمي في براغ يمهّد الطريق لقمة يوليو التي يحتفل فيها الحلف بذكراه الخامسة
          والسبعين.
        </p>
      </article-header>
      <article-time><time datetime="2024-05-31">٣١ مايو ٢٠٢٤</time></article-time>
      <article-figure placement="wide">
        <figure>
          <img
            src=${prague.picture.src}
            width=${prague.picture.width}
            height=${prague.picture.height}
            alt="رسم لمدينة براغ عند الفجر: جسر تشارلز ونهر فلتافا والقلعة."
          />
          <figcaption>
            <span class="caption">براغ عند الفجر. رسم أُعدّ لهذه الصفحة.</span>
            <span class="credit" lang="en" dir="ltr">Illustration: Broadsheet Elements</span>
          </figcaption>
        </figure>
      </article-figure>
      <p>
        في ظل استمرار التوترات في المنطقة الأوروبية الأطلسية، اجتمع وزراء خارجية حلف شمال الأطلسي في
        براغ يوم 31 مايو 2024 لتأكيد الوحدة عبر الأطلسي ووضع الأسس لقمة واشنطن المرتقبة في يوليو.
        ووفقًا للبيان الصحفي المنشور على موقع <bdi>NATO.int</bdi>، ركّز اللقاء على دعم الحلفاء
        لأوكرانيا وتعزيز الردع والدفاع.
      </p>
      <p>
        ولم يكن أمن أوكرانيا الموضوع الوحيد على جدول الأعمال؛ فقد ناقش الوزراء أيضًا الاستعدادات لقمة
        واشنطن، حيث سيحتفل الحلف بذكراه الخامسة والسبعين.
      </p>
      <blockquote>
        <p>«برنامج متعدد السنوات»</p>
      </blockquote>
      <p>
        وقد أرسلت القرارات التي اتُّخذت في براغ، رغم كونها أولية، إشارة واضحة: إن التزام الناتو
        بالدفاع عن النظام الدولي القائم على القواعد يظل راسخًا ومتطورًا.
      </p>
    </news-article>
  `,
  parameters: describe(
    'A shortened translation, `lang="ar" dir="rtl"`: everything changes sides, Arabic lines get more air, and nothing is spaced out or leans.',
  ),
};

export const ScriptOff: Story = {
  render: () => html`
    <div class="news-article" lang="en">
      <div class="article-header">
        <h1>${prague.headline}</h1>
      </div>
      <div class="article-figure" placement="wide">
        <figure>
          <img
            src=${prague.picture.src}
            width=${prague.picture.width}
            height=${prague.picture.height}
            alt=${prague.picture.alt}
          />
          <figcaption>
            <span class="caption">${prague.picture.caption}</span>
            <span class="credit">${prague.picture.credit}</span>
          </figcaption>
        </figure>
      </div>
      ${pragueText()}
    </div>
  `,
  parameters: describe(
    'Plain `div`s that carry the names of the tags as classes, so no script ever touches them. The stylesheet alone sets the page, as it does while the script is still on its way, or blocked.',
  ),
};

export const LongHeadline: Story = {
  render: (args) => article(args, 'prague-long', longHeadline),
  parameters: describe('A headline of 200 characters.'),
};

export const LongWords: Story = {
  render: () => html`
    <news-article lang="de">
      <h1>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft tagt</h1>
      <p>
        Das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und das
        Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsrecht stehen auf der
        Tagesordnung. Mehr unter
        <a href="#quellen-Grundstuecksverkehrsgenehmigungszustaendigkeitsuebertragungsverordnung"
          >https://example.org/grundstuecksverkehrsgenehmigungszustaendigkeitsuebertragungsverordnung/2024/05/31</a
        >.
      </p>
      ${pragueFigure()}
      <p>
        Siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig
        Kraftfahrzeughaftpflichtversicherungen wurden gezählt.
      </p>
    </news-article>
  `,
  parameters: describe(
    'Words and addresses longer than a telephone is wide break; nothing makes the page scroll sideways.',
  ),
};
