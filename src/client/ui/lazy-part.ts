import { type ComponentType, lazy } from 'react';

/** A component that is loaded when it is first shown. */
export const lazyPart = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await load() }));

/** Rows that are this slow to come need not be waited for by what is around them. */
const longEnoughMs = 400;

const firstRows: { painted?: () => void } = {};
const whenPainted = new Promise<void>((resolve) => {
  firstRows.painted = resolve;
  setTimeout(resolve, longEnoughMs);
});

/** Says that what the reader came for is on screen, so that the rest may be loaded. */
export const markFirstRows = () => firstRows.painted?.();

/** A component that is loaded once the first rows are there: none of it is needed to show them. */
export const lazyAfterRows = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazyPart(async () => {
    await whenPainted;
    return load();
  });
