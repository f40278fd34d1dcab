import type { Behaviour, BlockTools } from '../block/block-script.js';
import { tableRows } from '../content/table.js';
import { select } from '../kit/define.js';
import { enNotes } from '../kit/words/en-notes.js';
import { stack } from './table-cells.js';
import { TableMore } from './table-more.js';
import { sorting } from './table-order.js';
import { TableSorter } from './table-sorter.js';

interface Host extends HTMLElement {
  readonly layout: 'scroll' | 'stack';
  readonly sortable: boolean;
  readonly rows?: number | undefined;
}

export function enhance(host: Host, tools: BlockTools): Behaviour {
  tools.learn(enNotes);
  tools.define(TableMore);
  tools.define(TableSorter);
  const tableIn = () => host.querySelector<HTMLTableElement>(':scope > table');
  const order = sorting(host, tools);
  const scroll = scrolling(host, tools);
  const more = foldable(host, tools);
  return {
    update() {
      const table = tableIn();
      if (!table) return;
      if (host.layout === 'stack') stack(table);
      order(table, host.sortable);
      more.update(table);
      scroll.update(table);
    },
    disconnect() {
      scroll.disconnect();
      more.disconnect();
    },
  };
}

/** A table that is too wide can be scrolled by the keyboard, and says what it is. */
function scrolling(host: Host, { say }: BlockTools) {
  let isOurs = false;
  let table: HTMLTableElement | undefined;
  const measure = () => {
    const isWide = host.scrollWidth > host.clientWidth + 1;
    if (!isOurs && (!isWide || host.hasAttribute('tabindex') || host.hasAttribute('role'))) return;
    isOurs = isWide;
    if (!isWide) for (const name of ['tabindex', 'role', 'aria-label']) host.removeAttribute(name);
    else {
      host.tabIndex = 0;
      host.setAttribute('role', 'region');
      host.setAttribute('aria-label', table?.caption?.textContent.trim() || say('tableLabel'));
    }
  };
  const observer = new ResizeObserver(measure);
  observer.observe(host);
  return {
    update(now: HTMLTableElement) {
      if (now !== table) observer.observe((table = now));
      measure();
    },
    disconnect: () => observer.disconnect(),
  };
}

/** A long table: the stylesheet has folded it, and keeps room for a button. */
function foldable(host: Host, { say, warn, create }: BlockTools) {
  const selector = select(TableMore.tag);
  let button: TableMore | undefined;
  const hidden = (table: HTMLTableElement): HTMLTableRowElement[] => {
    const { rows = 0 } = host;
    if (!tableRows.some((one) => one === rows)) return [];
    return [...table.tBodies].flatMap((body) => [...body.rows].slice(rows));
  };
  const open = (row?: HTMLTableRowElement) => {
    host.toggleAttribute('data-open', true);
    button?.remove();
    // The button is gone; reading goes on where it ended.
    row?.setAttribute('tabindex', '-1');
    row?.focus();
  };
  /** Somebody was sent to a row that is folded away. */
  const reveal = () => {
    const table = host.querySelector<HTMLTableElement>(':scope > table');
    const aim = table?.querySelector(':target');
    const row = table && hidden(table).find((one) => aim && one.contains(aim));
    if (!row || host.hasAttribute('data-open')) return;
    open();
    row.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  return {
    update(table: HTMLTableElement) {
      for (const old of host.querySelectorAll(selector)) if (old !== button) old.remove();
      const { rows } = host;
      if (rows !== undefined && !tableRows.some((one) => one === rows))
        warn(
          `<${host.localName} rows="${rows}">: it can be ${tableRows.join(', ')}; all are shown.`,
        );
      if (!hidden(table).length || host.hasAttribute('data-open')) return button?.remove();
      if (!button) {
        button = create<TableMore>(TableMore.tag);
        button.addEventListener('click', () => open(hidden(table)[0]));
      }
      const count = [...table.tBodies].reduce((sum, body) => sum + body.rows.length, 0);
      button.label = say('tableRows', { count });
      if (!button.isConnected) table.after(button);
      reveal();
    },
    disconnect: () => removeEventListener('hashchange', reveal),
  };
}
