import type { ExportJob, ExportResult } from './export-job.ts';
import { unpackTable } from './export-table.ts';
import { toCsv } from './to-csv.ts';
import { toJson } from './to-json.ts';
import { toTsv } from './to-tsv.ts';

async function build({ format, table: packed }: ExportJob): Promise<Blob> {
  const table = unpackTable(packed);
  switch (format) {
    case 'csv':
      return new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' });
    case 'tsv':
      return new Blob([toTsv(table)], { type: 'text/plain' });
    case 'json':
      return new Blob([toJson(table)], { type: 'application/json' });
    case 'xlsx': {
      const { toXlsx } = await import('./to-xlsx.ts');
      return toXlsx(table);
    }
  }
}

addEventListener('message', async ({ data }: MessageEvent<ExportJob>) => {
  let result: ExportResult;
  try {
    result = { ok: true, file: await build(data) };
  } catch (error) {
    result = { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  postMessage(result);
});
