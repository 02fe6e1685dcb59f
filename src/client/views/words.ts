import { formatPlural, isolate } from '../lib/format.ts';

/** Texts of saved views. */
export const views = 'Views';
export const view = (name: string) => `View ${isolate(name)}`;
export const modified = 'Modified:';
export const save = 'Save';
export const replace = 'Replace';
export const saveChanges = (name: string) => `Save the changes to view ${isolate(name)}`;
/** Follows a message in a browser that stores nothing. */
const forNow = (isKept: boolean) =>
  isKept ? '' : ' until you leave this page. Export views to keep them.';
export const saved = (name: string, isKept: boolean) =>
  `Saved view ${isolate(name)}${forNow(isKept)}`;
export const reset = 'Reset';
export const resetTo = (name: string) => `Reset to view ${isolate(name)} as saved`;
export const linkBroughtColumns = 'This link has its own columns';
export const backToMyColumns = 'Back to my columns';

export const noneYet = (isKept: boolean) =>
  `No saved views yet. A view stores filters, search, sort, columns and density${isKept ? ' in this browser' : ''}.`;
export const notKept =
  'This browser stores nothing for this page. Views last until you leave; export them to keep them.';
export const deleteView = (name: string) => `Delete view ${isolate(name)}`;
export const deleted = (name: string, isKept: boolean) =>
  isKept
    ? `Deleted view ${isolate(name)}`
    : `Deleted view ${isolate(name)} until you leave this page`;
export const viewName = 'View name';
export const copyLink = 'Copy link';
export const theLink = 'the link';
export const theLinkWithoutList = 'the link, without the pasted list';
export const notKeptHere = (name: string) =>
  `The view ${isolate(name)} is not stored in this browser`;

export const exportViews = 'Export';
export const importViews = 'Import';
export const file = 'File of saved views';
export const exported = (count: number) => `Exported ${formatPlural(count, 'view')}`;
export const imported = (count: number, isKept: boolean) =>
  `Imported ${formatPlural(count, 'view')}${forNow(isKept)}`;
export const unreadable = 'This file holds no saved views.';
export const unreadableView = (place: string) => `View ${place} cannot be read.`;
export const theColumn = (id: string) => `the column ${id}`;
export const without = (name: string, lost: readonly string[]) =>
  `“${isolate(name)}” is without ${lost.join(', ')}.`;
