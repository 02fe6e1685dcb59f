/** A control of a menu, a panel or a toolbar: its label, and where it stands. */
export interface Control {
  label: string;
  left: number;
  top: number;
  bottom: number;
}

/** Controls beside each other, in the order of the document. */
function linesOf(controls: readonly Control[]): number[][] {
  const lines: number[][] = [];
  controls.forEach(({ top, bottom }, at) => {
    const line = lines.at(-1);
    const first = line && controls[line[0]!];
    const middle = (top + bottom) / 2;
    if (line && first && middle > first.top && middle < first.bottom) line.push(at);
    else lines.push([at]);
  });
  return lines;
}

/** The control of a line that stands nearest to another one. */
const nearest = (controls: readonly Control[], line: readonly number[], at: number) =>
  line.reduce((best, one) => {
    const distance = (index: number) => Math.abs(controls[index]!.left - controls[at]!.left);
    return distance(one) < distance(best) ? one : best;
  });

/**
 * The control that an arrow key, Home or End leads to, or null for any other key. Up and Down go from
 * line to line and round, Left and Right from control to control.
 *
 * @param at the control with the focus, or -1.
 */
export function controlStep(controls: readonly Control[], at: number, key: string): number | null {
  const last = controls.length - 1;
  if (last < 0) return null;
  const lines = linesOf(controls);
  const line = lines.findIndex((one) => one.includes(at));
  const toLine = (next: number) => {
    const target = lines.at(next % lines.length)!;
    return at < 0 ? target[0]! : nearest(controls, target, at);
  };
  switch (key) {
    case 'ArrowDown':
      return toLine(line + 1);
    case 'ArrowUp':
      return toLine(line < 0 ? -1 : line - 1);
    case 'ArrowRight':
      return Math.min(at + 1, last);
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Letters typed in quick succession. */
export interface Typed {
  text: string;
  /** When the last one was typed, in milliseconds. */
  at: number;
}

const pauseMs = 700;

/** The letters after another key, or null if the key types none. */
export function typeKey({ text, at }: Typed, key: string, now: number): Typed | null {
  const isLetter = /^[\p{L}\p{M}\p{N}]+$/u.test(key) && [...key].length === 1;
  const before = now - at > pauseMs ? '' : text;
  // A space is a part of a name, unless it begins one: then it presses the control.
  if (!isLetter && !(key === ' ' && before !== '')) return null;
  return { text: before + key.toLowerCase(), at: now };
}

/**
 * The control whose label begins with the typed letters, or null. The first controls of the lines
 * count before the others, which often only change what the first one names. The same letter again
 * leads to the next label that begins with it.
 */
export function typedStep(controls: readonly Control[], at: number, text: string): number | null {
  const isRepeated = [...text].every((letter) => letter === text[0]);
  const wanted = isRepeated ? text[0]! : text;
  const from = isRepeated ? at + 1 : at;
  const begins = (one: number) => controls[one]!.label.trim().toLowerCase().startsWith(wanted);
  const find = (choice: readonly number[]) =>
    [...choice.filter((one) => one >= from), ...choice.filter((one) => one < from)].find(begins);
  const firsts = linesOf(controls).map(([first]) => first!);
  return find(firsts) ?? find([...controls.keys()]) ?? null;
}
