import * as words from './columns-menu-words.ts';

interface DensityChoiceProps {
  isCompact: boolean;
  onChoose: (isCompact: boolean) => void;
}

const choices = [
  { label: words.comfortable, isCompact: false },
  { label: words.compact, isCompact: true },
];

/** How high the rows are. */
export const DensityChoice = ({ isCompact, onChoose }: DensityChoiceProps) => (
  <fieldset className="flex items-center gap-4 border-b border-line px-2.5 pt-1 pb-2">
    <legend className="sr-only">{words.rowHeight}</legend>
    <span aria-hidden className="text-muted">
      {words.rows}
    </span>
    {choices.map((choice) => (
      <label key={choice.label} className="flex items-center gap-1.5">
        <input
          type="radio"
          name="density"
          className="accent-accent"
          checked={choice.isCompact === isCompact}
          onChange={() => onChoose(choice.isCompact)}
        />
        <span>{choice.label}</span>
      </label>
    ))}
  </fieldset>
);
