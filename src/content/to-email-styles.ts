import { attributes, html, type Html } from './html.js';

/** The side on which lines begin. */
export interface Mail {
  readonly start: 'left' | 'right';
}

/** As wide as mail is read, less the padding on both sides. */
export const WIDTH = 552;

const serif = "font-family:Georgia,'Times New Roman',serif";
const sans = 'font-family:Helvetica,Arial,sans-serif';
const mono = "font-family:Menlo,Consolas,'Courier New',monospace";

/** Styles, each written on its element: many clients read no others. */
export const css = {
  body: 'margin:0;padding:0;background-color:#f2f2f0',
  page: 'background-color:#f2f2f0',
  card: 'width:100%;max-width:600px;background-color:#ffffff',
  text: `padding:24px;${serif};font-size:18px;line-height:28px;color:#1a1a1a`,
  hidden: 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#f2f2f0',
  brand: `margin:0 0 24px;${sans};font-size:14px;line-height:20px;font-weight:bold`,
  kicker: `margin:0 0 8px;${sans};font-size:14px;line-height:20px;font-weight:bold`,
  headline: `margin:0 0 12px;${serif};font-size:32px;line-height:38px;font-weight:bold`,
  standfirst: 'margin:0 0 16px;font-size:20px;line-height:28px',
  p: 'margin:0 0 16px',
  small: `margin:0 0 16px;${sans};font-size:14px;line-height:20px;color:#595959`,
  title: 'margin:0 0 8px;font-weight:bold',
  number: 'margin:0 0 8px;font-size:40px;line-height:44px;font-weight:bold',
  picture: 'margin:0 0 8px',
  item: 'margin:0 0 8px',
  code: `margin:0 0 16px;padding:12px;background-color:#f2f2f0;${mono};font-size:14px;line-height:20px;white-space:pre-wrap;word-break:break-word`,
  rule: 'margin:24px 0;border:0;border-top:1px solid #cccccc',
  table: `width:100%;margin:0 0 16px;border-collapse:collapse;${sans};font-size:14px;line-height:20px`,
  cell: 'padding:6px 8px;border-bottom:1px solid #cccccc',
  link: 'color:#0b57d0;text-decoration:underline',
  plainLink: 'text-decoration:none',
  mono: `${mono};font-size:16px`,
  highlight: 'background-color:#fff3b0;color:#1a1a1a',
  button: `display:inline-block;padding:12px 20px;${sans};font-size:16px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none`,
  image: (width: number) => `display:block;width:100%;max-width:${width}px;height:auto;border:0`,
  heading: (level: number) =>
    `margin:24px 0 8px;font-size:${32 - 4 * level}px;line-height:${38 - 4 * level}px;font-weight:bold`,
  list: (start: Mail['start']) => `margin:0 0 16px;padding:0;padding-${start}:24px`,
  indent: (start: Mail['start']) => `padding-${start}:24px`,
} as const;

/** The same in the dark, for clients that ask. It is the only sheet, and small. */
export const darkSheet =
  ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
  '@media (prefers-color-scheme:dark){' +
  '.page{background-color:#111111!important}' +
  '.card{background-color:#1b1b1b!important}' +
  '.text{color:#ededed!important}' +
  '.muted{color:#b3b3b3!important}' +
  '.box{background-color:#262626!important;border-color:#666666!important}' +
  '.rule{border-color:#555555!important}' +
  '.link{color:#8ab4f8!important}' +
  '.button{background-color:#8ab4f8!important}' +
  '.button a{color:#111111!important}' +
  '}';

const boxes = {
  quote: (start: Mail['start']) => `padding:4px 16px;border-${start}:3px solid #999999`,
  large: (start: Mail['start']) =>
    `padding:4px 16px;border-${start}:3px solid #999999;font-size:22px;line-height:32px`,
  facts: () => 'padding:16px 16px 0;background-color:#f2f2f0',
} as const;

/** What stands apart from the text, in a table of one cell: no other box is the same everywhere. */
export function box(inner: Html, kind: keyof typeof boxes, { start }: Mail): Html {
  const own = attributes({ class: kind === 'facts' ? 'box' : 'rule', style: boxes[kind](start) });
  return html`${layout({ width: '100%', style: css.table.split(';').slice(0, 2).join(';') })}<tr><td${own}>${inner}</td></tr></table>`;
}

/** A table that is none to those who listen. */
export const layout = (values: Parameters<typeof attributes>[0]): Html =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"${attributes(values)}>`;
