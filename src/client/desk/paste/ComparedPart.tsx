import { useId } from 'react';
import { type FileFormat, fileFormats } from '../../export/export-job.ts';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { formats } from '../../words/export.ts';
import * as words from './words.ts';

/** Nobody reads more of them here. The copy and the file hold all. */
const mostShown = 12;

interface ComparedPartProps {
  title: string;
  /** The count of numbers. Only the shown ones are written out. */
  count: number;
  shownAt: (index: number) => { text: string; name: string | null };
  copied: () => string;
  onSave: (format: FileFormat) => void;
}

/** One of the three parts of a comparison: its numbers, to copy or to save. */
export function ComparedPart({ title, count, shownAt, copied, onSave }: ComparedPartProps) {
  const id = useId();
  const shown = Array.from({ length: Math.min(count, mostShown) }, (_, index) => shownAt(index));
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-page"
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
      {count > 0 && (
        <div className="border-t border-line px-3 py-1.5">
          <ul>
            {shown.map(({ text, name }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number can be rented twice; its place is all it has.
              <li key={at} translate="no" className="flex gap-2 leading-6">
                <span className="shrink-0 font-mono">{text}</span>
                {name && <bdi className="truncate text-muted">{name}</bdi>}
              </li>
            ))}
          </ul>
          {count > mostShown && (
            <p className="text-muted">{words.moreInFile(formatCount(count - mostShown))}</p>
          )}
        </div>
      )}
    </section>
  );
}
