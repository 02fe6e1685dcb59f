import type { Acceptance } from '#checks/acceptance.ts';
import { rules } from '#checks/rules.ts';
import { type CheckLevel, checkLevels } from '#contract/checks-report.ts';
import { countChanges, type FindingChanges } from '../findings/finding-changes.ts';
import { formatCount } from '../lib/format.ts';
import * as text from './words.ts';

interface RuleCount {
  id: string;
  level: CheckLevel;
  /** Numbers with an open finding of the rule. */
  count: number;
  /** Numbers in which the last refresh found it new, or gone. */
  added: number;
  gone: number;
  /** The last two in words. */
  note: string | undefined;
}

function changeWords({ added, gone }: Pick<RuleCount, 'added' | 'gone'>): string | undefined {
  const parts = [
    added > 0 && text.added(formatCount(added)),
    gone > 0 && text.gone(formatCount(gone)),
  ].filter((part) => part !== false);
  return parts.join(', ') || undefined;
}

/**
 * The rules that found something, that a refresh changed, or that are chosen: the worst level first,
 * then the most numbers.
 */
export function ruleCounts(
  counts: ReadonlyMap<string, number>,
  changes: FindingChanges | null,
  acceptances: readonly Acceptance[],
  chosen: string | null,
): RuleCount[] {
  const changed = changes && countChanges(changes, acceptances);
  return rules
    .map(({ id, level }) => {
      const { added, gone } = changed?.get(id) ?? { added: 0, gone: 0 };
      const note = changeWords({ added, gone });
      return { id, level, count: counts.get(id) ?? 0, added, gone, note };
    })
    .filter(({ id, count, note }) => count > 0 || note !== undefined || id === chosen)
    .sort(
      (a, b) => checkLevels.indexOf(a.level) - checkLevels.indexOf(b.level) || b.count - a.count,
    );
}

/** All that a refresh changed: `3 new, 1 gone`. */
export const sinceRefreshWords = (found: readonly RuleCount[]): string =>
  changeWords({
    added: found.reduce((sum, { added }) => sum + added, 0),
    gone: found.reduce((sum, { gone }) => sum + gone, 0),
  }) ?? text.nothingNew;
