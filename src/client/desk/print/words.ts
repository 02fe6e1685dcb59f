/** Texts on paper. */
export const print = 'Print';
export const printed = (moment: string) => `Printed ${moment}`;
export const leftOut = (printed: string, count: string, left: string) =>
  `The first ${printed} of ${count} rows. ${left} are not printed; export them instead`;
