import type { Finding } from '#checks/finding.ts';
import type { Rule } from '#checks/rule.ts';
import { rules } from '#checks/rules.ts';
import { type CheckLevel, checkLevels } from '#contract/checks-report.ts';

/** The filter for numbers with a finding that somebody accepted. */
export const acceptedCheck = 'accepted';

/** Every rule is a bit of a number, so that a row's findings are one number and a filter one `&`. */
const bits = new Map(rules.map(({ id }, at) => [id, 1 << at]));

/** 0 for a rule that does not exist here. */
export const ruleBit = (rule: string): number => bits.get(rule) ?? 0;

export const findingBits = (findings: readonly Finding[]): number =>
  findings.reduce((all, { id }) => all | ruleBit(id), 0);

/** Rules, the worst first. */
export const rulesIn = (found: number): readonly Rule[] =>
  rules.filter(({ id }) => (found & ruleBit(id)) !== 0);

const levelBits = Object.fromEntries(
  checkLevels.map((level) => [
    level,
    rules.filter((rule) => rule.level === level).reduce((all, { id }) => all | ruleBit(id), 0),
  ]),
) as Record<CheckLevel, number>;

export const isLevel = (text: string): text is CheckLevel => Object.hasOwn(levelBits, text);

/** The rules that a filter names, by itself or by its level. */
export const bitsOf = (check: string): number =>
  isLevel(check) ? levelBits[check] : ruleBit(check);

/** The worst level among rules, or null for none. */
export const worstLevel = (found: number): CheckLevel | null =>
  checkLevels.find((level) => (found & levelBits[level]) !== 0) ?? null;
