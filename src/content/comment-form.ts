import { attributes, html, type Html } from './html.js';
import { safeUrl } from './url.js';

type FormWord =
  | 'leaveReply'
  | 'cancelReply'
  | 'emailNote'
  | 'requiredNote'
  | 'comment'
  | 'name'
  | 'email'
  | 'website'
  | 'saveMe'
  | 'postComment'
  | 'leaveEmpty';

export interface CommentFormOptions {
  readonly say: (key: FormWord) => string;
  /** Makes the ids in the form unique in the page. */
  readonly id: string;
  /** Where a browser without the script posts; the page itself when absent. */
  readonly action?: string | undefined;
  /** The post that is commented on. */
  readonly post?: string | undefined;
  /** The heading's: 3 under the heading of a thread, 2 for a form on its own. */
  readonly level: 2 | 3;
}

/**
 * Writes the inside of a `comment-form`: names, order, lengths and `autocomplete` as WordPress has them,
 * and one box that the stylesheet hides: whoever fills that in may be no person, which is told, not judged.
 */
export function renderCommentForm({ say, id, action, post, level }: CommentFormOptions): Html {
  const mark = html` <span class="required" aria-hidden="true">*</span>`;
  const notes = `${id}-email-notes`;
  return html`<h${level} class="reply-title" id="${id}-title">
      <span class="reply-text">${say('leaveReply')}</span>
      <button type="button" class="cancel-reply" hidden>${say('cancelReply')}</button>
    </h${level}>
    <form method="post" ${attributes({ action: safeUrl(action) })} aria-labelledby="${id}-title">
      <p class="comment-notes">
        <span class="email-notes" id="${notes}">${say('emailNote')}</span>
        <span class="required-notes">${say('requiredNote')} <span class="required">*</span></span>
      </p>
      <p class="field comment-form-comment">
        <label
          >${say('comment')}${mark}<textarea
            name="comment"
            rows="8"
            maxlength="65525"
            dir="auto"
            required
          ></textarea>
        </label>
      </p>
      <p class="field comment-form-author">
        <label
          >${say('name')}${mark}<input
            name="author"
            type="text"
            maxlength="245"
            autocomplete="name"
            dir="auto"
            required
        /></label>
      </p>
      <p class="field comment-form-email">
        <label
          >${say('email')}${mark}<input
            name="email"
            type="email"
            maxlength="100"
            autocomplete="email"
            aria-describedby="${notes}"
            required
        /></label>
      </p>
      <p class="field comment-form-url">
        <label
          >${say('website')}<input name="url" type="url" maxlength="200" autocomplete="url"
        /></label>
      </p>
      <p class="field consent">
        <label
          ><input name="wp-comment-cookies-consent" type="checkbox" value="yes" />
          ${say('saveMe')}</label
        >
      </p>
      <p class="form-trap" aria-hidden="true">
        <input
          name="subject"
          type="text"
          placeholder="${say('leaveEmpty')}"
          autocomplete="off"
          tabindex="-1"
          data-trap
        />
      </p>
      <p class="form-submit">
        <button type="submit" name="submit">${say('postComment')}</button
        ><input type="hidden" name="comment_post_ID" value="${post ?? ''}" /><input
          type="hidden"
          name="comment_parent"
          value="0"
        />
      </p>
    </form>`;
}
