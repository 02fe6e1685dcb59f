import { useId } from 'react';

const options = [
  { value: null, word: 'Any' },
  { value: true, word: 'Yes' },
  { value: false, word: 'No' },
] as const;

interface TriStateProps {
  label: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
}

/** Any, yes or no. */
export function TriState({ label, value, onChange }: TriStateProps) {
  const id = useId();
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="float-left flex-1">{label}</legend>
      {options.map((option) => (
        <label
          key={option.word}
          className="cursor-pointer rounded-md border border-transparent px-2.5 py-0.5 text-muted hover:text-ink has-checked:border-line has-checked:bg-raised has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={id}
            className="sr-only"
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.word}
        </label>
      ))}
    </fieldset>
  );
}
