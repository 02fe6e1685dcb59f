import { rulesIn } from '../fields/rule-bits.ts';
import { formatCount } from '../lib/format.ts';
import * as words from '../words/checks.ts';
import { LevelMark, levelColors } from './LevelMark.tsx';

/** Rules in words, the worst first: `Error: Calls go nowhere`. */
export const findingTexts = (found: number): string[] =>
  rulesIn(found).map(({ level, title }) => words.finding(words.levels[level], title));

/** The findings of a row in a cell: sign and title of the worst, and how many more there are. */
export function FindingCell({ found }: { found: number }) {
  const [worst, ...others] = rulesIn(found);
  if (!worst) return null;
  const { level, title } = worst;
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={findingTexts(found).join('\n')}>
      <LevelMark level={level} />
      <span className={`truncate ${levelColors[level]}`}>
        <span className="sr-only">{words.ofLevel(words.levels[level])}</span>
        <span>{title}</span>
      </span>
      {others.length > 0 && (
        <span className="shrink-0 text-xs text-muted">
          <span aria-hidden>{words.more(formatCount(others.length))}</span>
          <span className="sr-only">{words.andMore(formatCount(others.length))}</span>
        </span>
      )}
    </span>
  );
}
