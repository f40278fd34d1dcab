// Apart from the types they read, so that a page which only writes them does not load this.
import type { Picture } from './figure.js';
import type { Person } from './person.js';
import { address, number, object, optional, text, words, type Fields } from './schema.js';
import { safePictureUrl, safeSrcset, safeUrl } from './url.js';

export const person = object<Person>('Person', {
  name: words,
  url: optional(address(safeUrl)),
  role: optional(text),
  image: optional(address(safePictureUrl)),
});

/** What a picture of the model has of all that any figure may have. */
export const picture: Omit<Fields<Picture>, 'caption' | 'sizes' | 'loading' | 'fetchpriority'> = {
  src: address(safePictureUrl),
  alt: { ...text, absent: () => '' },
  width: optional(number),
  height: optional(number),
  srcset: optional(address(safeSrcset)),
  credit: optional(text),
  licence: optional(text),
  licenceUrl: optional(address(safeUrl)),
  provenance: optional(text),
};
