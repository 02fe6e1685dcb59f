import type { Behaviour } from '../behaviour.ts';

/** Never answers; the request ends when the client gives up. */
export function hang(): Behaviour {
  return {
    answer: ({ signal }) =>
      new Promise((resolve) => {
        const giveUp = () => resolve(new Response(null, { status: 499 }));
        if (signal.aborted) giveUp();
        else signal.addEventListener('abort', giveUp, { once: true });
      }),
  };
}
