import { type FindEvent, findEventSchema } from '#contract/find.ts';
import { routes } from '#contract/routes.ts';
import { ApiError } from '../../lib/api-error.ts';
import { getLines } from '../../lib/get-lines.ts';

/**
 * Looks a number up in every account, exactly.
 *
 * @throws ApiError `stream_cut` when the last line is missing.
 */
export async function* openFind(number: string, signal: AbortSignal): AsyncGenerator<FindEvent> {
  const searchParams = new URLSearchParams({ number });
  for await (const event of getLines(routes.find, findEventSchema, { searchParams, signal })) {
    yield event;
    if (event.event === 'done') return;
  }
  throw new ApiError('stream_cut');
}
