import { formatPlural } from '../lib/format.ts';

/** Texts of the comparison of numbers side by side. */
export const title = (count: string) => `Compare ${count} numbers`;
export const differences = (count: number) =>
  `${formatPlural(count, 'field differs', 'fields differ')}, marked ≠`;
export const onlyDifferences = 'Only differences';
export const theComparison = 'the comparison';
export const comparison = 'Comparison';
export const field = 'Field';
/** The header and the value of the last column of a copied comparison. */
export const differs = 'Differs';
export const yes = 'yes';
/** Stands before the name of a field, for a screen reader. */
export const differsIn = 'Differs: ';
export const withRemark = (text: string, remark: string) => `${text} (${remark})`;
export const groupField = (group: string, label: string) => `${group}: ${label}`;
