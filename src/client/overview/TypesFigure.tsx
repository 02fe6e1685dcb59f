import { isFilterText } from '#contract/filters.ts';
import { typeLabel } from '../fields/type-label.ts';
import { Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import { ranked } from './ranked.ts';
import * as text from './words.ts';

interface TypesFigureProps {
  counts: ReadonlyMap<string, number>;
  chosen: readonly string[];
  words: string;
  onChoose: (type: string) => void;
}

/** Numbers by type. */
export function TypesFigure({ counts, chosen, words, onChoose }: TypesFigureProps) {
  const types = ranked(counts, typeLabel).filter(([type]) => isFilterText(type));
  return (
    <Figure
      title={text.byType}
      words={words}
      table={{
        headers: [text.headers.type, text.headers.numbers],
        rows: types.map(([type, count]) => [typeLabel(type), count]),
      }}
    >
      <Bars
        label={text.mostFirst(text.types)}
        bars={types.map(([type, count]) => ({
          key: type,
          name: typeLabel(type),
          count,
          isChosen: chosen.includes(type),
        }))}
        onChoose={onChoose}
      />
    </Figure>
  );
}
