const encoder = new TextEncoder();

interface LineStreamOptions<T> {
  /** The line of an event, without a line break; or whole lines, as bytes. */
  toLine: (event: T) => string | Uint8Array;
  /** The reader has gone and takes no further line. */
  onLeave: () => void;
  /** The reader took no line for `stallMs` milliseconds, but may still continue. */
  onStall: () => void;
  stallMs: number;
  /** No further line will be taken; called last, and once. */
  onEnd: () => void;
}

/**
 * Events as lines. Each event is requested only when the reader takes a line, so a reader that
 * stops also stops the events.
 */
export function lineStream<T>(
  events: AsyncGenerator<T, void, void>,
  { toLine, onLeave, onStall, stallMs, onEnd }: LineStreamOptions<T>,
): ReadableStream<Uint8Array> {
  const stalling = setTimeout(onStall, stallMs);
  stalling.unref();

  function end() {
    clearTimeout(stalling);
    onEnd();
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await events.next();
          if (!done) {
            const line = toLine(value);
            controller.enqueue(typeof line === 'string' ? encoder.encode(`${line}\n`) : line);
            stalling.refresh();
            return;
          }
        } catch (error) {
          end();
          throw error;
        }
        controller.close();
        end();
      },
      async cancel() {
        onLeave();
        await events.return();
        end();
      },
    },
    // No line is made before the reader asks for it.
    { highWaterMark: 0 },
  );
}
