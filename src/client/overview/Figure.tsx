import { Table2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { Content, Elements } from '#jsx/jsx-runtime';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { FigureRows } from './FigureRows.tsx';
import { type FigureTable, figureTsv } from './figure-table.ts';
import * as text from './words.ts';

interface FigureProps {
  title: string;
  /** The numbers that the picture covers, and a summary. */
  words: Content;
  table: FigureTable;
  className?: string;
  children: Elements;
}

/** A picture of the numbers that can be shown as a table. */
export function Figure({ title, words, table, className = '', children }: FigureProps) {
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  return (
    <figure
      aria-labelledby={id}
      className={`flex min-w-0 flex-col gap-3 rounded-lg border border-line p-4 ${className}`}
    >
      <figcaption className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-56">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          <div className="text-muted">{words}</div>
        </div>
        <span className="flex items-center gap-1">
          <Button
            aria-pressed={isTable}
            aria-label={text.showAsTable(title)}
            onClick={() => setIsTable(!isTable)}
            className="aria-pressed:border-accent aria-pressed:text-accent"
          >
            <Table2 aria-hidden size={13} />
            <span>{text.table}</span>
          </Button>
          <CopyButton text={figureTsv(table)} what={text.asTable(title)} says={title} />
        </span>
      </figcaption>
      {isTable ? <FigureRows title={title} table={table} /> : children}
    </figure>
  );
}
