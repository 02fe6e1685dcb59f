/** One text for a rule and a number, or for a rule and all numbers. */
export const acceptanceKey = (rule: string, numberSid: string | undefined) =>
  `${rule} ${numberSid ?? ''}`;
