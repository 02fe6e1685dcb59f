import * as words from '../words/filters.ts';

interface FacetHeadingProps {
  label: string;
  /** Shown beside the label: the rows that the counts cover. */
  note: string | null;
}

export const FacetHeading = ({ label, note }: FacetHeadingProps) => (
  <h2 className="flex items-center gap-2 pb-1 text-xs font-medium text-muted">
    <span>{label}</span>
    {note && (
      <span className="rounded border border-line px-1.5 text-2xs font-normal">
        <span className="sr-only">{words.counts}</span>
        <span>{note}</span>
      </span>
    )}
  </h2>
);
