/**
 * Of Lit only this. Whoever imports it from `lit` gets lit-html along, which no bundler may leave out and
 * nothing here uses: 2.9 KiB for every reader. The build puts the class itself into this file.
 */
export { ReactiveElement } from 'lit';
