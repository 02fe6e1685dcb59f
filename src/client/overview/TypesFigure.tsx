import { isFilterText } from '#contract/filters.ts';
import { typeLabel } from '../fields/type-label.ts';
import { Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import { ranked, sumOf } from './ranked.ts';
import { shareWords } from './share.ts';
import * as text from './words.ts';

interface TypesFigureProps {
  counts: ReadonlyMap<string, number>;
  chosen: readonly string[];
  words: string;
  onChoose: (type: string) => void;
}

/** Numbers by type. */
export function TypesFigure({ counts, chosen, words, onChoose }: TypesFigureProps) {
  const total = sumOf(counts.values());
  // A chosen type stays in the picture without numbers, so that it can be given up there.
  const all = new Map([...chosen.map((type) => [type, 0] as const), ...counts]);
  const types = ranked(all, typeLabel).filter(([type]) => isFilterText(type));
  const bars = types.map(([type, count]) => ({
    key: type,
    name: typeLabel(type),
    count,
    isChosen: chosen.includes(type),
  }));
  return (
    <Figure
      id="numbers-by-type"
      title={text.byType}
      words={words}
      table={{
        headers: [text.headers.type, text.headers.numbers, text.headers.share],
        rows: bars
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => [name, count, shareWords(count, total, 1)]),
      }}
      picture={{ kind: 'bars', bars, total }}
    >
      <Bars label={text.mostFirst(text.types)} bars={bars} total={total} onChoose={onChoose} />
    </Figure>
  );
}
