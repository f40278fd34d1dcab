/** English of the notes scripts. Loaded with them, and put among the other words then. */
export const enNotes = {
  noteNamed: 'Note {mark}',
  noteGoTo: 'Go to the note',

  tableLabel: 'Table',
  tableRows: { one: 'Show {count} row', other: 'Show all {count} rows' },
  tableSort: 'Sort by {column}',
  tableSortedUp: 'Sorted by {column}, ascending',
  tableSortedDown: 'Sorted by {column}, descending',
  tableSortedNot: 'Back in the order in which it was written',
} as const;
