import { useId } from 'react';
import * as words from '../words/export.ts';
import { type FileFormat, fileFormats } from './export-job.ts';

interface ExportChoicesProps {
  title: string;
  hint: string;
  onChoose: (format: FileFormat) => void;
}

/** What is exported, and as which kind of file. */
export function ExportChoices({ title, hint, onChoose }: ExportChoicesProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="px-2.5 pt-1.5 font-semibold">
        {title}
      </h2>
      <p className="px-2.5 pt-0.5 pb-1.5 text-xs text-muted">{hint}</p>
      {fileFormats.map((format) => (
        <button
          key={format}
          type="button"
          onClick={() => onChoose(format)}
          className="flex w-full items-center gap-3 rounded-md px-2.5 py-1.5 text-left hover:bg-hover"
        >
          <span className="w-12 shrink-0 font-medium">{words.formats[format].label}</span>
          <span className="text-xs text-muted">{words.formats[format].hint}</span>
        </button>
      ))}
    </section>
  );
}
