/** A list with a value put in or taken out; null when nothing is left of it. */
export const toggled = (values: readonly string[], value: string) => {
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return next.length === 0 ? null : next;
};
