import { expect } from '@open-wc/testing';
import { attributes, escape, html, joined } from '../../src/content/html.js';

describe('The writer of HTML', () => {
  it('escapes whatever text is put into it, in content and in attributes', () => {
    const text = `<b title="x">'&'</b>`;
    const escaped = `&lt;b title=&quot;x&quot;&gt;'&amp;'&lt;/b&gt;`;
    expect(escape(text)).to.equal(escaped);
    expect(String(html`<p title="${text}">${text}</p>`)).to.equal(
      `<p title="${escaped}">${escaped}</p>`,
    );
  });

  it('keeps what it wrote itself, alone and in lists', () => {
    const items = ['<', '>'].map((sign) => html`<li>${sign}</li>`);
    expect(String(html`<ul>${items}</ul>`)).to.equal('<ul><li>&lt;</li><li>&gt;</li></ul>');
  });

  it('writes nothing for what is absent, but a zero is a number', () => {
    expect(String(html`${undefined}${null}${false}${''}${[]}|${0}`)).to.equal('|0');
  });

  it('joins the parts that there are, and writes nothing where there are none', () => {
    expect(String(joined(['<', false, html`<br>`, undefined, '', 0], ' & '))).to.equal(
      '&lt; & <br> & 0',
    );
    expect(String(joined([html``, html``], '|'))).to.equal('|');
    expect(joined([false, undefined, null, ''], '|')).to.equal(undefined);
  });

  it('does not take an object that only looks like HTML for it', () => {
    const forged = { markup: '<b>', toString: () => '<b>' } as unknown as string;
    expect(String(html`${forged}`)).to.equal('&lt;b&gt;');
  });

  it('writes attributes that there are, quoted, and bare ones for true', () => {
    const written = attributes({
      alt: '',
      title: 'a "b" <c>',
      width: 0,
      required: true,
      hidden: false,
      id: undefined,
      lang: null,
    });
    expect(String(written)).to.equal(
      ' alt="" title="a &quot;b&quot; &lt;c&gt;" width="0" required',
    );
  });
});
