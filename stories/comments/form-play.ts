import { userEvent, within } from 'storybook/test';
import { clearDrafts } from '../../src/index.js';

/** What an earlier visit to a story left in this browser. */
export const forgetDrafts = (): Promise<void> => clearDrafts();

/** Fills in what is required. */
export async function fill(canvasElement: HTMLElement, text = 'Who pays?'): Promise<void> {
  const form = within(canvasElement);
  await userEvent.type(await form.findByRole('textbox', { name: /^Comment/ }), text);
  await userEvent.type(form.getByRole('textbox', { name: /^Name/ }), 'Jane Doe');
  await userEvent.type(form.getByRole('textbox', { name: /^Email/ }), 'jane@example.org');
}

/** Presses the button that posts. */
export async function post(canvasElement: HTMLElement): Promise<void> {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Post Comment' }));
}
