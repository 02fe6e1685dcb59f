import type { Context } from 'hono';
import * as v from 'valibot';
import type { AppEnv } from './app-env.ts';
import { ProblemError } from './problem-error.ts';

const maxBytes = 4096;

const refuse = (detail: string, cause?: unknown) =>
  new ProblemError('invalid_query', detail, { cause });

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw refuse(`The body is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * A small JSON body, parsed. Only `application/json`: a form of another site cannot send that.
 * @throws ProblemError `invalid_query`; what was sent is not quoted.
 */
export async function readBody<S extends v.GenericSchema>(
  c: Context<AppEnv>,
  schema: S,
): Promise<v.InferOutput<S>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw refuse('The body must be application/json.');
  }
  const text = await readText(c.req.raw.body);
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (cause) {
    throw refuse('The body is not what this address expects.', cause);
  }
}
