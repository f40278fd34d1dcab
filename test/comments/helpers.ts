// What the tests of comments share: a store that answers as it is told, and a reader who fills in forms.
import { fixture } from '@open-wc/testing';
import type { CommentForm } from '../../src/comments/comment-form.js';
import type { CommentThread } from '../../src/comments/comment-thread.js';
import { GONE, vault } from '../../src/comments/form-vault.js';
import type { Comment, CommentDraft } from '../../src/content/comment.js';
import '../../src/define/all.js';
import type {
  CommentAbility,
  CommentPage,
  CommentSource,
  LoadOptions,
  PostOptions,
  PostResult,
} from '../../src/sources/comment-source.js';
import { allByRole, byRole, read, turn } from '../helpers.js';

/** What forms left to the browser to post. It is stopped there, at the last moment. */
export const nativePosts: FormData[] = [];
window.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  nativePosts.push(new FormData(event.target as HTMLFormElement, event.submitter));
});

/** What every visit starts with: nothing kept, nothing posted. */
export function forgetAll(): void {
  nativePosts.length = 0;
  void vault.clear(); // before anything that is asked of it later
  for (const area of [sessionStorage, localStorage]) {
    for (const key of Object.keys(area)) if (key.startsWith('broadsheet')) area.removeItem(key);
  }
}

export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A promise that a test settles when it likes. */
export function defer<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

let ids = 0;

/** A comment with all that a comment needs. */
export const comment = (over: Partial<Comment> & { readonly name?: string } = {}): Comment => {
  const { name = 'Ada', ...rest } = over;
  return {
    id: String(++ids + 1000),
    parentId: null,
    author: { name },
    publishedAt: '2025-11-08T12:00:00Z',
    body: { text: 'Words.' },
    state: 'visible',
    ...rest,
  };
};

/** A store that remembers what it was asked and answers as it is told. */
export class FakeSource implements CommentSource {
  readonly name = 'fake';
  can: readonly CommentAbility[] = ['post'];
  readonly loads: LoadOptions[] = [];
  /** Resolves when it is first asked for comments. */
  readonly asked = defer<undefined>();
  readonly posts: { readonly draft: CommentDraft; readonly key: string }[] = [];

  constructor(
    public page: () => CommentPage | Promise<CommentPage> = () => ({ comments: [] }),
    public answer: (draft: CommentDraft) => PostResult | Promise<PostResult> = published,
  ) {}

  async load(options: LoadOptions): Promise<CommentPage> {
    this.loads.push(options);
    this.asked.resolve(undefined);
    return this.page();
  }

  async post(draft: CommentDraft, { key }: PostOptions): Promise<PostResult> {
    this.posts.push({ draft, key });
    return this.answer(draft);
  }
}

/** The comment that a draft becomes. */
export const published = ({ text, parentId, author }: CommentDraft): PostResult => ({
  status: 'published',
  comment: comment({ parentId, body: { text }, author: { name: author.name, url: author.url } }),
});

/** A store that has these comments. */
export const sourceOf = (...comments: readonly Comment[]) => new FakeSource(() => ({ comments }));

/** What a form loads late is there when the form is touched or comes near: before anybody can post. */
export async function ready(root: ParentNode): Promise<void> {
  const forms = [...root.querySelectorAll<CommentForm>('*')].filter((one) => 'replyTo' in one);
  if (!forms.length) return;
  for (const form of forms) form.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await import('../../src/comments/form-desk.js');
  await turn();
}

/** Puts HTML into the page with properties that are there before the tag is connected. */
export async function mount<T extends HTMLElement>(
  html: string,
  properties: object = {},
  selector?: string,
): Promise<T> {
  const holder = await fixture<HTMLElement>('<div></div>');
  const template = document.createElement('template');
  template.innerHTML = html;
  const content = document.importNode(template.content, true);
  // A tab in the background has no frames, and so nothing that ever comes near.
  for (const thread of content.querySelectorAll<CommentThread>('comment-thread'))
    thread.loading ??= 'eager';
  const element = content.firstElementChild as T;
  Object.assign(selector ? element.querySelector(selector)! : element, properties);
  holder.append(content);
  await turn();
  await ready(holder);
  return element;
}

/** Resolves with the next of some events on a target. */
export const next = <T extends Event>(target: EventTarget, ...types: string[]): Promise<T> =>
  new Promise((resolve) => {
    for (const type of types) {
      target.addEventListener(type, (event) => resolve(event as T), { once: true });
    }
  });

/** The same as `mount`, for a thread that loads: resolves when its comments, or its failure, are shown. */
export async function mountThread(
  html = '<comment-thread></comment-thread>',
  properties: object = {},
): Promise<CommentThread> {
  const settled = next(window, 'comments-load', 'comments-error');
  const thread = await mount<CommentThread>(html, properties);
  await settled;
  await turn();
  await ready(thread);
  return thread;
}

/** Resolves as soon as something is so inside an element; a test whose wait is in vain runs out of time. */
export const until = (root: Node, isSo: () => unknown): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    look();
  });

type BoxName = 'Comment' | 'Name' | 'Email' | 'Website';

/** A box of the form, by its label. */
export const box = (root: ParentNode, name: BoxName = 'Comment') =>
  byRole<HTMLTextAreaElement | HTMLInputElement>(root, 'textbox', new RegExp(`^${name}\\b`));

/** Writes into a control as a reader does. */
export function type(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Fills in a form so that it is complete. */
export function fillIn(root: ParentNode, over: Partial<Record<BoxName, string>> = {}): void {
  const all = { Comment: 'Well said.', Name: 'Jana', Email: 'jana@example.org', ...over };
  for (const [name, text] of Object.entries(all)) type(box(root, name as BoxName), text);
}

export const saveMe = (root: ParentNode) =>
  byRole<HTMLInputElement>(root, 'checkbox', /^Save my name/);

export const postButton = (root: ParentNode) => byRole(root, 'button', 'Post Comment');

export const post = (root: ParentNode) => postButton(root).click();

/** What is announced at once, by everything in an element. */
export const alerts = (root: ParentNode): string =>
  allByRole(root, 'alert').map(read).filter(Boolean).join(' | ');

/** What is announced when the reader pauses. */
export const statuses = (root: ParentNode): string =>
  allByRole(root, 'status').map(read).filter(Boolean).join(' | ');

/** What stands beside a control to say what is wrong with it, read through what ties them together. */
export function faultBeside(control: Element): string {
  const root = control.getRootNode() as Document | ShadowRoot;
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return described
    .map((id) => root.getElementById(id))
    .filter((element) => element?.matches('.field-error'))
    .map(read)
    .join(' ');
}

/** Sends a complete form and waits for how it ended. */
export async function send(form: CommentForm | CommentThread): Promise<Event> {
  const end = next(form, 'comment-posted', 'comment-error');
  post(form);
  const event = await end;
  await turn();
  return event;
}

/** All that a browser keeps for the library, but for the marks of what the disk has still to forget. */
export const kept = (): string =>
  JSON.stringify([{ ...sessionStorage }, { ...localStorage }], (key, value: unknown) =>
    key.startsWith(GONE) ? undefined : value,
  );

/** Replaces a method for as long as something runs. */
export async function replacing<T extends object, K extends keyof T>(
  target: T,
  name: K,
  method: T[K],
  run: () => Promise<unknown>,
): Promise<void> {
  const own = target[name];
  target[name] = method;
  try {
    await run();
  } finally {
    target[name] = own;
  }
}
