import { expect } from '@open-wc/testing';
import { playerOf } from '../../src/content/players.js';
import { embedOf } from '../../src/content/providers.js';
import { badUrls } from '../bad-urls.js';

const did = 'did:plc:z72i7hdynmk6r22z27h6tvur';
const youtube = 'https://www.youtube-nocookie.com/embed/';
const film = `${youtube}dQw4w9WgXcQ`;
const vimeo = 'https://player.vimeo.com/video/';
const tweet = 'https://platform.twitter.com/embed/Tweet.html?id=1793&dnt=true';

/** Addresses as people find them, and the frame for each; none for what stays a link. */
const table: readonly (readonly [address: string, frame: string | undefined])[] = [
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', film],
  ['http://youtube.com/watch?v=dQw4w9WgXcQ', film],
  ['https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ', film],
  ['https://music.youtube.com/watch?v=dQw4w9WgXcQ&feature=share', film],
  ['https://WWW.YouTube.COM/watch?v=dQw4w9WgXcQ', film],
  ['https://youtu.be/dQw4w9WgXcQ', film],
  ['https://youtu.be/dQw4w9WgXcQ/?si=abc', film],
  ['https://youtu.be/dQw4w9WgXcQ?t=90', `${film}?start=90`],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s', `${film}?start=90`],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1h2m3s', `${film}?start=3723`],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=soon', film],
  ['https://www.youtube.com/embed/dQw4w9WgXcQ?start=30&autoplay=1', `${film}?start=30`],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', film],
  ['https://www.youtube.com/shorts/dQw4w9WgXcQ', film],
  ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=shared', film],
  ['https://www.youtube.com/v/dQw4w9WgXcQ', film],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL12', `${film}?list=PL12`],
  ['https://www.youtube.com/playlist?list=PL12', `${youtube}videoseries?list=PL12`],
  ['https://www.youtube.com/embed/videoseries?list=PL12', `${youtube}videoseries?list=PL12`],
  ['https://www.youtube.com/@NATO', undefined],
  ['https://www.youtube.com/watch?v=%22%3E%3Cscript%3E', undefined],
  ['https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', undefined],
  ['https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ', undefined],
  ['https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ', undefined],
  ['https://user:word@www.youtube.com/watch?v=dQw4w9WgXcQ', undefined],
  ['https://notyoutube.com/watch?v=dQw4w9WgXcQ', undefined],

  ['https://vimeo.com/76979871', `${vimeo}76979871?dnt=1`],
  ['https://vimeo.com/76979871/8b1c0a2d3e', `${vimeo}76979871?h=8b1c0a2d3e&dnt=1`],
  ['https://vimeo.com/76979871?h=8b1c0a2d3e', `${vimeo}76979871?h=8b1c0a2d3e&dnt=1`],
  ['https://player.vimeo.com/video/76979871?h=8b1c0a2d3e', `${vimeo}76979871?h=8b1c0a2d3e&dnt=1`],
  ['https://vimeo.com/channels/staffpicks/76979871', `${vimeo}76979871?dnt=1`],
  ['https://vimeo.com/groups/motion/videos/76979871', `${vimeo}76979871?dnt=1`],
  ['https://vimeo.com/showcase/123/video/76979871', `${vimeo}76979871?dnt=1`],
  ['https://vimeo.com/76979871#t=1m5s', `${vimeo}76979871?dnt=1#t=65s`],
  ['https://vimeo.com/event/4242', 'https://vimeo.com/event/4242/embed?dnt=1'],
  ['https://vimeo.com/nato', undefined],

  [
    `https://bsky.app/profile/${did}/post/3kq7`,
    `https://embed.bsky.app/embed/${did}/app.bsky.feed.post/3kq7`,
  ],
  [
    `https://bsky.app/profile/${encodeURIComponent(did)}/post/3kq7?ref_src=embed`,
    `https://embed.bsky.app/embed/${did}/app.bsky.feed.post/3kq7`,
  ],
  [
    `https://embed.bsky.app/embed/${did}/app.bsky.feed.post/3kq7?id=1`,
    `https://embed.bsky.app/embed/${did}/app.bsky.feed.post/3kq7`,
  ],
  ['https://bsky.app/profile/someone.example/post/3kq7', undefined],
  [`https://bsky.app/profile/${did}`, undefined],
  ['https://bsky.app/profile/did:plc:a%2F..%2Fb/post/3kq7', undefined],

  ['https://mastodon.social/@Gargron/1093', 'https://mastodon.social/@Gargron/1093/embed'],
  ['https://mastodon.social/@Gargron/1093/embed', 'https://mastodon.social/@Gargron/1093/embed'],
  [
    'https://mastodon.social/users/Gargron/statuses/1093',
    'https://mastodon.social/users/Gargron/statuses/1093/embed',
  ],
  ['https://mastodon.social/@someone@other.example/1093', undefined],
  ['https://mastodon.social/@Gargron', undefined],
  ['https://social.example/@someone/1093', undefined],

  ['https://x.com/someone/status/1793', tweet],
  ['https://twitter.com/someone/status/1793?s=20', tweet],
  ['https://mobile.twitter.com/someone/statuses/1793/photo/1', tweet],
  ['https://x.com/i/web/status/1793', tweet],
  ['https://platform.twitter.com/embed/Tweet.html?id=1793', tweet],
  ['https://x.com/someone', undefined],
  ['https://x.com/someone/status/1793x', undefined],

  ['https://www.instagram.com/p/CuX-_1/', 'https://www.instagram.com/p/CuX-_1/embed/'],
  ['https://instagram.com/reel/CuX1/?igsh=1', 'https://www.instagram.com/reel/CuX1/embed/'],
  ['https://www.instagram.com/reels/CuX1/', 'https://www.instagram.com/reel/CuX1/embed/'],
  ['https://www.instagram.com/tv/CuX1', 'https://www.instagram.com/tv/CuX1/embed/'],
  ['https://www.instagram.com/nato/p/CuX1/', 'https://www.instagram.com/p/CuX1/embed/'],
  ['https://www.instagram.com/p/CuX1/embed/captioned/', 'https://www.instagram.com/p/CuX1/embed/'],
  ['https://www.instagram.com/nato/', undefined],

  ['https://www.tiktok.com/@nato/video/7301', 'https://www.tiktok.com/embed/v2/7301'],
  ['https://m.tiktok.com/v/7301.html', 'https://www.tiktok.com/embed/v2/7301'],
  ['https://www.tiktok.com/embed/v2/7301', 'https://www.tiktok.com/embed/v2/7301'],
  ['https://www.tiktok.com/player/v1/7301', 'https://www.tiktok.com/embed/v2/7301'],
  ['https://vm.tiktok.com/ZMabc/', undefined],
  ['https://www.tiktok.com/@nato', undefined],

  [
    'https://www.facebook.com/NATO/posts/123',
    'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2FNATO%2Fposts%2F123&show_text=true',
  ],
  [
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2FNATO%2Fvideos%2F1%2F&width=500',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2FNATO%2Fvideos%2F1%2F&show_text=false',
  ],
  ['https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fevil.example%2F', undefined],
  ['https://www.facebook.com/NATO', undefined],

  ['https://open.spotify.com/episode/4rOo', 'https://open.spotify.com/embed/episode/4rOo'],
  ['https://open.spotify.com/intl-de/track/4rOo?si=1', 'https://open.spotify.com/embed/track/4rOo'],
  ['https://open.spotify.com/embed/show/4rOo', 'https://open.spotify.com/embed/show/4rOo'],
  ['https://open.spotify.com/embed-podcast/show/4rOo', 'https://open.spotify.com/embed/show/4rOo'],
  ['https://open.spotify.com/user/x/playlist/4rOo', 'https://open.spotify.com/embed/playlist/4rOo'],
  ['https://open.spotify.com/search/x', undefined],
  ['https://spotify.com/track/4rOo', undefined],

  [
    'https://soundcloud.com/nato/talk',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fnato%2Ftalk',
  ],
  [
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1&auto_play=true',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1',
  ],
  ['https://w.soundcloud.com/player/?url=https%3A//evil.example/tracks/1', undefined],
  ['https://soundcloud.com/nato', undefined],

  ['https://datawrapper.dwcdn.net/aB1cD/3/', 'https://datawrapper.dwcdn.net/aB1cD/3/'],
  ['https://datawrapper.dwcdn.net/', undefined],
  ['https://flo.uri.sh/visualisation/12/embed?auto=1', 'https://flo.uri.sh/visualisation/12/embed'],
  ['https://public.flourish.studio/story/12/', 'https://flo.uri.sh/story/12/embed'],

  [
    'https://www.openstreetmap.org/export/embed.html?bbox=14.39%2C50.08%2C14.42%2C50.09&layer=mapnik',
    'https://www.openstreetmap.org/export/embed.html?bbox=14.39%2C50.08%2C14.42%2C50.09&layer=mapnik',
  ],
  [
    'https://www.openstreetmap.org/#map=16/50.0865/14.4114',
    'https://www.openstreetmap.org/export/embed.html?bbox=14.40591%2C50.08375%2C14.41689%2C50.08925&layer=mapnik',
  ],
  [
    'https://www.openstreetmap.org/?mlat=50.0865&mlon=14.4114#map=16/50.0865/14.4114',
    'https://www.openstreetmap.org/export/embed.html?bbox=14.40591%2C50.08375%2C14.41689%2C50.08925&layer=mapnik&marker=50.0865%2C14.4114',
  ],
  ['https://www.openstreetmap.org/export/embed.html?bbox=a,b,c,d', undefined],
  ['https://www.openstreetmap.org/about', undefined],
  ['https://www.openstreetmap.org/#map=1/999/999', undefined],

  [
    'https://www.google.com/maps/embed?pb=!1m18!2d14.4!3d50.08',
    'https://www.google.com/maps/embed?pb=%211m18%212d14.4%213d50.08',
  ],
  [
    'https://www.google.com/maps/place/Charles+Bridge/@50.0865,14.4114,17z/data=!3m1',
    'https://www.google.com/maps?q=Charles+Bridge&ll=50.0865%2C14.4114&z=17&output=embed',
  ],
  [
    'https://www.google.com/maps/@50.0865,14.4114,17z',
    'https://www.google.com/maps?q=50.0865%2C14.4114&ll=50.0865%2C14.4114&z=17&output=embed',
  ],
  ['https://maps.google.com/?q=Prague', 'https://www.google.com/maps?q=Prague&output=embed'],
  ['https://maps.app.goo.gl/abc', undefined],
  ['https://www.google.com/search?q=Prague', undefined],
  ['https://docs.google.com/maps/embed?pb=1', undefined],

  ['https://charts.example/1', undefined],
  ['//www.youtube.com/embed/dQw4w9WgXcQ', film],
  ['', undefined],
];

describe('The frame for an address', () => {
  it('T6: is made of what is found in the address, or there is none', () => {
    const found = table.map(([address]) => {
      const page = embedOf(address)?.url;
      return [address, (playerOf(address) ?? (page ? playerOf(page) : undefined))?.url] as const;
    });
    expect(found).to.deep.equal(table);
  });

  it('T6: is the same for the page that a player is kept as', () => {
    for (const [address, frame] of table) {
      const kept = embedOf(address);
      if (!frame || !kept || kept.provider === 'googlemaps') continue;
      expect(playerOf(kept.url)?.url, address).to.equal(frame);
    }
  });

  it('T3: is never one of an address that no page may use', () => {
    for (const address of badUrls)
      expect(
        playerOf(address, { provider: 'mastodon', allows: () => true })?.url,
        address,
      ).to.equal(undefined);
  });

  it('T6: is the address itself where the page allows its host, and only there', () => {
    const allows = ({ host }: URL) => host === 'charts.example';
    const address = 'https://charts.example/1?a=b';
    expect(playerOf(address, { allows })).to.deep.equal({
      id: 'charts.example',
      name: 'charts.example',
      kind: 'frame',
      url: address,
      host: 'charts.example',
    });
    for (const other of [
      'https://charts.example.evil.example/',
      'https://a.charts.example/',
      'https://charts.example:444/',
      'https://charts.example@evil.example/',
    ])
      expect(playerOf(other, { allows }), other).to.equal(undefined);
  });

  it('T6: is that of the address, whatever provider the story names', () => {
    for (const provider of ['youtube', 'x', 'mastodon', 'constructor', '__proto__', 'a.example'])
      expect(playerOf('https://evil.example/watch?v=dQw4w9WgXcQ', { provider })).to.equal(
        undefined,
      );
    expect(playerOf('https://youtu.be/dQw4w9WgXcQ', { provider: 'x' })?.url).to.equal(film);
  });

  it('T6: is a post on any server of Mastodon, agreed to by the name of that server', () => {
    const on = (address: string) => playerOf(address, { provider: 'mastodon' });
    expect(on('https://social.example/@someone/12')).to.deep.equal({
      id: 'social.example',
      name: 'social.example',
      kind: 'post',
      url: 'https://social.example/@someone/12/embed',
      host: 'social.example',
    });
    for (const other of [
      'https://social.example/about',
      'https://social.example/@someone/12/../../x',
      'https://social.example:8443/@someone/12',
      'https://localhost/@someone/12',
      'https://router.local/@someone/12',
      'https://192.168.0.1/@someone/12',
      'https://[::1]/@someone/12',
      'https://2130706433/@someone/12',
    ])
      expect(on(other), other).to.equal(undefined);
  });
});

describe('The page for a player', () => {
  const pages: readonly (readonly [player: string, page: string])[] = [
    [
      'https://www.youtube.com/embed/dQw4w9WgXcQ?start=30',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30',
    ],
    [
      'https://www.youtube.com/embed/videoseries?list=PL12',
      'https://www.youtube.com/playlist?list=PL12',
    ],
    ['https://player.vimeo.com/video/1?h=abc', 'https://vimeo.com/1/abc'],
    ['https://platform.twitter.com/embed/Tweet.html?id=12', 'https://x.com/i/status/12'],
    [
      `https://embed.bsky.app/embed/${did}/app.bsky.feed.post/3kq7`,
      `https://bsky.app/profile/${did}/post/3kq7`,
    ],
    ['https://mastodon.social/@Gargron/1/embed', 'https://mastodon.social/@Gargron/1'],
    [
      'https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d2560!2d14.41!3d50.08!3m3!1m2!1s0x470b!2sCharles%20Bridge!5e0!3m2!1sen!2scz',
      'https://www.google.com/maps?q=Charles+Bridge&ll=50.08%2C14.41',
    ],
    ['https://www.google.com/maps?q=Prague&output=embed', 'https://www.google.com/maps?q=Prague'],
    [
      'https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/nato/talk',
      'https://soundcloud.com/nato/talk',
    ],
  ];

  it('is one that a reader can open', () => {
    expect(pages.map(([player]) => [player, embedOf(player)?.url])).to.deep.equal(pages);
  });
});
