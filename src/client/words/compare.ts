import { formatPlural } from '../lib/format.ts';

/** Numbers side by side. */
export const title = (count: string) => `Compare ${count} numbers`;
export const differences = (count: number) =>
  `${formatPlural(count, 'field differs', 'fields differ')}, marked ≠`;
export const onlyDifferences = 'Only differences';
export const theComparison = 'the comparison';
export const comparison = 'Comparison';
export const field = 'Field';
/** Over and in the last column of what is copied. */
export const differs = 'Differs';
export const yes = 'yes';
/** Before the name of a field, for who hears it. */
export const differsIn = 'Differs: ';
export const withRemark = (text: string, remark: string) => `${text} (${remark})`;
export const groupField = (group: string, label: string) => `${group}: ${label}`;
