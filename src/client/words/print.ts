/** Texts on paper. */
export const print = 'Print';
export const printed = (moment: string) => `Printed ${moment}`;
export const leftOut = (printed: string, count: string, left: string) =>
  `The first ${printed} of ${count} rows. ${left} are not printed; export them instead`;
export const application = (sid: string) => `app ${sid}`;
export const endpoint = (sid: string) => `endpoint ${sid}`;
export const nowhere = 'nowhere';
export const noCapability = 'none';
