/** Round, dark and large enough for a thumb, on whatever picture it lies. */
const button = `
button{all:unset;box-sizing:border-box;display:grid;place-items:center;inline-size:2.75rem;block-size:2.75rem;border-radius:50%;cursor:pointer;color:#fff;background:rgb(0 0 0/60%)}
button:focus-visible{outline:3px solid #fff;outline-offset:-5px;box-shadow:0 0 0 2px #000}
svg{inline-size:1.25rem;fill:none;stroke:currentcolor;stroke-width:2;stroke-linecap:round}
@media (forced-colors:active){button{border:1px solid ButtonText}}`;

/** Read once for all elements of a kind: an article may have dozens. */
const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(styles: string): CSSStyleSheet {
  let sheet = sheets.get(styles);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(button + styles);
    sheets.set(styles, sheet);
  }
  return sheet;
}

/** Gives an element a shadow root with its own styles, for the small things that a tag adds. */
export function styled(host: Element, styles: string, ...content: Node[]): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetOf(styles)];
  root.append(...content);
  return root;
}

/** A line drawing on a grid of 24 units. */
export function icon(path: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
