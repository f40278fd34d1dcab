import { expect } from '@open-wc/testing';
import { languageOf, localeOf, watchLanguage } from '../../src/kit/language.js';
import { show, turn } from '../helpers.js';

describe('The language of an element', () => {
  it('is the nearest lang, looking out of shadow roots too', async () => {
    const box = await show('<div lang="cs"><p><b></b></p><i lang="de"></i><u lang=""></u></div>');
    const root = box.querySelector('p')!.attachShadow({ mode: 'open' });
    const inner = document.createElement('span');
    root.append(inner);
    expect(languageOf(box)).to.equal('cs');
    expect(languageOf(box.querySelector('b')!)).to.equal('cs');
    expect(languageOf(box.querySelector('i')!)).to.equal('de');
    expect(languageOf(box.querySelector('u')!), 'an empty one says nothing').to.equal('cs');
    expect(languageOf(inner)).to.equal('cs');
  });

  it("is the reader's own where nobody says", () => {
    expect(languageOf(document.createElement('p'))).to.equal(navigator.language);
  });

  it('is that of another document, once an element is moved there', async () => {
    const frame = await show<HTMLIFrameElement>('<iframe title="Another document"></iframe>');
    const { documentElement, body } = frame.contentDocument!;
    documentElement.lang = 'de';
    const element = document.createElement('p');
    body.append(element);
    expect(languageOf(element)).to.equal('de');
    const host = frame.contentDocument!.createElement('div');
    body.append(host);
    host.attachShadow({ mode: 'open' }).append(element);
    expect(languageOf(element)).to.equal('de');
  });

  for (const [language, locale] of [
    ['en', 'en'],
    ['en_GB', 'en-GB'],
    ['EN-gb', 'en-GB'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['nonsense in here', 'en'],
    ['', 'en'],
  ]) {
    it(`${JSON.stringify(language)} is ${locale} for Intl`, () => {
      expect(localeOf(language!)).to.equal(locale);
      expect(localeOf(language!)).to.equal(locale);
    });
  }
});

describe('Whoever watches the language', () => {
  it('is told of every lang that changes around, and no longer when done', async () => {
    const box = await show('<div><p></p></div>');
    const shadow = box.querySelector('p')!.attachShadow({ mode: 'open' });
    const inner = document.createElement('span');
    shadow.append(inner);
    const heard: string[] = [];
    const ends = [
      watchLanguage(inner, () => heard.push('inner')),
      watchLanguage(box, () => heard.push('box')),
    ];
    box.lang = 'cs';
    await turn();
    expect(heard.sort()).to.deep.equal(['box', 'inner']);
    heard.length = 0;
    inner.lang = 'de';
    await turn();
    expect(heard, 'inside the shadow root').to.deep.equal(['inner']);
    heard.length = 0;
    ends[0]!();
    box.lang = 'fr';
    inner.lang = 'fr';
    await turn();
    expect(heard).to.deep.equal(['box']);
    heard.length = 0;
    ends[1]!();
    box.lang = 'en';
    await turn();
    expect(heard).to.deep.equal([]);
    const end = watchLanguage(box, () => heard.push('again'));
    box.lang = 'cs';
    await turn();
    end();
    expect(heard).to.deep.equal(['again']);
  });
});
