import { html, type TemplateResult } from 'lit';
import { prague } from '../prague.js';

/** The Prague article in parts; the headings are ours. */
export const parts = (): TemplateResult => {
  const [first, ukraine, headquarters, summit, membership, end] = prague.paragraphs;
  return html`
    <p>${first}</p>
    <h2>Security of Ukraine</h2>
    <p>${ukraine}</p>
    <h3>A headquarters in Wiesbaden</h3>
    <p>${headquarters}</p>
    <h2>The Washington Summit</h2>
    <p>${summit}</p>
    <h2>Membership</h2>
    <p>${membership}</p>
    <p>${end}</p>
  `;
};
