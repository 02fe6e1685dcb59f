import type { Context } from 'hono';
import * as v from 'valibot';
import type { AppEnv } from './app-env.ts';
import { ProblemError } from './problem-error.ts';

/** Honest small bodies, a password or a number, stay far below this size. */
const smallBytes = 4096;

/** The longest pause in the middle of a body. A browser sends a body in one go. */
const mostPauseMs = 3000;

const tooLarge = (maxBytes: number) =>
  new ProblemError('body_too_large', `The body is larger than ${maxBytes} bytes.`);

/** The next piece of a body; a client that stopped sending is not waited for. */
async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ProblemError('body_stalled', 'The rest of the body did not come.')),
      mostPauseMs,
    );
  });
  try {
    return await Promise.race([reader.read(), pause]);
  } finally {
    clearTimeout(timer);
  }
}

async function readText(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  while (reader) {
    const { value, done } = await nextPiece(reader);
    if (done) break;
    size += value.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(value);
  }
  // Decoding drops a byte-order mark, as browsers do.
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/**
 * The text of a JSON body. Only `application/json` is accepted, because a form of another site
 * cannot send this type.
 * @throws ProblemError `body_type`, `body_too_large` or `body_stalled`.
 */
export function readJsonText(c: Context<AppEnv>, maxBytes: number): Promise<string> {
  return readTyped(c, 'application/json', 'JSON', maxBytes);
}

/**
 * The text of a form, for the messages of other servers.
 * @throws ProblemError `body_type`, `body_too_large` or `body_stalled`.
 */
export function readFormText(c: Context<AppEnv>, maxBytes: number): Promise<string> {
  return readTyped(c, 'application/x-www-form-urlencoded', 'a form', maxBytes);
}

async function readTyped(c: Context<AppEnv>, type: string, name: string, maxBytes: number) {
  const [given = ''] = (c.req.header('content-type') ?? '').split(';');
  if (given.trim().toLowerCase() !== type) {
    throw new ProblemError(
      'body_type',
      `The body must be ${name}: send it with the header Content-Type: ${type}.`,
    );
  }
  if (Number(c.req.header('content-length')) > maxBytes) throw tooLarge(maxBytes);
  return readText(c.req.raw.body, maxBytes);
}

/**
 * A small JSON body, parsed.
 * @throws ProblemError `body_type`, `body_too_large` or `invalid_body`; the body is never quoted.
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
