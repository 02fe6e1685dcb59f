import * as v from 'valibot';
import { rentedNumberSchema } from './number.ts';
import { problemSchema } from './problem-kinds.ts';
import { accountRefSchema } from './session.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The lines of `GET /api/find?number`, one JSON object each (NDJSON): one number, looked up exactly
 * in every account that the person may read.
 *
 * - `asked`: the first line; `accounts` to be asked.
 * - `answered`: one account has answered; `numbers` is empty where the account does not rent the
 *   number.
 * - `failed`: one account could not be asked, so the number may be there.
 * - `done`: the last line; a stream that ends without it was cut off.
 */
export const findEventSchema = v.variant('event', [
  v.object({ event: v.literal('asked'), accounts: count }),
  v.object({
    event: v.literal('answered'),
    account: accountRefSchema,
    numbers: v.array(rentedNumberSchema),
  }),
  v.object({ event: v.literal('failed'), account: accountRefSchema, problem: problemSchema }),
  v.object({ event: v.literal('done'), answered: count, failed: count }),
]);

export type FindEvent = v.InferOutput<typeof findEventSchema>;
