import { rules } from '#checks/rules.ts';
import type { CheckLevel } from '#contract/checks-report.ts';
import { acceptedCheck } from './open-findings.ts';

export const levelWords: Record<CheckLevel, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
};

const labels = new Map([
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Infos'],
  [acceptedCheck, 'Accepted'],
  ...rules.map(({ id, title }) => [id, title] as const),
]);

/** A filter in words; what is not known stands for itself. */
export const checkLabel = (check: string): string => labels.get(check) ?? check;
