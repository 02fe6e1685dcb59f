/** Texts of the page's toolbar, and of the bar at the foot of a phone. */
export const bar = 'Main';
export const numbers = 'Numbers';
export const overview = 'Overview';
export const history = 'History';
export const sort = 'Sort';
export const exportIt = 'Export';
export const filters = 'Filters';
export const tableTools = 'Views, columns and export';
/** The name of a button that shows a count beside its label. */
export const active = (label: string, count: string) => `${label}, ${count} active`;
export const sorted = (label: string, by: string) => `${label}, now ${by}`;
