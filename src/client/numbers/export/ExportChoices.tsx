import { useId } from 'react';
import { type FileFormat, fileFormats } from './export-job.ts';

const formatWords: Record<FileFormat, { label: string; hint: string }> = {
  csv: { label: 'CSV', hint: 'For other programs; UTF-8' },
  xlsx: { label: 'Excel', hint: 'Every cell as text, nothing rounded' },
  json: { label: 'JSON', hint: 'An array of objects, a row a line' },
};

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
          className="flex w-full items-baseline gap-3 rounded-md px-2.5 py-1.5 text-left hover:bg-hover"
        >
          <span className="w-12 font-medium">{formatWords[format].label}</span>
          <span className="text-xs text-muted">{formatWords[format].hint}</span>
        </button>
      ))}
    </section>
  );
}
