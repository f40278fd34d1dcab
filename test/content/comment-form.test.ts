import { expect } from '@open-wc/testing';
import { renderCommentForm, type CommentFormOptions } from '../../src/content/comment-form.js';

const written = (over: Partial<CommentFormOptions> = {}): HTMLElement => {
  const page = document.createElement('div');
  page.innerHTML = String(
    renderCommentForm({ say: (key) => `<${key}>`, id: 'f"1', level: 3, ...over }),
  );
  return page;
};
const form = (page: HTMLElement) => page.querySelector('form')!;

describe('The form for comments, as it is written', () => {
  it('limits what the database could not hold', () => {
    const limits = [...written().querySelectorAll<HTMLInputElement>('[maxlength]')].map(
      ({ name, maxLength }) => `${name} ${maxLength}`,
    );
    expect(limits).to.deep.equal(['comment 65525', 'author 245', 'email 100', 'url 200']);
  });

  it('posts to where it is told, to the page itself when it is not, and never to a script', () => {
    expect(form(written({ action: '/post' })).getAttribute('action')).to.equal('/post');
    expect(form(written()).hasAttribute('action')).to.be.false;
    expect(form(written({ action: 'javascript:alert(1)' })).hasAttribute('action')).to.be.false;
    expect(form(written()).method).to.equal('post');
  });

  it('names the post, and no comment that is answered', () => {
    const data = (page: HTMLElement) => Object.fromEntries(new FormData(form(page)));
    expect(data(written({ post: '8"<' }))).to.include({
      comment_post_ID: '8"<',
      comment_parent: '0',
    });
    expect(data(written())).to.include({ comment_post_ID: '' });
  });

  it('takes words and ids as text', () => {
    const page = written();
    expect(page.querySelector('leavereply')).to.be.null;
    expect(page.querySelector('.reply-text')!.textContent).to.equal('<leaveReply>');
    expect(page.querySelector('h3')!.id).to.equal('f"1-title');
  });

  it('makes the box grow with its writing direction', () => {
    for (const name of ['comment', 'author']) {
      expect(written().querySelector(`[name=${name}]`)!.getAttribute('dir')).to.equal('auto');
    }
  });
});
