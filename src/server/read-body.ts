import type { Context } from 'hono';
import * as v from 'valibot';
import type { AppEnv } from './app-env.ts';
import { ProblemError } from './problem-error.ts';

/** A password, or which number: nothing honest comes near this. */
const smallBytes = 4096;

const tooLarge = (maxBytes: number) =>
  new ProblemError('body_too_large', `The body is larger than ${maxBytes} bytes.`);

async function readText(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  // As a browser reads a file: without a byte-order mark.
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/**
 * The text of a JSON body. Only `application/json`: a form of another site cannot send that.
 * @throws ProblemError `body_type` or `body_too_large`.
 */
export async function readJsonText(c: Context<AppEnv>, maxBytes: number): Promise<string> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new ProblemError(
      'body_type',
      'The body must be JSON: send it with the header Content-Type: application/json.',
    );
  }
  if (Number(c.req.header('content-length')) > maxBytes) throw tooLarge(maxBytes);
  return readText(c.req.raw.body, maxBytes);
}

/**
 * A small JSON body, parsed.
 * @throws ProblemError `body_type`, `body_too_large` or `invalid_body`; what was sent is not quoted.
 */
export async function readBody<S extends v.GenericSchema>(
  c: Context<AppEnv>,
  schema: S,
): Promise<v.InferOutput<S>> {
  const text = await readJsonText(c, smallBytes);
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (cause) {
    const words = 'The body is not what this address expects.';
    throw new ProblemError('invalid_body', words, { cause });
  }
}
