import type { Shortcut } from '../lib/shortcut.ts';
import { monthChoiceKeys, monthMoveKeys } from '../overview/picture-keys.ts';
import * as months from '../overview/words.ts';
import { keys } from './key-words.ts';

const does: Readonly<Record<string, string>> = {
  [months.keys.extendMonths]: keys.extend,
  [months.keys.otherMonth]: keys.other,
  [months.keys.otherYear]: keys.page,
  [months.keys.endMonth]: keys.end,
  [months.keys.chooseMonths]: keys.choose,
  [months.keys.everyMonth]: keys.newest,
};

/** The keys of the timeline, which are those of the months, for the sheet of keys. */
export const timelineKeys: readonly Shortcut[] = [...monthMoveKeys, ...monthChoiceKeys].map(
  (shortcut) => ({ ...shortcut, does: does[shortcut.does] ?? shortcut.does }),
);
