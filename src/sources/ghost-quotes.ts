import { attribute, find, type HtmlElement, type HtmlNode } from '../content/nodes.js';
import { embedOf } from '../content/providers.js';

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly HtmlNode[],
): HtmlElement => ({ name, attributes, children });

/** What sites call the quotation that their script turns into a post of theirs. */
const posts =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-(?:card|embed-bq)|imgur-embed-pub|text-post-media)(?:\s|$)/;

export const isPost = ({ name, attributes }: HtmlElement): boolean =>
  name === 'blockquote' && posts.test(attributes.class ?? '');

/** A post of another site as the embed that it is: its words, and where it stands. */
export function embedded(post: HtmlElement, caption: readonly HtmlNode[] = []): HtmlElement {
  const links = find(post.children, ({ name }) => name === 'a').flatMap(
    (link) => attribute(link, 'href') ?? [],
  );
  const target = embedOf(attribute(post, 'cite') ?? links.at(-1) ?? '');
  const figure = element('figure', {}, [post, ...caption]);
  return target ? element('article-embed', { src: target.url }, [figure]) : figure;
}
