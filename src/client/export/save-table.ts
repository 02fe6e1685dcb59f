import { saveFile } from '../ui/save-file.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/export.ts';
import { buildFile } from './build-file.ts';
import type { FileFormat } from './export-job.ts';
import type { PackedTable } from './export-table.ts';

/** Builds the file of a table, starts its download and says so. */
export async function saveTable(table: PackedTable, format: FileFormat, name: string) {
  try {
    const { signal } = new AbortController();
    const { file } = await buildFile({ format, pack: () => table, signal });
    saveFile(file, name);
    showToast({ text: words.exported });
  } catch {
    showToast({ text: words.failed });
  }
}
