import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../lib/format.ts';
import { announce } from '../../ui/announce.ts';
import { Popover } from '../../ui/Popover.tsx';
import { type ColumnId, exportFields } from '../columns.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { exportWords, isComplete } from '../scope.ts';
import { buildFile } from './build-file.ts';
import { type ExportFormat, exportFormats } from './export-job.ts';
import { fileName } from './file-name.ts';
import { saveFile } from './save-file.ts';

const formatWords: Record<ExportFormat, { label: string; hint: string }> = {
  csv: { label: 'CSV', hint: 'For other programs; UTF-8' },
  xlsx: { label: 'Excel', hint: 'Every cell as text, nothing rounded' },
  json: { label: 'JSON', hint: 'An array, with the API’s field names' },
};

interface ExportMenuProps {
  list: NumberList;
  columns: readonly ColumnId[];
  search: string | null;
}

const triggerWords = { idle: null, building: 'Exporting…', failed: 'Export failed' };

/** The rows as the table shows them, as a file: filtered, sorted, visible columns in their order. */
export function ExportMenu({ list, columns, search }: ExportMenuProps) {
  const { shown, scope, filters } = list;
  const [state, setState] = useState<'idle' | 'building' | 'failed'>('idle');
  const count = shown.length;

  async function save(format: ExportFormat) {
    setState('building');
    const complete = isComplete(scope);
    try {
      const file = await buildFile({ format, rows: shown, fields: exportFields(columns) });
      saveFile(
        file,
        fileName({ filters, search, isComplete: complete, count, at: new Date(), format }),
      );
      setState('idle');
      announce(`Exported ${formatCount(count)} rows`);
    } catch {
      setState('failed');
      announce('The export failed');
    }
  }

  return (
    <Popover
      label={exportWords(scope, count, search !== null)}
      disabled={count === 0 || state === 'building'}
      trigger={
        <>
          {triggerWords[state] ?? `Export ${formatCount(count)}`}
          <ChevronDown aria-hidden size={14} />
        </>
      }
    >
      {(close) => (
        <div className="w-72">
          <p className="px-2.5 pt-1.5 font-semibold">
            {exportWords(scope, count, search !== null)}
          </p>
          <p className="px-2.5 pt-0.5 pb-2 text-xs text-muted">
            {isComplete(scope)
              ? 'The visible columns, in the order shown.'
              : 'Apifonica has more that are not loaded. The file’s name says partial.'}
          </p>
          {exportFormats.map((format) => (
            <button
              key={format}
              type="button"
              onClick={() => {
                close();
                void save(format);
              }}
              className="flex w-full items-baseline gap-3 rounded-md px-2.5 py-1.5 text-left hover:bg-hover"
            >
              <span className="w-12 font-medium">{formatWords[format].label}</span>
              <span className="text-xs text-muted">{formatWords[format].hint}</span>
            </button>
          ))}
          {state === 'failed' && (
            <p className="px-2.5 py-1.5 text-xs text-bad">
              The file could not be made. The rows are untouched; try again.
            </p>
          )}
        </div>
      )}
    </Popover>
  );
}
