import { type ComponentType, lazy } from 'react';

/** Rows that are this slow to come need not be waited for by what is around them. */
const longEnoughMs = 400;

const firstRows: { painted?: () => void } = {};
const whenPainted = new Promise<void>((resolve) => {
  firstRows.painted = resolve;
  setTimeout(resolve, longEnoughMs);
});

/** Says that what the reader came for is on screen, so that the rest may be loaded. */
export const markFirstRows = () => firstRows.painted?.();

/** Loads something once the first rows are there: none of it is needed to show them. */
export async function afterFirstRows<T>(load: () => Promise<T>): Promise<T> {
  await whenPainted;
  return load();
}

/**
 * A component that is loaded once the first rows are there, shown or not: what a key opens has to
 * be there when the key after it is pressed.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>) {
  const loading = afterFirstRows(async () => ({ default: await load() }));
  // Where it is shown the failure is shown too.
  loading.catch(() => {});
  return lazy(() => loading);
}
