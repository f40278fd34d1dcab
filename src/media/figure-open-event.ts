/** A reader asks to see a picture large. Cancel it to show the picture in a way of your own. */
export class FigureOpenEvent extends Event {
  /** The picture that is asked for. */
  readonly image: HTMLImageElement;

  constructor(image: HTMLImageElement) {
    super('figure-open', { bubbles: true, composed: true, cancelable: true });
    this.image = image;
  }
}

declare global {
  interface HTMLElementEventMap {
    'figure-open': FigureOpenEvent;
  }
}
