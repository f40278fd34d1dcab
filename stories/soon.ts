import { waitFor } from 'storybook/test';

/** What a play looks for, once it is there: parts of a tag load when they are needed. */
export async function soon<T>(find: () => T | null | undefined): Promise<T> {
  return waitFor(() => {
    const found = find();
    if (found === null || found === undefined) throw new Error(`Not there: ${find.toString()}`);
    return found;
  });
}
