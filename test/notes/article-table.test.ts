import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements.js';
import { registerWords } from '../../src/kit/words.js';
import type { ArticleTable } from '../../src/notes/article-table.js';
import {
  allByRole,
  byRole,
  can,
  itWhere,
  press,
  read,
  show,
  turn,
  warnings,
  withStyles,
} from '../helpers.js';
import { waitUntil } from '../soon.js';

defineAll();

const head =
  '<caption>Spending</caption><thead><tr><th scope="col">Country</th><th scope="col">Share</th><th scope="col">Since</th></tr></thead>';
const rows = [
  ['Poland', '4.12 %', '<time datetime="1999-03-12">12 March 1999</time>'],
  ['Estonia', '3.43 %', '<time datetime="2004-03-29">29 March 2004</time>'],
  ['Zambia', '—', '<time datetime="1964-10-24">24 October 1964</time>'],
  ['Ålesund', '12.5 %', '<time datetime="1848-01-01">1848</time>'],
  ['Greece', '−1.2 %', '<time datetime="1952-02-18">18 February 1952</time>'],
];
const row = (cells: readonly string[]) =>
  `<tr>${cells.map((cell, index) => (index ? `<td>${cell}</td>` : `<th scope="row">${cell}</th>`)).join('')}</tr>`;
const tableOf = (list: readonly (readonly string[])[] = rows, inner = head) =>
  `<table>${inner}<tbody>${list.map(row).join('')}</tbody><tfoot>${row(['All', '5 %', ''])}</tfoot></table>`;
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => [`Country ${index + 1}`, `${index}.5`, '2000']);

const ready = (element: Element) => waitUntil(() => element.matches(':state(ready)'));
async function table(
  attributes = '',
  inner = tableOf(),
  around = 'lang="en"',
): Promise<ArticleTable> {
  const article = await show(
    `<news-article ${around}><p>Before</p><article-table loading="eager" ${attributes}>${inner}</article-table><p>After</p></news-article>`,
  );
  const element = article.querySelector('article-table')!;
  await ready(element);
  return element;
}
const column = (element: Element, index = 0) =>
  [...element.querySelectorAll('tbody tr')].map((one) => one.children[index]!.textContent.trim());
const sorter = (element: Element, name: string) =>
  byRole<HTMLButtonElement>(element, 'button', `Sort by ${name}`);
async function sortBy(element: Element, name: string): Promise<void> {
  const button = sorter(element, name);
  const status = (button.getRootNode() as ShadowRoot).querySelector('[role=status]')!;
  const [before, order] = [status.textContent, column(element).join()];
  button.click();
  await waitUntil(() => status.textContent !== before || column(element).join() !== order);
}
const boxes = (element: Element) =>
  [...element.closest('news-article, .news-article')!.querySelectorAll('p, th, td, tr, table')]
    .filter((one) => !one.closest('table-sorter'))
    .map((one) => JSON.stringify(one.getBoundingClientRect()));

describe('A table', () => {
  withStyles();

  for (const attributes of [
    '',
    'sortable',
    'sortable rows="5"',
    'layout="stack"',
    'layout="stack" sortable',
  ]) {
    for (const width of [320, 900]) {
      it(`moves nothing when its script arrives: ${attributes || 'plain'}, ${width} pixels wide`, async () => {
        const article = await show(
          `<news-article lang="en" style="inline-size: ${width}px"><p>Before</p><article-table ${attributes}>${tableOf(many(12))}</article-table><p>After</p></news-article>`,
        );
        const element = article.querySelector('article-table')!;
        const before = boxes(element);
        element.setAttribute('loading', 'eager');
        await ready(element);
        expect(boxes(element)).to.deep.equal(before);
      });
    }
  }

  it('is all there, and readable, without its script', async () => {
    const page = await show(
      `<div class="news-article" lang="en"><div class="article-table" rows="5" sortable>${tableOf(many(12))}</div></div>`,
    );
    expect(read(page)).to.contain('Country 12');
    await expect(page).to.be.accessible();
  });

  it('can be scrolled by the keyboard, under its name, where it is too wide, and only there', async () => {
    const wide = [['Gross', 'W'.repeat(20), 'x'.repeat(200)]];
    const element = await table(
      'style="inline-size: 300px"',
      tableOf(wide).replaceAll('<td>', '<td style="white-space: nowrap">'),
    );
    expect(element.tabIndex).to.equal(0);
    expect(byRole(element.parentElement!, 'region', 'Spending')).to.equal(element);
    await expect(element).to.be.accessible();
    const narrow = await table();
    expect(narrow.hasAttribute('tabindex')).to.equal(false);
    expect(allByRole(narrow.parentElement!, 'region')).to.be.empty;
  });

  it('is left alone where its author has given it a place for the keyboard', async () => {
    const element = await table(
      'style="inline-size: 100px" tabindex="0" role="group" aria-label="Own"',
    );
    expect(element.getAttribute('aria-label')).to.equal('Own');
    expect(element.getAttribute('role')).to.equal('group');
  });
});

describe('A table that is stacked', () => {
  withStyles();
  const narrow = 'lang="en" style="inline-size: 320px"';

  it('says before each cell what its column is called, as it was written or by itself', async () => {
    const written = tableOf().replace('<td>4.12 %', '<td data-label="Own">4.12 %');
    const element = await table('layout="stack"', written, narrow);
    const [first, second] = element.querySelectorAll('tbody td');
    // Firefox computes `attr(…)` to itself.
    const label = (cell: Element) => getComputedStyle(cell, '::before').content;
    expect(label(first!)).to.match(/^"Own"$|data-label/);
    expect(label(second!)).to.match(/^"Since"$|data-column/);
    expect((second as HTMLElement).dataset.column).to.equal('Since');
    expect(getComputedStyle(first!).display).to.equal('flow-root');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).to.be.at.most(clientWidth);
  });

  it('is a table to screen readers all the same', async () => {
    const element = await table('layout="stack"', tableOf(), narrow);
    byRole(element, 'table', 'Spending');
    expect(allByRole(element, 'columnheader').map(read)).to.deep.equal([
      'Country',
      'Share',
      'Since',
    ]);
    expect(allByRole(element, 'rowheader', 'Poland')).to.have.lengthOf(1);
    expect(allByRole(element, 'row')).to.have.lengthOf(7);
    await expect(element).to.be.accessible();
  });

  it('can be sorted there too', async () => {
    const element = await table('layout="stack" sortable', tableOf(), narrow);
    expect(sorter(element, 'Share').getBoundingClientRect().width).to.be.above(20);
    await sortBy(element, 'Share');
    expect(column(element)[0]).to.equal('Greece');
    await expect(element).to.be.accessible();
  });
});

describe('A table that can be sorted', () => {
  withStyles();

  it('has a button over each column, accessibly', async () => {
    const element = await table('sortable');
    expect(allByRole(element, 'button')).to.have.lengthOf(3);
    byRole(element, 'columnheader', 'Share');
    await expect(element).to.be.accessible();
  });

  it('is sorted one way, the other way, and back as it was written', async () => {
    const element = await table('sortable');
    const before = column(element);
    const [cell] = element.querySelectorAll('th');
    await sortBy(element, 'Country');
    expect(column(element)).to.deep.equal(['Ålesund', 'Estonia', 'Greece', 'Poland', 'Zambia']);
    expect(cell!.getAttribute('aria-sort')).to.equal('ascending');
    await sortBy(element, 'Country');
    expect(column(element)[0]).to.equal('Zambia');
    expect(cell!.getAttribute('aria-sort')).to.equal('descending');
    await sortBy(element, 'Country');
    expect(column(element)).to.deep.equal(before);
    expect(cell!.hasAttribute('aria-sort')).to.equal(false);
    expect(read(element.querySelector('tfoot'))).to.contain('All');
  });

  it('tells those who listen what has been done', async () => {
    const element = await table('sortable');
    const status = () =>
      allByRole(element, 'status')
        .map((one) => one.textContent)
        .join('');
    await sortBy(element, 'Share');
    expect(status()).to.equal('Sorted by Share, ascending');
    await sortBy(element, 'Share');
    expect(status()).to.equal('Sorted by Share, descending');
    await sortBy(element, 'Share');
    expect(status()).to.equal('Back in the order in which it was written');
  });

  it('orders numbers as numbers, with nothing at the end both ways', async () => {
    const element = await table('sortable');
    await sortBy(element, 'Share');
    expect(column(element, 1)).to.deep.equal(['−1.2 %', '3.43 %', '4.12 %', '12.5 %', '—']);
    await sortBy(element, 'Share');
    expect(column(element, 1).at(-1)).to.equal('—');
    expect(column(element, 1)[0]).to.equal('12.5 %');
  });

  it('orders moments by what machines read', async () => {
    const element = await table('sortable');
    await sortBy(element, 'Since');
    expect(column(element, 2)[0]).to.equal('1848');
    expect(column(element, 2).at(-1)).to.equal('29 March 2004');
  });

  for (const [lang, what, values] of [
    ['de', 'German numbers', ['1.234,5', '12,7', '999']],
    ['en', 'thousands', ['1,234.5', '12.7', '999']],
    ['fr', 'spaces between thousands', ['1\u202f234,5', '12,7', '999']],
    ['cs', 'hard spaces between thousands', ['1\u00a0234,5', '12,7', '999']],
    ['de-CH', 'apostrophes', ['1’234.5', '12.7', '999']],
    ['en', 'money', ['$1,234', '$12.70', '$999']],
    ['en', 'losses in brackets', ['(5)', '(12)', '3']],
    ['ar-EG', 'Arabic digits', ['١٬٢٣٤', '١٢٫٥', '٩٩٩']],
    ['en', 'units', ['1,000 km', '12 km', '700 km']],
    ['en', 'values for machines', ['one', 'two', 'three']],
  ] as const) {
    it(`understands ${what} (${lang})`, async () => {
      const values2: Record<string, string> = { one: '1000', two: '2', three: '30' };
      const list = values.map((value) => [value, value, value]);
      const element = await table('sortable', tableOf(list), `lang="${lang}"`);
      if (what === 'values for machines')
        for (const cell of element.querySelectorAll<HTMLElement>('tbody td'))
          cell.dataset.value = values2[cell.textContent] ?? '';
      await sortBy(element, 'Share');
      const [high, low, middle] = values;
      expect(column(element, 1)).to.deep.equal(
        what === 'losses in brackets' ? [low, high, middle] : [low, middle, high],
      );
    });
  }

  it('orders words as their language does', async () => {
    const list = ['Zebra', 'Öl', 'Oma'].map((word) => [word, 'a', 'b']);
    const german = await table('sortable', tableOf(list), 'lang="de"');
    await sortBy(german, 'Country');
    expect(column(german)).to.deep.equal(['Öl', 'Oma', 'Zebra']);
    const swedish = await table('sortable', tableOf(list), 'lang="sv"');
    await sortBy(swedish, 'Country');
    expect(column(swedish)).to.deep.equal(['Oma', 'Zebra', 'Öl']);
  });

  it('orders by words where the units differ', async () => {
    const list = ['USD 5', 'EUR 9', 'CHF 20'].map((word) => [word, word, word]);
    const element = await table('sortable', tableOf(list));
    await sortBy(element, 'Share');
    expect(column(element, 1)).to.deep.equal(['CHF 20', 'EUR 9', 'USD 5']);
  });

  it('counts cells that span columns', async () => {
    const inner = `<table>${head}<tbody><tr><td colspan="2">b</td><td>2</td></tr><tr><td>a</td><td>x</td><td>1</td></tr></tbody></table>`;
    const element = await table('sortable', inner);
    await sortBy(element, 'Since');
    expect(column(element)).to.deep.equal(['a', 'b']);
  });

  it('is not sorted where cells span rows, or nothing heads the columns, and says so', async () => {
    const spanned = tableOf().replace('<td>4.12 %', '<td rowspan="2">4.12 %');
    for (const inner of [spanned, tableOf(rows, '')]) {
      const said = await warnings(async () => {
        const element = await table('sortable', inner);
        expect(allByRole(element, 'button')).to.be.empty;
      });
      expect(said).to.have.lengthOf(1);
    }
  });

  it('puts no button over a link', async () => {
    const element = await table(
      'sortable',
      tableOf().replace('>Share<', '><a href="#a">Share</a><'),
    );
    expect(allByRole(element, 'button')).to.have.lengthOf(2);
  });

  itWhere(can.sendKeys)('is sorted by the keyboard, and the focus stays', async () => {
    const element = await table('sortable');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => column(element)[0] === 'Ålesund');
    expect(document.activeElement).to.equal(element.querySelector('table-sorter'));
    await press('Enter');
    await waitUntil(() => column(element)[0] === 'Zambia');
  });

  it('is a copy, put in beside the first, and sorted apart from it', async () => {
    const element = await table('sortable');
    const copy = element.cloneNode(true) as ArticleTable;
    element.after(copy);
    await turn();
    await ready(copy);
    expect(allByRole(copy, 'button')).to.have.lengthOf(3);
    await sortBy(copy, 'Country');
    expect(column(copy)[0]).to.equal('Ålesund');
    expect(column(element)[0]).to.equal('Poland');
  });

  it('speaks the language of the article, or words of the page', async () => {
    registerWords('de', { tableSort: 'Nach {column} ordnen' });
    const element = await table('sortable', tableOf(), 'lang="de"');
    byRole(element, 'button', 'Nach Share ordnen');
    element.words = { tableSort: '{column}!' };
    await turn();
    byRole(element, 'button', 'Share!');
  });

  it('takes its buttons away when it is not to be sorted any more', async () => {
    const element = await table('sortable');
    element.sortable = false;
    await turn();
    expect(allByRole(element, 'button')).to.be.empty;
    expect(element.querySelector('[aria-label]')).to.equal(null);
  });
});

describe('A long table', () => {
  withStyles();
  const visible = (element: Element) =>
    [...element.querySelectorAll<HTMLElement>('tbody tr')].filter((one) => one.offsetHeight > 0);

  it('shows its first rows, and the rest at a press, where reading goes on', async () => {
    const element = await table('rows="5"', tableOf(many(120)));
    expect(visible(element)).to.have.lengthOf(5);
    const button = byRole(element, 'button', 'Show all 120 rows');
    await expect(element).to.be.accessible();
    button.click();
    expect(visible(element)).to.have.lengthOf(120);
    expect(allByRole(element, 'button')).to.be.empty;
    expect(document.activeElement).to.equal(visible(element)[5]);
  });

  it('has no button, and no room for one, where it is not long', async () => {
    const element = await table('rows="10"', tableOf(many(10)));
    expect(allByRole(element, 'button')).to.be.empty;
    expect(visible(element)).to.have.lengthOf(10);
    const inner = element.querySelector('table')!;
    expect(element.getBoundingClientRect().height).to.equal(inner.getBoundingClientRect().height);
  });

  it('keeps its button in the room that was kept for it', async () => {
    const element = await table('rows="5"', tableOf(many(12)));
    const box = byRole(element, 'button').getBoundingClientRect();
    const [around, inner] = [element, element.querySelector('table')!].map((one) =>
      one.getBoundingClientRect(),
    );
    expect(box.top).to.be.at.least(inner!.bottom);
    expect(box.bottom).to.be.at.most(around!.bottom);
    expect(around!.bottom - box.bottom).to.be.below(1);
    expect(box.height).to.be.at.least(44);
  });

  it('shows the first rows of the new order when it is sorted', async () => {
    const element = await table('rows="5" sortable', tableOf(many(12)));
    await sortBy(element, 'Share');
    await sortBy(element, 'Share');
    expect(read(visible(element)[0])).to.contain('Country 12');
    expect(visible(element)).to.have.lengthOf(5);
  });

  it('opens for a link to one of its rows', async () => {
    const list = many(12);
    list[8] = ['<span id="ninth">Ninth</span>', '1', '2'];
    const element = await table('rows="5"', tableOf(list));
    location.hash = '#ninth';
    await waitUntil(() => visible(element).length === 12);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('shows all where the number is none that a stylesheet knows, and says so', async () => {
    const said = await warnings(async () => {
      const element = await table('rows="7"', tableOf(many(12)));
      expect(visible(element)).to.have.lengthOf(12);
      expect(allByRole(element, 'button')).to.be.empty;
    });
    expect(said.join()).to.contain('rows="7"');
  });

  it('stays open when it was taken out and put back, and as a copy', async () => {
    const element = await table('rows="5"', tableOf(many(12)));
    const folded = element.cloneNode(true) as ArticleTable;
    element.after(folded);
    await turn();
    await ready(folded);
    expect(allByRole(folded, 'button')).to.have.lengthOf(1);
    byRole(folded, 'button').click();
    const place = folded.parentElement!;
    folded.remove();
    place.append(folded);
    await turn();
    expect(visible(folded)).to.have.lengthOf(12);
    expect(visible(element)).to.have.lengthOf(5);
    expect(allByRole(element, 'button')).to.have.lengthOf(1);
  });

  it('is written from data', async () => {
    const element = await show<ArticleTable>(
      '<article-table lang="en" loading="eager"></article-table>',
    );
    element.block = {
      caption: ['Spending'],
      layout: 'stack',
      sortable: true,
      head: [{ cells: [{ children: ['Country'], header: true }] }],
      body: [{ cells: [{ children: ['Poland'] }] }],
    };
    await waitUntil(() => element.querySelector('td'));
    expect(element.querySelector('td')!.dataset.label).to.equal('Country');
    expect(element.layout).to.equal('stack');
    await waitUntil(() => element.querySelector('table-sorter'));
  });
});
