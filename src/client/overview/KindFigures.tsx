import { typeLabel } from '../fields/type-label.ts';
import { Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import { ranked, shareWords, sumOf } from './share.ts';
import { type Capabilities, capabilitiesOf, type Summary } from './summary.ts';
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
  const bars = ranked(counts, chosen, typeLabel).map(([type, count]) => ({
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

/** The four pairs of filters, and their names. */
const kinds: { key: Capabilities; name: string; voice: boolean; messaging: boolean }[] = [
  { key: 'both', name: text.capability.both, voice: true, messaging: true },
  { key: 'voice', name: text.capability.voice, voice: true, messaging: false },
  { key: 'messaging', name: text.capability.messaging, voice: false, messaging: true },
  { key: 'neither', name: text.capability.neither, voice: false, messaging: false },
];

interface CapabilityFilters {
  voice: boolean | null;
  messaging: boolean | null;
}

interface CapabilitiesFigureProps {
  counts: Summary['capabilities'];
  filters: CapabilityFilters;
  words: string;
  onFilter: (filters: CapabilityFilters) => void;
}

/** Numbers by capability. */
export function CapabilitiesFigure({ counts, filters, words, onFilter }: CapabilitiesFigureProps) {
  const { voice, messaging } = filters;
  const chosen =
    voice !== null && messaging !== null ? capabilitiesOf({ voice, messaging }) : undefined;
  const total = sumOf(Object.values(counts));
  const bars = kinds.map(({ key, name }) => ({
    key,
    name,
    count: counts[key],
    isChosen: key === chosen,
  }));
  return (
    <Figure
      id="numbers-by-capability"
      title={text.byCapability}
      words={words}
      table={{
        headers: [text.headers.capability, text.headers.numbers, text.headers.share],
        rows: bars.map(({ name, count }) => [name, count, shareWords(count, total, 1)]),
      }}
      picture={{ kind: 'bars', bars, total }}
    >
      <Bars
        label={text.capabilities}
        bars={bars}
        total={total}
        onChoose={(key) => {
          const kind = kinds.find((one) => one.key === key && key !== chosen);
          onFilter({ voice: kind?.voice ?? null, messaging: kind?.messaging ?? null });
        }}
      />
    </Figure>
  );
}
