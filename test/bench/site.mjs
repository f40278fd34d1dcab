// The Prague page on a site of its own, for those who judge a whole page: once with the two lines pasted by
// hand, once as the server writes it.
import { renderPage } from '../../dist/server.js';
import { pragueArticle, wordpressThread } from '../prague.mjs';
import { PICTURE, pasted, pictureFiles, pragueModel } from './articles.mjs';
import { ownFiles } from './own-files.mjs';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6v6H1z"/></svg>';
/** What a site adds to any page: what the story is about, and its icon. */
const head = `<meta name="description" content="NATO’s foreign ministers met in Prague, ahead of the summit in Washington.">
<link rel="icon" href="/icon.svg" type="image/svg+xml">`;

const SRCSET = `/small.webp 480w, /medium.webp 960w, /${PICTURE} 1600w`;

/** The picture in the sizes that screens need, and first in line: the server's writer does both by itself. */
const withPicture = (article) =>
  article.replace(
    `src="${PICTURE}"`,
    `src="/${PICTURE}" srcset="${SRCSET}" sizes="(width < 60rem) 100vw, 60rem" fetchpriority="high"`,
  );

export async function sitePages() {
  const comments = wordpressThread;
  return {
    ...(await ownFiles()),
    ...(await pictureFiles()),
    '/icon.svg': ICON,
    '/robots.txt': 'User-agent: *\nAllow: /\n',
    '/pasted': pasted(withPicture(pragueArticle({ comments }))).replace(
      '</head>',
      `${head}</head>`,
    ),
    '/server': renderPage(
      { ...pragueModel, lead: { ...pragueModel.lead, srcset: SRCSET } },
      {
        inlineStyles: true,
        script: '/broadsheet.js',
        siteName: 'Broadsheet',
        after: comments,
        head,
      },
    ),
  };
}
