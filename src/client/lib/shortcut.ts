type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** No character, or one of another script; names of keys, such as `Enter`, are ASCII. */
const isForeign = (key: string) =>
  key === 'Unidentified' || key === 'Dead' || !/^[\p{ASCII}\p{Script=Latin}]/u.test(key);

/**
 * A key as shortcuts name it, letters in lower case. With Ctrl, Meta or Alt held, a layout without
 * Latin letters, or Alt on a Mac, gives another character: then the letter that is printed on the
 * key of a Latin keyboard counts, as it does in every other program.
 */
export function pressedKey({ key, code, ctrlKey, metaKey, altKey }: KeyPress): string {
  const isHeld = ctrlKey || metaKey || altKey;
  const letter = isHeld && isForeign(key) ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return letter?.toLowerCase() ?? (key.length === 1 ? key.toLowerCase() : key);
}

/** A key, and what has to be held with it (true) or must not be (false). Cmd counts as Ctrl. */
export interface Keystroke {
  /** The name that `pressedKey` gives the key. */
  key: string;
  ctrl?: boolean;
  alt?: boolean;
  shift?: boolean;
}

/** One line of the sheet of keys: what some keystrokes do, each with its action. */
export interface Shortcut<Action extends string = string> {
  does: string;
  keys: readonly (Keystroke & { action: Action })[];
}

/** The actions of a list of shortcuts. */
export type ActionOf<Shortcuts extends readonly Shortcut[]> =
  Shortcuts[number]['keys'][number]['action'];

type KeyEvent = Parameters<typeof pressedKey>[0] & Pick<KeyboardEvent, 'shiftKey'>;

/** The action of a key press, or null. The first keystroke that fits counts. */
export function shortcutAction<const Shortcuts extends readonly Shortcut[]>(
  shortcuts: Shortcuts,
  event: KeyEvent,
): ActionOf<Shortcuts> | null {
  const key = pressedKey(event);
  const isCtrl = event.ctrlKey || event.metaKey;
  const fits = (stroke: Keystroke) =>
    stroke.key === key &&
    (stroke.ctrl ?? isCtrl) === isCtrl &&
    (stroke.alt ?? event.altKey) === event.altKey &&
    (stroke.shift ?? event.shiftKey) === event.shiftKey;
  return shortcuts.flatMap(({ keys }) => keys).find(fits)?.action ?? null;
}

/**
 * Runs the action of a key press, which the browser then does not get. Every action has a handler:
 * the sheet of keys says nothing that no handler does.
 *
 * @param run handlers; one that answers false leaves the key to others.
 * @returns whether the key was used.
 */
export function runShortcut<const Shortcuts extends readonly Shortcut[]>(
  shortcuts: Shortcuts,
  event: KeyEvent & Pick<Event, 'preventDefault'>,
  run: Readonly<Record<ActionOf<Shortcuts>, () => unknown>>,
): boolean {
  const action = shortcutAction(shortcuts, event);
  if (action === null || run[action]() === false) return false;
  event.preventDefault();
  return true;
}
