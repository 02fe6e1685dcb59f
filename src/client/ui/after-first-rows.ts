/** The rest of the page waits no longer than this for the first rows. */
const longEnoughMs = 400;

const firstRows: { painted?: () => void } = {};
const whenPainted = new Promise<void>((resolve) => {
  firstRows.painted = resolve;
  setTimeout(resolve, longEnoughMs);
});

/** Marks the first rows as drawn. The rest of the page is loaded after they are painted. */
export const markFirstRows = () =>
  requestAnimationFrame(() => setTimeout(() => firstRows.painted?.()));

/** Loads a part of the page that the first rows do not need, after they are painted. */
export async function afterFirstRows<T>(load: () => Promise<T>): Promise<T> {
  await whenPainted;
  return load();
}
