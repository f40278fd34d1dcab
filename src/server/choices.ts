import { CHOICE, CHOICES } from '../kit/choices.js';

/**
 * What `applyChoices` does, as a classic script for the head: it runs before anything is painted, so a
 * reader's text size never jumps. One line, complete in itself, and the same in every page, so that a
 * policy can allow it by its hash.
 */
export const choicesScript = `try{for(const[,n,v]of localStorage["${CHOICES}"].matchAll(/${CHOICE.source}/g))document.documentElement.setAttribute("data-article-"+n,v)}catch{}`;
