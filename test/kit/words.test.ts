import { expect } from '@open-wc/testing';
import { ReactiveElement } from 'lit';
import { ContextProvider } from '../../src/kit/context.js';
import {
  learnWords,
  registerWords,
  say,
  wordsContext,
  WordsController,
  type Words,
} from '../../src/kit/words.js';
import { enComments } from '../../src/kit/words/en-comments.js';
import { show, turn } from '../helpers.js';

class Speaker extends ReactiveElement {
  words?: Partial<Words> | undefined;
  readonly voice = new WordsController(this);
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.textContent = this.voice.say('updated');
  }
}
class Article extends ReactiveElement {
  readonly given = new ContextProvider<Partial<Words> | undefined>(this, wordsContext, undefined);
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
customElements.define('test-speaker', Speaker);
customElements.define('test-words', Article);

const partly = (words: object) => words as Partial<Words>;

describe('The words of the tags', () => {
  it('are English where nobody knows the language', () => {
    expect(say('en', 'updated')).to.equal('Updated');
    expect(say('tlh', 'updated')).to.equal('Updated');
    expect(say('no such language', 'updated')).to.equal('Updated');
  });

  it('take numbers in the plural and the digits of the language', () => {
    learnWords(enComments);
    expect(say('en', 'comments', { count: 1 })).to.equal('1 comment');
    expect(say('en', 'comments', { count: 0 })).to.equal('0 comments');
    expect(say('en', 'comments', { count: 10000 })).to.equal('10,000 comments');
    registerWords('pl', {
      comments: {
        one: '{count} komentarz',
        few: '{count} komentarze',
        many: '{count} komentarzy',
        other: '{count} komentarza',
      },
    });
    const counts = [1, 3, 5, 1.5].map((count) => say('pl', 'comments', { count }));
    expect(counts).to.deep.equal(['1 komentarz', '3 komentarze', '5 komentarzy', '1,5 komentarza']);
    registerWords('he', { comments: { other: '{count} תגובות' } });
    expect(say('he', 'comments', { count: 1 }), 'a form that is missing').to.equal('1 תגובות');
  });

  it('fill only the places they know', () => {
    expect(say('en', 'leaveReplyTo', { name: '{count} $& Ann' })).to.equal(
      'Leave a Reply to {count} $& Ann',
    );
    expect(say('en', 'leaveReplyTo')).to.equal('Leave a Reply to {name}');
  });

  it('come from the region, else its language, else English, word by word', () => {
    registerWords('de', { updated: 'Aktualisiert', reply: 'Antworten' });
    registerWords('de-AT', { updated: 'Aktualisiert (AT)' });
    expect(say('de-AT', 'updated')).to.equal('Aktualisiert (AT)');
    expect(say('DE_at', 'updated')).to.equal('Aktualisiert (AT)');
    expect(say('de-AT', 'reply')).to.equal('Antworten');
    expect(say('de-CH-1996', 'updated')).to.equal('Aktualisiert');
    expect(say('de', 'justNow')).to.equal('just now');
  });

  it('give way to overrides, the first first', () => {
    const first = partly({ updated: 'Mine' });
    const second = partly({ updated: 'Yours', reply: 'Answer' });
    expect(say('en', 'updated', {}, undefined, first, second)).to.equal('Mine');
    expect(say('en', 'reply', {}, first, second)).to.equal('Answer');
    expect(say('en', 'by', { authors: 'Ann' }, first, second)).to.equal('By Ann');
  });

  for (const [language, words] of [
    ['', {}],
    [undefined, {}],
    [5, {}],
    ['cs', null],
    ['cs', 'Ano'],
  ]) {
    it(`cannot be registered as ${JSON.stringify([language, words])}`, () => {
      expect(() => registerWords(language as string, words as object)).to.throw(TypeError);
    });
  }
});

describe('An element that speaks', () => {
  it('says what its own property says, else the article, else its language', async () => {
    registerWords('sv', { updated: 'Uppdaterad' });
    const article = await show<Article>(
      '<test-words lang="sv"><test-speaker></test-speaker></test-words>',
    );
    const speaker = article.querySelector<Speaker>('test-speaker')!;
    expect(speaker.textContent).to.equal('Uppdaterad');
    article.given.value = { updated: 'Ändrad' };
    await turn();
    expect(speaker.textContent).to.equal('Ändrad');
    speaker.words = { updated: 'Ny' };
    speaker.requestUpdate();
    await turn();
    expect(speaker.textContent).to.equal('Ny');
  });

  it('follows the nearest lang when it changes, and when it is moved', async () => {
    registerWords('da', { updated: 'Opdateret' });
    const box = await show<HTMLElement>(
      '<div><p lang="da"></p><section><test-speaker></test-speaker></section></div>',
    );
    const speaker = box.querySelector<Speaker>('test-speaker')!;
    box.lang = 'en';
    await turn();
    expect(speaker.textContent).to.equal('Updated');
    box.querySelector('section')!.lang = 'da';
    await turn();
    expect(speaker.textContent).to.equal('Opdateret');
    box.append(speaker);
    await turn();
    expect(speaker.textContent).to.equal('Updated');
    box.querySelector('p')!.append(speaker);
    await turn();
    expect(speaker.textContent).to.equal('Opdateret');
  });

  it('takes up words that arrive later, unless it is gone', async () => {
    const box = await show<HTMLElement>('<div lang="nb"><test-speaker></test-speaker></div>');
    const speaker = box.querySelector<Speaker>('test-speaker')!;
    registerWords('nb', { updated: 'Oppdatert' });
    await turn();
    expect(speaker.textContent).to.equal('Oppdatert');
    speaker.remove();
    registerWords('nb', { updated: 'Ny' });
    await turn();
    expect(speaker.textContent).to.equal('Oppdatert');
  });
});
