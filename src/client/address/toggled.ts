/** A list with a value put in or taken out; null when nothing is left of it. */
export function toggled<T extends string>(values: readonly T[] | null, value: T): T[] | null {
  if (!values?.includes(value)) return [...(values ?? []), value];
  const next = values.filter((one) => one !== value);
  return next.length === 0 ? null : next;
}
