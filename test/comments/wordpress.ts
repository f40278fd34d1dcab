/** What WordPress 7.1.1 writes under a post, as it came from a running server (comment-form-7.1.1.html). */
export const wordpressForm = `<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><p class="comment-notes"><span id="email-notes">Your email address will not be published.</span> <span class="required-field-message">Required fields are marked <span class="required">*</span></span></p><p class="comment-form-comment"><label for="comment">Comment <span class="required">*</span></label> <textarea id="comment" name="comment" cols="45" rows="8" maxlength="65525" required></textarea></p><p class="comment-form-author"><label for="author">Name <span class="required">*</span></label> <input id="author" name="author" type="text" value="" size="30" maxlength="245" autocomplete="name" required /></p>
<p class="comment-form-email"><label for="email">Email <span class="required">*</span></label> <input id="email" name="email" type="email" value="" size="30" maxlength="100" aria-describedby="email-notes" autocomplete="email" required /></p>
<p class="comment-form-url"><label for="url">Website</label> <input id="url" name="url" type="url" value="" size="30" maxlength="200" autocomplete="url" /></p>
<p class="comment-form-cookies-consent"><input id="wp-comment-cookies-consent" name="wp-comment-cookies-consent" type="checkbox" value="yes" /> <label for="wp-comment-cookies-consent">Save my name, email, and website in this browser for the next time I comment.</label></p>
<p class="form-submit wp-block-button"><input name="submit" type="submit" id="submit" class="wp-block-button__link wp-element-button" value="Post Comment" /> <input type='hidden' name='comment_post_ID' value='8' id='comment_post_ID' />
<input type='hidden' name='comment_parent' id='comment_parent' value='0' />
</p></form>`;

/** The form with its heading, as it stands in the page. */
export const wordpressRespond = `<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Leave a Reply <small><a rel="nofollow" id="cancel-comment-reply-link" href="#respond" style="display:none;">Cancel reply</a></small></h3>${wordpressForm}</div>`;

const item = (id: number, name: string, text: string, replies = '') =>
  `<li id="comment-${id}" class="comment"><div class="comment-body"><cite class="comment-author"><span class="fn">${name}</span></cite> <time datetime="2026-11-24T17:15:19+01:00"><a href="#comment-${id}">November 24, 2026</a></time><p>${text}</p><a rel="nofollow" class="comment-reply-link" href="?replytocom=${id}#respond" data-commentid="${id}" aria-label="Reply to ${name}">Reply</a></div>${replies}</li>`;

/** Two comments, one of them an answer to the other. */
export const wordpressList = `<h2 id="comments">2 responses</h2><ol class="comment-list">${item(5, 'Anna Berg', 'Good summary of the Prague meeting.', `<ol class="children">${item(6, 'Ben Ode', 'Thank you, found it.')}</ol>`)}</ol>`;
