/** A list with a value put in or taken out; null when nothing is left of it. */
export function toggled(values: readonly string[] | null, value: string): string[] | null {
  if (!values?.includes(value)) return [...(values ?? []), value];
  const next = values.filter((one) => one !== value);
  return next.length === 0 ? null : next;
}
