import { rules } from '#checks/rules.ts';
import * as words from '../words/checks.ts';
import { acceptedCheck } from './rule-bits.ts';

const labels = new Map<string, string>([
  ...Object.entries(words.levelFilters),
  [acceptedCheck, words.accepted],
  ...rules.map(({ id, title }) => [id, title] as const),
]);

/** Every value of the filter: levels, accepted findings, rules. */
export const checkValues: readonly string[] = [...labels.keys()];

/** A filter in words; an unknown filter stands for itself. */
export const checkLabel = (check: string): string => labels.get(check) ?? check;
