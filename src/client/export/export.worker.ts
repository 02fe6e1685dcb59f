import type { ExportJob, ExportNews } from './export-job.ts';
import { type ExportTable, unpackTable } from './export-table.ts';
import { rowsPerPart, toCsv, toJson, toTsv } from './to-text.ts';

const texts = {
  csv: { write: toCsv, type: 'text/csv;charset=utf-8' },
  tsv: { write: toTsv, type: 'text/plain' },
  json: { write: toJson, type: 'application/json' },
};

const say = (news: ExportNews) => postMessage(news);

function toBlob(format: keyof typeof texts, table: ExportTable): Blob {
  const { write, type } = texts[format];
  const parts: string[] = [];
  for (const part of write(table)) {
    // The first part holds no rows: it is the header.
    say({ event: 'progress', done: Math.min(table.count, parts.length * rowsPerPart) });
    parts.push(part);
  }
  return new Blob(parts, { type });
}

async function build({ format, table: packed }: ExportJob): Promise<Blob> {
  const table = unpackTable(packed);
  if (format !== 'xlsx') return toBlob(format, table);
  const { toXlsx } = await import('./to-xlsx.ts');
  return toXlsx(table);
}

addEventListener('message', async ({ data }: MessageEvent<ExportJob>) => {
  try {
    say({ event: 'done', file: await build(data) });
  } catch (error) {
    say({ event: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});
