/** What one row of the table came to. */
export interface Outcome {
  /** The figure in words, with what it was measured on. */
  measured: string;
  reached: boolean;
  /** For the JSON: every number the words were made of. */
  figures: Record<string, unknown>;
}

export interface Row {
  what: string;
  toReach: string;
  measured: string;
  /** null where it could not be measured. */
  reached: boolean | null;
  figures: Record<string, unknown>;
}

interface Goal {
  what: string;
  toReach: string;
}

/** Measures a row. One that cannot be measured says why; the others are measured all the same. */
export async function measure(goal: Goal, run: () => Promise<Outcome>): Promise<Row> {
  const started = performance.now();
  try {
    const outcome = await run();
    return { ...goal, ...outcome, figures: { ...outcome.figures, seconds: since(started) } };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const figures = { error: error instanceof Error ? error.stack : reason };
    return { ...goal, measured: `not measured: ${reason}`, reached: null, figures };
  }
}

const since = (started: number) => Math.round((performance.now() - started) / 1000);
