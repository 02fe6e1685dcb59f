import * as words from '../words/filters.ts';

/** The rows that the counts below a heading cover. */
export interface FacetNote {
  text: string;
  /** Whether only screen readers need it, because a heading above shows the same. */
  isRepeated: boolean;
}

interface FacetHeadingProps {
  label: string;
  note: FacetNote | null;
}

export const FacetHeading = ({ label, note }: FacetHeadingProps) => (
  <h2 className="flex items-center gap-2 pb-1 text-xs font-medium text-muted">
    <span>{label}</span>
    {note && (
      <span
        className={
          note.isRepeated ? 'sr-only' : 'rounded border border-line px-1.5 text-2xs font-normal'
        }
      >
        <span className="sr-only">{words.counts}</span>
        <span>{note.text}</span>
      </span>
    )}
  </h2>
);
