/** Rows that are this slow to come need not be waited for by what is around them. */
const longEnoughMs = 400;

const firstRows: { painted?: () => void } = {};
const whenPainted = new Promise<void>((resolve) => {
  firstRows.painted = resolve;
  setTimeout(resolve, longEnoughMs);
});

/** Says that what the reader came for is in the document: once it is painted the rest is loaded. */
export const markFirstRows = () =>
  requestAnimationFrame(() => setTimeout(() => firstRows.painted?.()));

/** Loads something once the first rows are there: none of it is needed to show them. */
export async function afterFirstRows<T>(load: () => Promise<T>): Promise<T> {
  await whenPainted;
  return load();
}
