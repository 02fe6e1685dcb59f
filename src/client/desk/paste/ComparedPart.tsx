import { useId } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { type FileFormat, fileFormats } from '../../export/export-job.ts';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { formats } from '../../words/export.ts';
import * as words from './words.ts';

interface ComparedPartProps {
  title: string;
  /** The count of numbers, of which the content may show only the first. */
  count: number;
  copied: () => string;
  onSave: (format: FileFormat) => void;
  isWide?: boolean;
  children: Elements;
}

/** One of the three parts of a comparison: its numbers, to copy or to save. */
export function ComparedPart({
  title,
  count,
  copied,
  onSave,
  isWide = false,
  children,
}: ComparedPartProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`flex min-w-0 flex-col rounded-lg border border-line bg-page ${isWide ? 'col-span-full' : ''}`}
    >
      <h3 id={id} className="flex items-baseline gap-2 px-3 pt-2.5 font-semibold">
        <span className="flex-1">{title}</span>
        <span translate="no">{formatCount(count)}</span>
      </h3>
      <div className="flex flex-wrap items-center gap-1 px-2 py-1.5">
        {count > 0 && (
          <CopyButton text={copied} what={words.theNumbers(title)} says={formatCount(count)} />
        )}
        {fileFormats.map((format) => (
          <Button
            key={format}
            disabled={count === 0}
            aria-label={words.exportAs(formats[format].label, title)}
            onClick={() => onSave(format)}
            className="h-6 px-2 text-xs"
          >
            {formats[format].label}
          </Button>
        ))}
      </div>
      {count > 0 && <div className="border-t border-line px-3 py-1.5">{children}</div>}
    </section>
  );
}
