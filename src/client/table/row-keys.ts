/**
 * Keys for the rows in the document. A row keeps its key while it stays; a new row takes over the key,
 * and so the elements, of a row that left: filling elements with other texts costs a fraction of
 * making them.
 */
export function createRowKeys() {
  let keys = new Map<string, number>();

  return (ids: readonly string[]): ReadonlyMap<string, number> => {
    const next = new Map<string, number>();
    const taken = new Set<number>();
    for (const id of ids) {
      const key = keys.get(id);
      if (key === undefined) continue;
      next.set(id, key);
      taken.add(key);
    }
    let free = 0;
    for (const id of ids) {
      if (next.has(id)) continue;
      while (taken.has(free)) free += 1;
      next.set(id, free);
      taken.add(free);
    }
    keys = next;
    return next;
  };
}
