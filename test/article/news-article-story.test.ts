import { expect } from '@open-wc/testing';
import type { ArticleErrorEvent, ArticleLoadEvent } from '../../src/article/article-events.js';
import type { NewsArticle } from '../../src/article/news-article.js';
import { articleOf, type Article, type ArticleResult } from '../../src/content/article.js';
import '../../src/define/all.js';
import type { ArticleSource } from '../../src/sources/article-source.js';
import { SourceError } from '../../src/sources/comment-source.js';
import { defer, mount, next, type Deferred } from '../comments/helpers.js';
import { allByRole, byRole, read, turn } from '../helpers.js';

const story = (headline: string, over: Partial<Article> = {}): Article =>
  articleOf({
    headline,
    authors: [{ name: 'Jane Doe' }],
    published: '2024-05-31',
    body: [{ type: 'paragraph', children: [`Text of ${headline}.`] }],
    ...over,
  });

/** A source that answers when it is told to. */
class SlowSource implements ArticleSource {
  readonly name = 'slow';
  readonly asked: (Deferred<ArticleResult> & { signal: AbortSignal | undefined })[] = [];

  load({ signal }: { signal?: AbortSignal | undefined }): Promise<ArticleResult> {
    const answer = { ...defer<ArticleResult>(), signal };
    this.asked.push(answer);
    return answer.promise;
  }
}

/** Resolves when a source has been asked so many times. */
async function asked(source: SlowSource, times = 1): Promise<void> {
  while (source.asked.length < times) await turn();
}

const answer = (source: SlowSource, index: number, headline: string) =>
  source.asked[index]!.resolve({ article: story(headline), problems: [] });

const shown = (element: Element) => element.querySelector('h1')?.textContent ?? '';

describe('A story from elsewhere', () => {
  it('is written from data, in the tags that enhance it', async () => {
    const element = await mount<NewsArticle>('<news-article></news-article>');
    const load = next<ArticleLoadEvent>(element, 'article-load');
    element.article = story('Data', { lang: 'cs', design: 'opinion' });
    expect((await load).article.headline).to.equal('Data');
    await element.updateComplete;
    expect(shown(element)).to.equal('Data');
    expect(read(element)).to.contain('By Jane Doe').and.to.contain('Text of Data.');
    expect(element.lang).to.equal('cs');
    expect(element.getAttribute('design')).to.equal('opinion');
    expect(element.querySelector('article-time time')!.textContent).to.equal('31. května 2024');
    byRole(element.parentElement!, 'article', 'Data');
    await expect(element).to.be.accessible();
  });

  it('is read from a script element inside', async () => {
    const json = JSON.stringify(story('Inline')).replaceAll('<', '\\u003c');
    const load = next(window, 'article-load');
    const element = await mount<NewsArticle>(
      `<news-article><script type="application/json">${json}</script></news-article>`,
    );
    await load;
    expect(shown(element)).to.equal('Inline');
    expect(element.querySelector('script')).not.to.equal(null);
  });

  it('is announced while it is on its way, in a place of its own', async () => {
    const source = new SlowSource();
    const element = await mount<NewsArticle>('<news-article></news-article>', {
      articleSource: source,
    });
    await asked(source);
    expect(read(byRole(element, 'status'))).to.equal('Loading the story…');
    expect(element.getAttribute('aria-busy')).to.equal('true');
    const load = next(element, 'article-load');
    answer(source, 0, 'Came');
    await load;
    expect(element.hasAttribute('aria-busy')).to.equal(false);
    expect(allByRole(element, 'status')).to.be.empty;
    expect(source.asked).to.have.length(1);
  });

  it('replaces only what it wrote', async () => {
    const first = next(window, 'article-load');
    const element = await mount<NewsArticle>(
      '<news-article><comment-thread source="local" post="x-story"></comment-thread></news-article>',
      { article: story('One') },
    );
    await first;
    const thread = element.querySelector('comment-thread')!;
    const load = next(element, 'article-load');
    element.article = story('Two');
    await load;
    expect(shown(element)).to.equal('Two');
    expect(element.querySelector('comment-thread')).to.equal(thread);
    expect(element.lastElementChild).to.equal(thread);
    expect(element.querySelectorAll('h1')).to.have.length(1);
  });

  it('takes the language back with the story, but never what the page said', async () => {
    const first = next(window, 'article-load');
    const element = await mount<NewsArticle>('<news-article design="news"></news-article>', {
      article: story('One', { lang: 'de', design: 'review' }),
    });
    await first;
    expect(element.lang).to.equal('de');
    expect(element.getAttribute('design')).to.equal('news');
    const second = next(element, 'article-load');
    element.article = story('Two');
    await second;
    expect(element.hasAttribute('lang')).to.equal(false);
    element.article = undefined;
    await element.updateComplete;
    await turn();
    expect(shown(element)).to.equal('');
  });

  it('drops an answer that comes after another was asked for', async () => {
    const source = new SlowSource();
    const element = await mount<NewsArticle>('<news-article src="a"></news-article>', {
      articleSource: source,
    });
    await asked(source);
    element.src = 'b';
    await asked(source, 2);
    expect(source.asked[0]!.signal!.aborted).to.equal(true);
    const load = next<ArticleLoadEvent>(element, 'article-load');
    answer(source, 1, 'Second');
    await load;
    answer(source, 0, 'First');
    await turn();
    expect(shown(element)).to.equal('Second');
  });

  it('says that it did not come, and comes when the reader tries again', async () => {
    const source = new SlowSource();
    const element = await mount<NewsArticle>(
      '<news-article src="https://news.example/story"></news-article>',
      { articleSource: source },
    );
    await asked(source);
    const failed = next<ArticleErrorEvent>(element, 'article-error');
    const error = new SourceError('offline', 'No connection.');
    source.asked[0]!.reject(error);
    expect(await failed).to.include({ error, kind: 'offline' });
    expect(read(byRole(element, 'alert'))).to.contain('The story could not be loaded.');
    expect(byRole<HTMLAnchorElement>(element, 'link').href).to.equal('https://news.example/story');
    await expect(element).to.be.accessible();
    byRole(element, 'button', 'Try again').click();
    await asked(source, 2);
    const load = next(element, 'article-load');
    answer(source, 1, 'At last');
    await load;
    expect(shown(element)).to.equal('At last');
    expect(allByRole(element, 'alert')).to.be.empty;
  });

  it('links nowhere dangerous when it fails', async () => {
    const source = new SlowSource();
    const element = await mount<NewsArticle>(
      '<news-article src="javascript:alert(1)"></news-article>',
      {
        articleSource: source,
      },
    );
    await asked(source);
    const failed = next(element, 'article-error');
    source.asked[0]!.reject(new Error('No.'));
    await failed;
    expect(allByRole(element, 'link')).to.be.empty;
  });

  it('asks again after it was taken out on the way, and not when it was there', async () => {
    const source = new SlowSource();
    const element = await mount<NewsArticle>('<news-article></news-article>', {
      articleSource: source,
    });
    await asked(source);
    const parent = element.parentElement!;
    element.remove();
    expect(source.asked[0]!.signal!.aborted).to.equal(true);
    parent.append(element);
    await asked(source, 2);
    const load = next(element, 'article-load');
    answer(source, 1, 'Back');
    await load;
    element.remove();
    parent.append(element);
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(source.asked).to.have.length(2);
    expect(shown(element)).to.equal('Back');
  });

  it('says when there is none in what was given', async () => {
    const element = await mount<NewsArticle>('<news-article></news-article>');
    const failed = next(element, 'article-error');
    element.article = {} as Article;
    await failed;
    byRole(element, 'button', 'Try again');
  });

  it('fails in words when nobody knows the source', async () => {
    const failed = next<ArticleErrorEvent>(window, 'article-error');
    await mount<NewsArticle>('<news-article src="/x" source="carrier-pigeon"></news-article>');
    expect((await failed).error).to.be.instanceOf(TypeError);
  });

  it('tells search engines what is shown', async () => {
    const load = next(window, 'article-load');
    const element = await mount<NewsArticle>('<news-article></news-article>', {
      article: story('Found'),
    });
    await load;
    await element.updateComplete;
    await turn();
    const json = [...document.querySelectorAll('script[type="application/ld+json"]')]
      .map(({ textContent }) => JSON.parse(textContent) as { headline: string })
      .filter(({ headline }) => headline === 'Found');
    expect(json).to.have.length(1);
  });
});
