/**
 * What became of a number between two kept lists, in the order of their signs. `passed` came after the
 * one and went before the other.
 */
export const changeKinds = ['added', 'gone', 'changed', 'passed'] as const;

export type ChangeKind = (typeof changeKinds)[number];
