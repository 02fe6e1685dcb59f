/** The result of one row of the table. */
export interface Outcome {
  /** The figure in words, with its circumstances. */
  measured: string;
  reached: boolean;
  /** All numbers behind the words, for the JSON. */
  figures: Record<string, unknown>;
}

export interface Row {
  what: string;
  toReach: string;
  measured: string;
  /** null when it could not be measured. */
  reached: boolean | null;
  figures: Record<string, unknown>;
}

interface Goal {
  what: string;
  toReach: string;
}

/**
 * Measures a row. A row that cannot be measured says why, and the other rows are still measured.
 */
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
