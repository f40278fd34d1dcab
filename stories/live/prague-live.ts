import type { Block } from '../../src/content/block.js';

type Update = Extract<Block, { readonly type: 'live-update' }>;

const p = (text: string) => ({ type: 'paragraph', children: [text] }) as const;
const jane = { name: 'Jane Doe', role: 'in Prague' };

/**
 * The meeting as it might have been followed: what happened is what the Prague article says, word for
 * word where it is in a paragraph; the hours are made up.
 */
export const pragueUpdates: readonly Update[] = [
  {
    type: 'live-update',
    id: 'signal',
    headline: ['A clear signal from Prague'],
    published: '2024-05-31T17:40:00+02:00',
    updated: '2024-05-31T18:05:00+02:00',
    authors: [jane],
    key: true,
    children: [
      p(
        'The decisions made in Prague, although preliminary, sent a clear signal: NATO’s commitment to defending the rules-based international order remains resolute and evolving.',
      ),
    ],
  },
  {
    type: 'live-update',
    id: 'membership',
    headline: ['Membership remains “an undisputed objective”'],
    published: '2024-05-31T16:15:00+02:00',
    authors: [jane],
    key: true,
    children: [
      p(
        'While NATO does not currently offer Ukraine immediate membership, the Prague discussions revealed a clear trend: Ukraine’s integration into Western defense structures is accelerating.',
      ),
      p(
        'Stoltenberg emphasized that Ukraine’s eventual NATO membership, while requiring continued reforms and conditions, remains an undisputed objective shared among Allies.',
      ),
    ],
  },
  {
    type: 'live-update',
    id: 'deterrence',
    published: '2024-05-31T14:50:00+02:00',
    authors: [{ name: 'John Roe' }],
    children: [
      p(
        'The meeting in Prague also addressed the need to buttress NATO’s own deterrence posture, especially in light of growing concerns over Russian hybrid operations and cyber threats.',
      ),
    ],
  },
  {
    type: 'live-update',
    id: 'washington',
    headline: ['Washington, and the 75th anniversary'],
    published: '2024-05-31T13:30:00+02:00',
    authors: [{ name: 'John Roe' }],
    children: [
      p(
        'Ministers also discussed preparations for the Washington Summit, where NATO will celebrate its 75th anniversary. Anticipating the summit, Alliance members began shaping initiatives related to defense investment, emerging technologies, and forging closer ties with Indo-Pacific partners.',
      ),
    ],
  },
  {
    type: 'live-update',
    id: 'wiesbaden',
    headline: ['A headquarters in Wiesbaden is considered'],
    published: '2024-05-31T11:45:00+02:00',
    authors: [jane],
    key: true,
    children: [
      p(
        'The Prague session included detailed discussions on how to transition from ad hoc support to a more institutionalized NATO framework. Allies considered creating a NATO headquarters in Wiesbaden, Germany, as the central coordination point for security assistance and training.',
      ),
    ],
  },
  {
    type: 'live-update',
    id: 'support',
    headline: ['Stoltenberg announces continued support for Kyiv'],
    published: '2024-05-31T10:20:00+02:00',
    authors: [jane, { name: 'John Roe' }],
    children: [
      p(
        'NATO Secretary General Jens Stoltenberg announced continued military and political support for Kyiv, nearly ten years after Russia’s initial incursion into Ukrainian territory and over two years into its full-scale invasion.',
      ),
      {
        type: 'blockquote',
        children: [p('a multi-year program')],
        source: ['Jens Stoltenberg, of the alliance’s response'],
      },
    ],
  },
  {
    type: 'live-update',
    id: 'opening',
    headline: ['Foreign Ministers convene in Prague'],
    published: '2024-05-31T09:00:00+02:00',
    authors: [],
    byline: 'From our desk, with the NATO press release',
    children: [
      p(
        'As tensions continue to reverberate across the Euro-Atlantic region, NATO Foreign Ministers convened in Prague on May 31, 2024, to reaffirm transatlantic unity and lay the groundwork for the upcoming Washington Summit in July.',
      ),
    ],
  },
];

/** What stays on top for whoever comes late. */
export const pinnedUpdate: Update = {
  type: 'live-update',
  id: 'summary',
  headline: ['What you need to know'],
  published: '2024-05-31T12:00:00+02:00',
  authors: [],
  pinned: true,
  children: [
    {
      type: 'list',
      ordered: false,
      items: [
        { children: [p('NATO Foreign Ministers convened in Prague on May 31, 2024.')] },
        { children: [p('They prepare the Washington Summit in July.')] },
        { children: [p('Allies considered a headquarters in Wiesbaden, Germany.')] },
      ],
    },
  ],
};
