/** The last key that was pressed, if it is waiting for its handler. */
let held: KeyboardEvent | null = null;

function hold(event: KeyboardEvent): void {
  held = event.key === 'F8' ? event : null;
}

/** Keeps a key that leads to a finding until the code of the findings is here. */
export const holdEarlyKey = () => addEventListener('keydown', hold);

/** The key that was kept, once; from then on none is. */
export function takeEarlyKey(): KeyboardEvent | null {
  removeEventListener('keydown', hold);
  const taken = held;
  held = null;
  return taken;
}
