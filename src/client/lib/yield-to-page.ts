interface Scheduler {
  yield?: () => Promise<void>;
}

// Not in TypeScript's DOM library yet, nor in every browser.
const { scheduler } = globalThis as { scheduler?: Scheduler };

/** Lets the browser paint and answer before a long piece of work goes on. */
const yieldToPage = (): Promise<void> =>
  scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** Half a frame: what is left of it is the page's. */
const sliceMs = 8;

/** Gives a function to call between the steps of long work; it yields once a slice is used up. */
export function createBreather() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await yieldToPage();
    since = performance.now();
  };
}
