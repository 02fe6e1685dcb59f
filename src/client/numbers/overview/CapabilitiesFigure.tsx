import { Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import { type Capabilities, capabilitiesOf, type Summary } from './summary.ts';

/** A pair of filters and what it is called. */
const kinds: { key: Capabilities; name: string; voice: boolean; messaging: boolean }[] = [
  { key: 'both', name: 'Voice and messages', voice: true, messaging: true },
  { key: 'voice', name: 'Voice only', voice: true, messaging: false },
  { key: 'messaging', name: 'Messages only', voice: false, messaging: true },
  { key: 'neither', name: 'Neither', voice: false, messaging: false },
];

export interface CapabilityFilters {
  voice: boolean | null;
  messaging: boolean | null;
}

interface CapabilitiesFigureProps {
  counts: Summary['capabilities'];
  filters: CapabilityFilters;
  words: string;
  onFilter: (filters: CapabilityFilters) => void;
}

/** What the numbers can do. */
export function CapabilitiesFigure({ counts, filters, words, onFilter }: CapabilitiesFigureProps) {
  const { voice, messaging } = filters;
  const chosen =
    voice !== null && messaging !== null ? capabilitiesOf({ voice, messaging }) : undefined;
  return (
    <Figure
      title="Numbers by capability"
      words={words}
      table={{
        headers: ['Capability', 'Numbers'],
        rows: kinds.map(({ key, name }) => [name, counts[key]]),
      }}
    >
      <Bars
        label="Capabilities"
        bars={kinds.map(({ key, name }) => ({
          key,
          name,
          count: counts[key],
          isChosen: key === chosen,
        }))}
        onChoose={(key) => {
          const kind = kinds.find((one) => one.key === key && key !== chosen);
          onFilter({ voice: kind?.voice ?? null, messaging: kind?.messaging ?? null });
        }}
      />
    </Figure>
  );
}
