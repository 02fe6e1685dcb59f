import type { Reporter, TestCase } from '@playwright/test/reporter';
import { leftOutFor } from './programs.ts';

/** Ends a run with the programs that were not installed and the tests that were left out for them. */
export default class LeftOutReporter implements Reporter {
  private readonly leftOut = new Map<string, number>();

  onTestEnd({ annotations }: TestCase): void {
    for (const { type, description = '' } of annotations) {
      if (type !== leftOutFor) continue;
      this.leftOut.set(description, (this.leftOut.get(description) ?? 0) + 1);
    }
  }

  onEnd(): void {
    for (const [program, count] of this.leftOut) {
      const tests = count === 1 ? '1 test was' : `${count} tests were`;
      process.stdout.write(`${program} is not installed: ${tests} left out.\n`);
    }
  }

  /** Another reporter prints the list of tests. */
  printsToStdio(): boolean {
    return false;
  }
}
