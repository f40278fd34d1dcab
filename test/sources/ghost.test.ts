import { expect } from '@open-wc/testing';
import type { Block } from '../../src/content/block.js';
import { articles, ghost } from '../../src/sources/ghost.js';
import { htmlText, itReads, parseHtml, typesIn, type Example } from './formats.js';

const post = (html: string | null, over: object = {}): Record<string, unknown> => ({
  id: '5ddc9141c35e7700383b2937',
  uuid: 'a5aa9bd8-ea31-415c-b452-3040dae1e730',
  title: 'A story & more',
  slug: 'a-story',
  html,
  feature_image: null,
  custom_excerpt: null,
  excerpt: 'Whatever Ghost cut',
  published_at: '2024-05-31T08:00:00.000+00:00',
  updated_at: '2024-05-31T09:00:00.000+00:00',
  url: 'https://ghost.example/a-story/',
  visibility: 'public',
  access: true,
  ...over,
});
const TITLE = 'A story & more';

/** A post of one card; `text` where the card's HTML holds what only its script shows. */
const card = (
  name: string,
  html: string,
  types: readonly string[],
  text = htmlText(html),
): Example => ({ name, data: { posts: [post(html)] }, text: `${TITLE} ${text}`, types });

const image =
  '<figure class="kg-card kg-image-card kg-width-wide kg-card-hascaption"><img src="https://ghost.example/content/images/a.jpg" class="kg-image" alt="Alt" loading="lazy" width="2000" height="1333" srcset="https://ghost.example/content/images/size/w600/a.jpg 600w, https://ghost.example/content/images/a.jpg 2000w" sizes="(min-width: 1200px) 1200px"><figcaption><span style="white-space: pre-wrap;">Seen from </span><a href="https://x.example"><span>the hill</span></a></figcaption></figure>';
const player =
  '<div class="kg-video-overlay"><button class="kg-video-large-play-icon" aria-label="Play video"><svg></svg></button></div><div class="kg-video-player-container"><div class="kg-video-player"><span class="kg-video-current-time">0:00</span><div class="kg-video-time">/<span class="kg-video-duration">0:12</span></div><input type="range" class="kg-video-seek-slider"><button class="kg-video-playback-rate">1&#215;</button></div></div>';
const bookmark =
  '<figure class="kg-card kg-bookmark-card kg-card-hascaption"><a class="kg-bookmark-container" href="https://other.example/page"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Other page</div><div class="kg-bookmark-description">What it tells</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://other.example/i.ico" alt=""><span class="kg-bookmark-author">Other Paper</span> <span class="kg-bookmark-publisher">Ann Author</span></div></div><div class="kg-bookmark-thumbnail"><img src="https://other.example/t.jpg" alt="" onerror="this.style.display = \'none\'"></div></a><figcaption>Worth it</figcaption></figure>';
const signup =
  '<div class="kg-card kg-signup-card kg-width-wide" data-lexical-signup-form="" style="display:none"><picture><img class="kg-signup-card-image" src="/s.jpg" alt=""></picture><div class="kg-signup-card-content"><div class="kg-signup-card-text"><h2 class="kg-signup-card-heading">Sign up</h2><p class="kg-signup-card-subheading">Each week</p><form class="kg-signup-card-form" data-members-form="signup"><input type="hidden" data-members-label value="x"><div class="kg-signup-card-fields"><input class="kg-signup-card-input" type="email" placeholder="Your email"><button class="kg-signup-card-button" type="submit"><span class="kg-signup-card-button-default">Subscribe</span><span class="kg-signup-card-button-loading"><svg></svg></span></button></div><div class="kg-signup-card-success">Email sent! Check your inbox.</div><div class="kg-signup-card-error"></div></form><p class="kg-signup-card-disclaimer">No spam.</p></div></div></div>';

const lexicalText = (text: string, format = 0) => ({ type: 'extended-text', text, format });
const lexical = {
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          lexicalText('Plain, '),
          lexicalText('bold and sloping', 3),
          { type: 'linebreak' },
          { type: 'link', url: 'https://x.example', children: [lexicalText('linked')] },
        ],
      },
      { type: 'extended-heading', tag: 'h3', children: [lexicalText('Third')] },
      { type: 'extended-quote', children: [lexicalText('Quoted')] },
      { type: 'aside', children: [lexicalText('Pulled')] },
      {
        type: 'list',
        listType: 'number',
        start: 1,
        children: [{ type: 'listitem', children: [lexicalText('Item')] }],
      },
      { type: 'horizontalrule' },
      {
        type: 'image',
        src: '__GHOST_URL__/content/images/l.jpg',
        alt: 'L',
        caption: '<i>Under</i>',
      },
      {
        type: 'gallery',
        images: [{ src: '/1.jpg', width: 3, height: 2 }, { src: '/2.jpg' }],
        caption: 'Both',
      },
      { type: 'callout', calloutEmoji: '💡', calloutText: 'A <b>hint</b>' },
      { type: 'toggle', heading: 'Opens', content: '<p>Behind it</p>' },
      { type: 'codeblock', code: 'let a;', language: 'js', caption: 'Listing' },
      {
        type: 'bookmark',
        url: 'https://o.example/',
        metadata: { title: 'Marked', description: 'So', author: 'Me', publisher: 'It', icon: 'x' },
      },
      {
        type: 'embed',
        url: 'https://youtu.be/x',
        html: '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Song"></iframe>',
      },
      { type: 'video', src: '/v.mp4', thumbnailSrc: '/v.jpg', caption: 'Moves' },
      { type: 'audio', src: '/a.mp3', title: 'Sounds' },
      {
        type: 'file',
        src: '/f.pdf',
        fileTitle: 'Paper',
        fileName: 'f.pdf',
        fileCaption: 'Read it',
      },
      {
        type: 'product',
        productTitle: 'Thing',
        productDescription: '<p>Good</p>',
        productButton: 'Buy',
        productUrl: '/buy',
      },
      { type: 'header', header: 'Big', subheader: 'Small', buttonText: 'Start', buttonUrl: '/go' },
      { type: 'button', buttonText: 'Press', buttonUrl: '/press' },
      { type: 'signup', header: 'Join', subheader: 'Us', buttonText: 'Now', disclaimer: 'Really' },
      {
        type: 'call-to-action',
        sponsorLabel: '<p>Paid</p>',
        textValue: '<p>For this</p>',
        buttonText: 'More',
        buttonUrl: '/m',
      },
      { type: 'html', html: '<div>Raw</div>' },
      { type: 'markdown', markdown: 'Marked down' },
      { type: 'email', html: '<p>Only in letters</p>' },
      { type: 'paywall' },
      { type: 'poll', question: 'Unknown card' },
    ],
  },
};

const examples: Example[] = [
  {
    name: 'a whole post with all that stands around the text',
    data: {
      posts: [
        post('<p>Text of the story.</p>', {
          feature_image: 'https://ghost.example/content/images/f.jpg',
          feature_image_alt: 'In front',
          feature_image_caption: '<span>Photo by <a href="https://p.example">Pat</a></span>',
          custom_excerpt: 'Written by hand\nin two lines',
          authors: [
            {
              id: '1',
              name: 'Jane Doe',
              url: 'https://ghost.example/author/jane/',
              profile_image: 'https://ghost.example/j.jpg',
            },
            { id: '2', name: 'John Roe' },
          ],
          primary_author: { id: '1', name: 'Jane Doe' },
          tags: [
            { name: 'World', slug: 'world', url: 'https://ghost.example/tag/world/' },
            { name: 'NATO', slug: 'nato' },
            { name: '#hidden', slug: 'hash-hidden', visibility: 'internal' },
          ],
          primary_tag: { name: 'World', slug: 'world', url: 'https://ghost.example/tag/world/' },
        }),
      ],
      meta: { pagination: {} },
    },
    text: `${TITLE} Text of the story. Photo by Pat Written by hand in two lines Jane Doe John Roe World`,
    types: ['image', 'break', 'link'],
  },
  {
    name: 'one post alone',
    data: post('<p>A <strong>bold</strong> claim.</p>'),
    text: `${TITLE} A bold claim.`,
    types: ['strong'],
  },
  card('a picture with its caption', image, ['image']),
  card(
    'a gallery',
    '<figure class="kg-card kg-gallery-card kg-width-wide kg-card-hascaption"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="/1.jpg" width="6000" height="4000" loading="lazy" alt="One"></div><div class="kg-gallery-image"><img src="/2.jpg" width="3" height="2" alt=""></div></div><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="/3.jpg" alt=""></div></div></div><figcaption><p><span>All three</span></p></figcaption></figure>',
    ['gallery'],
  ),
  card('a bookmark', `<p>Before</p>${bookmark}<p>After</p>`, ['related', 'figure']),
  card(
    'an embedded video of another site',
    '<figure class="kg-card kg-embed-card kg-card-hascaption"><iframe width="200" height="113" src="https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed" frameborder="0" allowfullscreen title="A song"></iframe><figcaption>Watch</figcaption></figure>',
    ['embed'],
  ),
  card(
    'an embedded post of another site',
    '<figure class="kg-card kg-embed-card kg-card-hascaption"><blockquote class="twitter-tweet"><p lang="en" dir="ltr">Something short <a href="https://t.co/x">pic</a></p>&mdash; Somebody (@some) <a href="https://twitter.com/some/status/1">May 31, 2024</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script><figcaption>As said</figcaption></figure>',
    ['embed'],
  ),
  card(
    'a callout',
    '<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">A <strong>hint</strong><br>in two lines</div></div><div class="kg-card kg-callout-card kg-callout-card-grey"><div class="kg-callout-text">No sign</div></div>',
    ['factbox', 'strong', 'break'],
  ),
  card(
    'a toggle',
    '<div class="kg-card kg-toggle-card" data-kg-toggle-state="close"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text"><span style="white-space: pre-wrap;">Why?</span></h4><button class="kg-toggle-card-icon" aria-label="Expand toggle to read content"><svg></svg></button></div><div class="kg-toggle-content"><p>Because</p><ul><li>of this</li></ul></div></div>',
    ['details', 'list'],
  ),
  card(
    'a video',
    `<figure class="kg-card kg-video-card kg-width-wide kg-card-hascaption" data-kg-thumbnail="https://ghost.example/t.jpg" data-kg-custom-thumbnail=""><div class="kg-video-container"><video src="https://ghost.example/v.mp4" poster="https://img.spacergif.org/v1/1280x720/0a/spacer.png" width="1280" height="720" playsinline preload="metadata" style="background: transparent url('t.jpg')"></video>${player}</div><figcaption><p>It moves</p></figcaption></figure>`,
    ['video'],
    'It moves',
  ),
  card(
    'a sound',
    '<div class="kg-card kg-audio-card"><img src="" alt="audio-thumbnail" class="kg-audio-thumbnail kg-audio-hide"><div class="kg-audio-thumbnail placeholder"><svg></svg></div><div class="kg-audio-player-container"><audio src="https://ghost.example/a.mp3" preload="metadata"></audio><div class="kg-audio-title">An interview</div><div class="kg-audio-player"><span class="kg-audio-current-time">0:00</span><div class="kg-audio-time">/<span class="kg-audio-duration">2:27</span></div><button class="kg-audio-playback-rate">1&#215;</button></div></div></div>',
    ['audio'],
    'An interview',
  ),
  card(
    'a file',
    '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="https://ghost.example/f.pdf" title="Download" download=""><div class="kg-file-card-contents"><div class="kg-file-card-title">The paper</div><div class="kg-file-card-caption">In full</div><div class="kg-file-card-metadata"><div class="kg-file-card-filename">f.pdf</div><div class="kg-file-card-filesize">2 MB</div></div></div><div class="kg-file-card-icon"><svg></svg></div></a></div>',
    ['figure', 'link'],
  ),
  card(
    'a product',
    '<div class="kg-card kg-product-card"><div class="kg-product-card-container"><img src="/p.jpg" width="10" height="10" class="kg-product-card-image" loading="lazy"><div class="kg-product-card-title-container"><h4 class="kg-product-card-title"><span>A lamp</span></h4></div><div class="kg-product-card-rating"><span class="kg-product-card-rating-active kg-product-card-rating-star"><svg></svg></span><span class="kg-product-card-rating-active kg-product-card-rating-star"></span><span class="kg-product-card-rating-star"></span></div><div class="kg-product-card-description"><p>It is bright</p></div><a href="https://shop.example" class="kg-product-card-button kg-product-card-btn-accent" target="_blank"><span>Buy it</span></a></div></div>',
    ['factbox', 'image', 'link'],
  ),
  card(
    'headers of both versions',
    '<div class="kg-card kg-header-card kg-width-full kg-size-small kg-style-dark" data-kg-background-image=""><h2 class="kg-header-card-header" id="x">Old header</h2><h3 class="kg-header-card-subheader">Below it</h3><a href="/go" class="kg-header-card-button">Go</a></div><div class="kg-card kg-header-card kg-v2 kg-width-full"><picture><img class="kg-header-card-image" src="/h.jpg" alt=""></picture><div class="kg-header-card-content"><div class="kg-header-card-text"><h2 class="kg-header-card-heading"><span>New header</span></h2><p class="kg-header-card-subheading">Under it</p><a href="/on" class="kg-header-card-button">On</a></div></div></div>',
    ['heading', 'image', 'link'],
  ),
  card(
    'a button, a quotation set large, a plain one and a divider',
    '<div class="kg-card kg-button-card kg-align-center"><a href="#/portal/signup" class="kg-btn kg-btn-accent">Subscribe</a></div><blockquote class="kg-blockquote-alt">Set large</blockquote><blockquote>Set plain</blockquote><hr>',
    ['link', 'pullquote', 'blockquote', 'thematic-break'],
  ),
  card(
    'a form to sign up',
    signup,
    ['heading', 'image', 'link'],
    'Sign up Each week Subscribe No spam.',
  ),
  card(
    'a call to action with its label',
    '<div class="kg-card kg-cta-card kg-cta-bg-grey kg-cta-minimal" data-layout="minimal"><div class="kg-cta-sponsor-label-wrapper"><div class="kg-cta-sponsor-label"><p>Sponsored</p></div></div><div class="kg-cta-content"><div class="kg-cta-image-container"><a href="/x"><img src="/c.jpg" alt="CTA Image"></a></div><div class="kg-cta-content-inner"><div class="kg-cta-text"><p>Words of a sponsor</p></div><a href="/x" class="kg-cta-button">Learn more</a></div></div></div>',
    ['factbox', 'image', 'link'],
  ),
  card(
    "code, Markdown with footnotes, and HTML of one's own",
    '<figure class="kg-card kg-code-card"><pre><code class="language-html">&lt;figure class="kg-card" data-kg-thumbnail="x"&gt;\n  ok</code></pre><figcaption>A listing</figcaption></figure><!--kg-card-begin: markdown--><p>A claim<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p><hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>Its source <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section><!--kg-card-end: markdown--><!--kg-card-begin: html--><div class="mine"><table><tr><td>Own</td></tr></table></div><!--kg-card-end: html-->',
    ['code', 'note-reference', 'table'],
  ),
  {
    name: 'an unknown card, and one without its parts',
    data: {
      pages: [
        post(
          '<div class="kg-card kg-poll-card"><p>Which?</p><button>This</button></div><div class="kg-card kg-toggle-card"></div><figure class="kg-card kg-bookmark-card"></figure><div class="kg-callout-card">Bare</div><div class="kg-toggle-card">Odd</div><figure class="kg-bookmark-card">Strange</figure><div class="kg-audio-card"><p>Silent</p></div><figure class="kg-video-card"><video src="/v.mp4"></video><p>Loose</p></figure><div class="kg-file-card"><p>Aside</p></div><div class="kg-product-card"><p>Unsold</p></div>',
        ),
      ],
    },
    text: `${TITLE} Which? This Bare Odd Strange Silent Loose Aside Unsold`,
  },
  {
    name: "the editor's own data where there is no HTML",
    data: post(null, { lexical: JSON.stringify(lexical) }),
    text: `${TITLE} Plain, bold and sloping linked Third Quoted Pulled Item Under Both A hint Opens Behind it let a; Listing Marked So Me It Song Moves Sounds Paper f.pdf Read it Thing Good Buy Big Small Start Press Join Us Now Really Paid For this More Raw Marked down Unknown card`,
    types: [
      'strong',
      'emphasis',
      'break',
      'link',
      'heading',
      'blockquote',
      'pullquote',
      'list',
      'thematic-break',
      'image',
      'gallery',
      'factbox',
      'details',
      'code',
      'related',
      'embed',
      'video',
      'audio',
    ],
  },
  {
    name: 'plain text where there is nothing else',
    data: post(null, { plaintext: 'One.\n\nTwo <b>.' }),
    text: `${TITLE} One. Two <b>.`,
  },
];

const read = (html: string, over: object = {}) =>
  ghost.read({ posts: [post(html, over)] }, { parseHtml }).article;
const found = <T extends Block['type']>(blocks: readonly Block[], type: T) =>
  blocks.find((block): block is Extract<Block, { type: T }> => block.type === type);

describe('A post of Ghost', () => {
  itReads(ghost, examples);

  it('tells who wrote it, when, where it stands and who may read it', () => {
    const { article } = ghost.read(examples[0]!.data, { parseHtml });
    expect(article.authors[0]).to.deep.equal({
      name: 'Jane Doe',
      url: 'https://ghost.example/author/jane/',
      image: 'https://ghost.example/j.jpg',
    });
    expect(article.published).to.equal('2024-05-31T08:00:00.000+00:00');
    expect(article.section!.name).to.equal('World');
    expect(article.tags.map(({ name }) => name)).to.deep.equal(['NATO']);
    expect(article.lead).to.include({ type: 'image', alt: 'In front' });
    expect(article.free).to.equal(true);
    expect(read('<p>x</p>', { visibility: 'members', access: false }).free).to.equal(false);
  });

  it("keeps a picture's sizes and how wide it is set", () => {
    expect(found(read(image).body, 'image')).to.include({ width: 2000, placement: 'wide' });
  });

  it('makes a bookmark a card, apart from the text around it', () => {
    const { body } = read(`<p>Before</p>${bookmark}<p>After</p>`);
    expect(body.map(({ type }) => type)).to.deep.equal(['paragraph', 'figure', 'paragraph']);
    expect(found(found(body, 'figure')!.children, 'related')!.items).to.deep.equal([
      {
        headline: 'Other page',
        url: 'https://other.example/page',
        kicker: 'Other Paper · Ann Author',
        standfirst: 'What it tells',
        image: { type: 'image', src: 'https://other.example/t.jpg', alt: '' },
      },
    ]);
  });

  it('finds the picture of a video that Ghost lays behind it', () => {
    const html = examples.find(({ name }) => name === 'a video')!.data;
    const { body } = ghost.read(html, { parseHtml }).article;
    expect(found(body, 'video')!.poster).to.equal('https://ghost.example/t.jpg');
  });

  it('leads to an embedded post, and to the site for what opens over its pages', () => {
    const embeds = examples.find(({ name }) => name === 'an embedded post of another site')!;
    const { body } = ghost.read(embeds.data, { parseHtml }).article;
    expect(found(body, 'embed')).to.include({
      provider: 'x',
      url: 'https://twitter.com/some/status/1',
    });
    expect(JSON.stringify(read(signup).body)).to.contain('https://ghost.example/#/portal/signup');
  });

  it('shows the stars of a product', () => {
    const { data } = examples.find(({ name }) => name === 'a product')!;
    expect(JSON.stringify(ghost.read(data, { parseHtml }).article.body)).to.contain('"★★☆"');
  });

  it('takes an excerpt for a standfirst only where somebody wrote it', () => {
    expect(read('<p>x</p>').standfirst).to.equal(undefined);
    const cut = { custom_excerpt: undefined, excerpt: 'The text, and' };
    expect(read('<p>The text, <b>and</b> more</p>', cut).standfirst).to.equal(undefined);
    expect(read('<p>Else</p>', cut).standfirst).to.deep.equal(['The text, and']);
  });

  it('lets no address through that a page may not use', () => {
    const bad = 'javascript:alert(1)';
    const article = read(
      `<div class="kg-file-card"><a href="${bad}"><div class="kg-file-card-title">F</div></a></div><figure class="kg-bookmark-card"><a class="kg-bookmark-container" href="${bad}"><div class="kg-bookmark-title">B</div></a></figure>`,
      { url: bad, feature_image: bad, authors: [{ name: 'J', url: bad }] },
    );
    expect(JSON.stringify(article)).not.to.contain('script:');
    expect([...typesIn(article)]).to.include('related');
  });

  for (const [options, address] of [
    [
      { src: 'https://a.example/?key=22444f', post: '5ddc9141c35e7700383b2937' },
      'https://a.example/ghost/api/content/posts/5ddc9141c35e7700383b2937/?key=22444f&include=authors,tags',
    ],
    [
      { src: 'https://a.example/blog?key=22444f', post: 'a-story' },
      'https://a.example/blog/ghost/api/content/posts/slug/a-story/?key=22444f&include=authors,tags',
    ],
    [
      { src: 'https://a.example/2024/a-story/?key=22444f#x' },
      'https://a.example/ghost/api/content/posts/slug/a-story/?key=22444f&include=authors,tags',
    ],
    [
      { src: 'https://a.example/ghost/api/content/posts/1/?key=2' },
      'https://a.example/ghost/api/content/posts/1/?key=2&include=authors,tags',
    ],
    [
      { src: 'https://a.example/ghost/api/content/posts/1/?key=2&include=tags' },
      'https://a.example/ghost/api/content/posts/1/?key=2&include=tags',
    ],
  ] as const) {
    it(`asks once for ${JSON.stringify(options)}`, async () => {
      const asked: unknown[] = [];
      const fetch = (url: unknown) => {
        asked.push(url);
        return Promise.resolve(Response.json(examples[0]!.data));
      };
      const { article } = await articles(options).load({ parseHtml, fetch });
      expect(asked).to.deep.equal([address]);
      expect(article.headline).to.equal(TITLE);
      expect(JSON.stringify(article)).not.to.contain('22444f');
    });
  }

  it('says what it needs when there is no story to ask for', async () => {
    for (const options of [{}, { src: 'https://a.example/?key=1' }]) {
      const failed = await articles(options)
        .load({ parseHtml })
        .catch((error: unknown) => error);
      expect(failed).to.be.an.instanceOf(TypeError);
    }
  });
});
