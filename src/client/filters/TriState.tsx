import { useId } from 'react';
import { formatCount } from '../lib/format.ts';
import * as common from '../words/common.ts';
import * as words from '../words/filters.ts';

const options = [
  { value: null, word: common.any },
  { value: true, word: common.yes },
  { value: false, word: common.no },
];

interface TriStateProps {
  label: string;
  value: boolean | null;
  /** The loaded rows with and without the capability, by `true` and `false`. */
  counts: ReadonlyMap<string, number>;
  /** The value that Apifonica was asked for. The count of the other value is unknown then. */
  asked: boolean | undefined;
  onChange: (value: boolean | null) => void;
}

/** Any, yes or no. */
export function TriState({ label, value, counts, asked, onChange }: TriStateProps) {
  const id = useId();
  const countWords = [true, false]
    .filter((option) => asked === undefined || asked === option)
    .map((option) => {
      const count = formatCount(counts.get(String(option)) ?? 0);
      return option ? words.countYes(count) : words.countNo(count);
    });
  return (
    <fieldset aria-describedby={`${id}-counts`} className="flex flex-wrap items-center gap-x-1">
      {/* WebKit does not float a legend, so the visible label is another element. */}
      <legend className="sr-only">{label}</legend>
      <span aria-hidden className="flex-1">
        {label}
      </span>
      <span className="flex gap-x-0.5">
        {options.map((option) => (
          <label
            key={option.word}
            className="cursor-pointer rounded-md finger:text-center border border-transparent px-2 py-0.5 text-muted hover:text-ink has-checked:border-line has-checked:bg-raised has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.word}</span>
          </label>
        ))}
      </span>
      {counts.size > 0 && (
        <span id={`${id}-counts`} className="w-full pr-2 text-right text-2xs text-muted">
          {countWords.join(' · ')}
        </span>
      )}
    </fieldset>
  );
}
