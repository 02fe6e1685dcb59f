/** Texts of copying. */
export const copy = (what: string) => `Copy ${what}`;
export const copied = (what: string) => `Copied ${what}`;
export const refused = 'The browser refused to copy';
