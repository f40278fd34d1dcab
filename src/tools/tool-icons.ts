/** Line drawings on a grid of 24 units. */
export const icons = {
  share: 'M12 15V3M8 7l4-4 4 4M6 11H5v10h14V11h-1',
  listen: 'M4 17v-4a8 8 0 0 1 16 0v4M4 14.5h3.5V20H4zM16.5 14.5H20V20h-3.5z',
  text: 'M2.5 18 7.5 5.5 12.5 18M4.3 13.5h6.4M21.5 12v6M21.5 15a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  smaller: 'M3 18.5 8.5 5.5 14 18.5M5.2 14h6.6M16.5 12h5',
  larger: 'M3 18.5 8.5 5.5 14 18.5M5.2 14h6.6M16.5 12h5M19 9.5v5',
  save: 'M6 4h12v16.5l-6-4.5-6 4.5z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.5H7z',
  previous: 'M19 6v12l-9-6zM6 6v12',
  next: 'M5 6v12l9-6zM18 6v12',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 5v14l12-7z',
  close: 'M5 5l14 14M19 5L5 19',
} as const;
