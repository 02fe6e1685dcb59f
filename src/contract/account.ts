/** Reads the id of an account, such as `berlin-2`; the operator of the server chooses the ids. */
export const accountCodec = {
  parse: (text: string): string | null => (/^[a-z0-9-]{1,40}$/.test(text) ? text : null),
};

/** The account as the first query parameter of a request; none where there is one account. */
export const accountEntries = (account: string | null): [string, string][] =>
  account === null ? [] : [['account', account]];
