import type { SearchParamsOption } from 'ky';
import * as v from 'valibot';
import { http, toApiError } from './api.ts';
import { ApiError } from './api-error.ts';

/** The longest accepted line of a stream; a line with a page of numbers has 20 kB. */
const maxLineLength = 1024 * 1024;

async function* readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of readText(body)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) break;
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') throw new SyntaxError('The stream was cut inside a line.');
}

// Not `for await` over the stream itself, which Safari does not have.
async function* readText(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      yield chunk.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/**
 * GET of NDJSON, each line parsed by `schema`; every failure but an abort is an ApiError, one in the
 * middle `stream_cut`. What the last line has to be is the caller's to know.
 */
export async function* getLines<S extends v.GenericSchema>(
  path: string,
  schema: S,
  { searchParams, signal }: { searchParams: SearchParamsOption; signal: AbortSignal },
): AsyncGenerator<v.InferOutput<S>> {
  const cut = () => new ApiError('stream_cut');
  let hasBegun = false;
  try {
    const response = await http.get(path, { searchParams, signal, timeout: false });
    hasBegun = true;
    if (response.body === null) throw cut();
    for await (const line of readLines(response.body)) yield v.parse(schema, JSON.parse(line));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ApiError) throw error;
    throw hasBegun && !(error instanceof v.ValiError) ? cut() : toApiError(error);
  }
}
