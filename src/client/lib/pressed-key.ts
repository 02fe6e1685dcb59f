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
