// Apart from the shape of a block, so that a page which only shows a table does not load that.
export const tableLayouts = ['scroll', 'stack'] as const;
/** How many rows a long table may show at first: a stylesheet has to know each. */
export const tableRows = [5, 10, 15, 20, 25, 50] as const;
