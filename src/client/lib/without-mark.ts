/** The values that an entry of the history holds, without the mark of a layer. */
export function withoutMark(held: unknown): unknown {
  if (Object(held).layer === undefined) return held;
  const { layer: _, ...values } = Object(held);
  return values;
}
