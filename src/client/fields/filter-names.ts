import { type NumberSelection, type PageFilterName, pageFilterNames } from '#contract/selection.ts';

/** Every filter, in the order in which the active ones are named. */
export const filterNames = [...pageFilterNames, 'check', 'q', 'rented'] as const;
export type FilterName = (typeof filterNames)[number];

/** What each filter holds. */
export type FilterValues = {
  [Name in FilterName]: Name extends PageFilterName ? NonNullable<NumberSelection[Name]> : string;
};
