import * as words from '../words/table.ts';

interface CapabilityProps {
  word: string;
  isOn: boolean;
}

/** A capability as a word; one that is off is struck through, so that colour is not the only sign. */
export function Capability({ word, isOn }: CapabilityProps) {
  return (
    <span
      className={`rounded px-1.5 py-px text-2xs font-medium tinted:bg-page ${isOn ? 'bg-accent-soft text-accent' : 'text-muted line-through ring-1 ring-inset ring-line'}`}
    >
      <span>{word}</span>
      {!isOn && <span className="sr-only">{words.off}</span>}
    </span>
  );
}
