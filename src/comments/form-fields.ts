import type { Say, WordKey } from '../kit/words.js';

export const CONSENT = 'wp-comment-cookies-consent';
/** What is asked of a reader who is not signed in. */
export const WHO = ['author', 'email', 'url', CONSENT] as const;
/** What has a place of its own in a draft. */
const known: readonly string[] = [...WHO, 'comment', 'comment_post_ID', 'comment_parent'];

/** The controls of a form that hold what a reader writes. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (element: unknown): element is Field =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** Read from `elements`: a field named like a property of the form must not be taken for it. */
export const fieldsOf = (form: HTMLFormElement): Field[] => [...form.elements].filter(isField);

export const fieldOf = (form: HTMLFormElement, name: string): Field | undefined =>
  fieldsOf(form).find((field) => field.name === name);

export const valueOf = (form: HTMLFormElement, name: string): string =>
  fieldOf(form, name)?.value.trim() ?? '';

/** What can be sent: without NUL, and without halves of signs, which no encoding has. */
export const wellFormed = (text: string): string =>
  text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD');

export const isTicked = (form: HTMLFormElement, name: string): boolean => {
  const field = fieldOf(form, name);
  return field instanceof HTMLInputElement && field.checked;
};

/** What else a form holds by name, such as a captcha's answer; nothing where there is nothing. */
export function otherFields(form: HTMLFormElement): Record<string, string> | undefined {
  const others = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' &&
    !known.includes(name) &&
    !fieldOf(form, name)?.hasAttribute('data-trap')
      ? [[name, value] as const]
      : [],
  );
  return others.length ? Object.fromEntries(others) : undefined;
}

/** Whether nobody wrote a form, or anything else but what tells people from robots. */
export const onlyCaptcha = (host: Element): boolean =>
  [...host.childNodes].every((node) =>
    node instanceof Element
      ? node.hasAttribute('data-captcha')
      : node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim(),
  );

/**
 * Browsers cut a paste at `maxlength` without a word. The limit is kept aside, and what is over it
 * is said instead.
 */
export function liftLimit(field: Field | undefined): void {
  const limit = field?.getAttribute('maxlength');
  if (!field || !limit) return;
  field.dataset.limit = limit;
  field.removeAttribute('maxlength');
}

const needs: Readonly<Record<string, WordKey>> = {
  comment: 'needComment',
  author: 'needName',
  email: 'needEmail',
};

/** What is wrong with a field, in words that a reader can act on; nothing when it is right. */
export function faultOf(field: Field, say: Say): string | undefined {
  // Disabled, by its fieldset too, or hidden: the reader cannot change it.
  if (!field.willValidate) return undefined;
  if (field instanceof HTMLInputElement && field.type === 'url') completeUrl(field);
  const { validity, value } = field;
  if (validity.valueMissing || ('required' in field && field.required && !value.trim())) {
    return say(needs[field.name] ?? 'needField');
  }
  const over = value.length - Number(field.dataset.limit ?? Infinity);
  if (over > 0) return say('tooLong', { count: over });
  if (validity.typeMismatch && field.type === 'email') return say('badEmail');
  if (validity.typeMismatch && field.type === 'url') return say('badUrl');
  if (validity.customError) return field.validationMessage;
  return validity.valid ? undefined : say('badField');
}

/** Most readers write `example.org`; they mean the address. */
function completeUrl(field: HTMLInputElement): void {
  const value = field.value.trim();
  if (/^[^\s:/?#.]+\.[^\s:]+$/.test(value)) field.value = `https://${value}`;
}

let errors = 0;

/** Says beside a field what is wrong with it, and ties the words to it; without words takes them away. */
export function showFault(field: Field, fault: string | undefined): void {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
  let error = [...(field.form?.querySelectorAll('.field-error') ?? [])].find(({ id }) =>
    ids.includes(id),
  );
  const described = ids.filter((id) => id !== error?.id);
  if (fault) {
    if (!error) {
      error = field.ownerDocument.createElement('span');
      error.className = 'field-error';
      (field.closest('label') ?? field).after(error);
    }
    error.id ||= `comment-error-${++errors}`;
    error.textContent = fault;
    described.unshift(error.id);
    field.setAttribute('aria-invalid', 'true');
  } else {
    error?.remove();
    field.removeAttribute('aria-invalid');
  }
  if (described.length) field.setAttribute('aria-describedby', described.join(' '));
  else field.removeAttribute('aria-describedby');
}
