/** Dark whatever the page is: nothing but the picture counts. */
export const lightboxStyles = `
  dialog {
    box-sizing: border-box;
    inline-size: 100vw;
    block-size: 100vh;
    block-size: 100dvh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 1rem;
    border: 0;
    overflow: hidden;
    color: #f2f0eb;
    background: #0f0f0e;
  }
  dialog[open] {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: 0.75rem;
  }
  dialog::backdrop {
    background: #0f0f0e;
  }
  .stage {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
    overflow: hidden;
    overscroll-behavior: contain;
    touch-action: none;
  }
  .stage.zoomed {
    overflow: auto;
    scrollbar-color: #777 transparent;
  }
  ::slotted(img) {
    inline-size: auto !important;
    block-size: auto !important;
    max-inline-size: 100% !important;
    max-block-size: 100% !important;
    min-block-size: 0;
    margin: auto !important;
    aspect-ratio: auto !important;
    object-fit: contain !important;
    clip-path: none !important;
    cursor: zoom-in;
    user-select: none;
    -webkit-user-drag: none;
  }
  .zoomed ::slotted(img) {
    inline-size: var(--article-_zoom) !important;
    max-inline-size: none !important;
    max-block-size: none !important;
    cursor: grab;
  }
  .caption {
    max-inline-size: 45rem;
    max-block-size: 30vh;
    margin-inline: auto;
    padding-inline-end: 0.5rem;
    overflow: auto;
    overflow-wrap: anywhere;
    font: 0.875rem/1.45 var(--article-font-furniture, system-ui, sans-serif);
    text-align: center;
  }
  ::slotted([slot='caption']) {
    margin: 0 !important;
    color: inherit !important;
  }
  :is(.stage, .caption):focus {
    outline: none;
  }
  :is(.stage, .caption):focus-visible {
    outline: 2px solid;
    outline-offset: -2px;
  }
  .tools,
  .previous,
  .next,
  .position {
    position: absolute;
    z-index: 1;
  }
  .tools {
    inset-block-start: 0.75rem;
    inset-inline-end: 0.75rem;
    display: flex;
    gap: 0.5rem;
  }
  .previous,
  .next {
    inset-block-start: calc(50% - 1.375rem);
  }
  .previous {
    inset-inline-start: 0.75rem;
  }
  .next {
    inset-inline-end: 0.75rem;
  }
  .position {
    inset-block-start: 0.75rem;
    inset-inline-start: 0.75rem;
    padding: 0 0.75rem;
    border-radius: 1.375rem;
    background: rgb(0 0 0/60%);
    font: 0.875rem/2.75rem var(--article-font-furniture, system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
  }
  button[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  button:dir(rtl):is(.previous, .next) svg {
    scale: -1 1;
  }
  [hidden] {
    display: none;
  }
  .said {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
      border-color: GrayText;
    }
  }
  @media print {
    dialog[open] {
      display: none;
    }
  }
`;
