/** What became of a number between two kept lists, in the order of their signs. */
export const changeKinds = ['added', 'gone', 'changed'] as const;

export type ChangeKind = (typeof changeKinds)[number];
