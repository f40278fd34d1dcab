export const BUTTON = 'button:not([type=button], [type=reset]), input[type=submit]';

/**
 * What a form says of itself: progress politely, failure at once. Both live regions are in the page
 * from the start, empty, because a region that comes with its words is not announced.
 */
export class FormStatus {
  #status: HTMLElement | undefined;
  #alert: HTMLElement | undefined;

  attach(form: HTMLFormElement): void {
    this.#status = region(form, 'form-status', 'status');
    this.#alert = region(form, 'form-error', 'alert');
    this.say('');
  }

  say(text: string): void {
    this.#show(text, '');
  }

  alert(text: string): void {
    this.#show('', text);
  }

  /** One request is in flight; the button keeps its focus, so it is not disabled but says so. */
  busy(form: HTMLFormElement, text: string): void {
    form.setAttribute('aria-busy', 'true');
    form.querySelector(BUTTON)?.setAttribute('aria-disabled', 'true');
    this.say(text);
  }

  idle(form: HTMLFormElement): void {
    form.removeAttribute('aria-busy');
    form.querySelector(BUTTON)?.removeAttribute('aria-disabled');
  }

  #show(status: string, alert: string): void {
    if (this.#status) this.#status.textContent = status;
    if (this.#alert) this.#alert.textContent = alert;
  }
}

function region(form: HTMLFormElement, name: string, role: string): HTMLElement {
  const found = form.querySelector<HTMLElement>(`.${name}`);
  if (found) return found;
  const element = form.ownerDocument.createElement('p');
  element.className = name;
  element.setAttribute('role', role);
  form.append(element);
  return element;
}
