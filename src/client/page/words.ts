/** Texts of the bar at the foot of a phone's page. */
export const bar = 'Main';
export const numbers = 'Numbers';
export const overview = 'Overview';
export const sort = 'Sort';
export const exportIt = 'Export';
export const filters = 'Filters';
/** The name of a button that shows a count beside its label. */
export const active = (label: string, count: string) => `${label}, ${count} active`;
export const sorted = (label: string, by: string) => `${label}, now ${by}`;
