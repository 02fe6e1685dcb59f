import { createHash } from 'node:crypto';

/** The minute within an hour at which an account has its turn: always the same, by its id. */
export const minuteOf = (accountId: string): number =>
  createHash('sha256').update(accountId).digest().readUInt32BE() % 60;
