/** A note's text, taken out of the text around it. */
export interface WrittenNote {
  readonly label: string;
  readonly text: string;
}

const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
const opening = /^ {0,3}\[\^([^\]\s]{1,100})\]:/;

/** Parts the notes (`[^1]: …`, with the lines that belong to them) from a text, outside of code. */
export function takeNotes(text: string): { readonly text: string; readonly notes: WrittenNote[] } {
  const rest: string[] = [];
  const notes: { label: string; lines: string[] }[] = [];
  let note: { label: string; lines: string[] } | undefined;
  let code: string | undefined;
  let blank = false;
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1];
    const wasCode = code !== undefined;
    if (mark && code === undefined) code = mark;
    else if (mark && code && mark.startsWith(code)) code = undefined;
    const label = wasCode ? undefined : opening.exec(line)?.[1];
    const isIndented = /^(?: {2,}|\t)/.test(line);
    if (label !== undefined) {
      note = { label, lines: [line.slice(line.indexOf(']:') + 2).trim()] };
      notes.push(note);
    } else if (note && (isIndented || !line.trim() || (!blank && !mark))) {
      note.lines.push(line.replace(/^(?: {1,4}|\t)/, ''));
    } else {
      note = undefined;
      rest.push(line);
    }
    blank = !line.trim();
  }
  return {
    text: rest.join('\n'),
    notes: notes.map(({ label, lines }) => ({ label, text: lines.join('\n') })),
  };
}
