import type { ExportJob, ExportResult } from './export-job.ts';
import { toCsv } from './to-csv.ts';
import { toJson } from './to-json.ts';

async function build({ format, rows, fields }: ExportJob): Promise<Blob> {
  switch (format) {
    case 'csv':
      return new Blob([toCsv(rows, fields)], { type: 'text/csv;charset=utf-8' });
    case 'json':
      return new Blob([toJson(rows, fields)], { type: 'application/json' });
    case 'xlsx': {
      const { toXlsx } = await import('./to-xlsx.ts');
      return toXlsx(rows, fields);
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
