const encoder = new TextEncoder();

interface LineStreamOptions<T> {
  /** Without a line break. */
  toLine: (event: T) => string;
  /** The reader went away: nobody takes another line. */
  onLeave: () => void;
  /** Nobody took a line for `stallMs` milliseconds; somebody may still come back for more. */
  onStall: () => void;
  stallMs: number;
  /** No line will be taken any more; called once, last. */
  onEnd: () => void;
}

/** Events as lines, each made only when a reader takes it: a reader that stops holds them back. */
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
            controller.enqueue(encoder.encode(`${toLine(value)}\n`));
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
    // Nothing ahead of the reader.
    { highWaterMark: 0 },
  );
}
