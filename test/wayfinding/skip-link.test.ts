import { expect } from '@open-wc/testing';
import { byRole, show, withStyles } from '../helpers.js';

describe('A link past something', () => {
  withStyles();

  const page = () =>
    show(
      '<div class="news-article"><a class="article-skip" href="#end">Skip the table</a><h1>Title</h1><p id="end">The end.</p></div>',
    );

  it('takes no room, and is there for the keyboard alone', async () => {
    const box = await page();
    const link = byRole<HTMLAnchorElement>(box, 'link', 'Skip the table');
    expect(getComputedStyle(link).clipPath).to.match(/inset/);
    link.focus();
    expect(getComputedStyle(link).clipPath).to.equal('none');
    expect(box.querySelector('h1')!.getBoundingClientRect().top).to.equal(
      box.getBoundingClientRect().top,
    );
    await expect(box).to.be.accessible();
  });
});
