import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import { answerFailure } from './problem-response.ts';

/** Proxies and balancers give up a silent answer, most after a minute, some after half a minute. */
const mostSilenceMs = 20_000;

const encoder = new TextEncoder();
const whiteSpace = encoder.encode('\n');

/** The result of the work, or null when it takes longer. */
async function within(ms: number, work: Promise<Response>): Promise<Response | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Cuts a connection once all that was written so far has left this process. */
function cut({ env }: Context<AppEnv>): void {
  const { outgoing } = env ?? {};
  if (outgoing && !('stream' in outgoing)) outgoing.write(whiteSpace, () => outgoing.destroy());
}

/**
 * Answers with the result of a long piece of work. After 20 seconds the answer begins: status 200,
 * then white space every 20 seconds, which may precede JSON, and the body at last.
 *
 * By then the status cannot tell a failure any more. The body tells the failure, and the connection
 * is cut behind the body, so that a script also sees an error in its client's exit code.
 */
export async function longAnswer(
  c: Context<AppEnv>,
  work: Promise<Response>,
  silenceMs = mostSilenceMs,
): Promise<Response> {
  // In HTTP/1.0 an answer of unknown length ends with its connection, so a cut would not be
  // noticed.
  if (c.env?.incoming?.httpVersion === '1.0') return work;
  const soon = await within(silenceMs, work);
  if (soon !== null) return soon;

  const finished = work.catch((error: unknown) => answerFailure(error, c));
  let isFailure = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (isFailure) return cut(c);
        const response = await within(silenceMs, finished);
        if (response === null) return controller.enqueue(whiteSpace);
        c.var.log.info({ status: response.status }, 'late answer');
        controller.enqueue(encoder.encode(await response.text()));
        if (response.ok) controller.close();
        else isFailure = true;
      },
    },
    // No white space is made before the reader asks for it.
    { highWaterMark: 0 },
  );
  return c.body(body, 200, { 'content-type': 'application/json' });
}
