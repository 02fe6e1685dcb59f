import { useId } from 'react';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/export.ts';
import { type FileFormat, fileFormats } from './export-job.ts';

interface ExportChoicesProps {
  title: string;
  hint: string;
  onChoose: (format: FileFormat) => void;
}

/** What is exported, and below it the kinds of file. */
export function ExportChoices({ title, hint, onChoose }: ExportChoicesProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="px-2.5 pt-1.5">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="pt-0.5 text-xs text-muted empty:hidden">{hint}</p>
      <div className="flex flex-wrap gap-1.5 pt-1.5 pb-1">
        {fileFormats.map((format) => (
          <Button
            key={format}
            aria-describedby={id}
            title={words.formats[format].hint}
            onClick={() => onChoose(format)}
          >
            {words.formats[format].label}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** What each kind of file is for, once for all choices. */
export const FormatNotes = () => (
  <dl className="grid grid-cols-[max-content_1fr] gap-x-2 px-2.5 pt-1 pb-1.5 text-xs text-muted">
    {fileFormats.map((format) => (
      <div key={format} className="col-span-2 grid grid-cols-subgrid">
        <dt>{words.formats[format].label}</dt>
        <dd>{words.formats[format].hint}</dd>
      </div>
    ))}
  </dl>
);
