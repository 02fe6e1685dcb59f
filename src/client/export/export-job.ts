import type { PackedTable } from './export-table.ts';

export const fileFormats = ['csv', 'xlsx', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** The order to the worker: a file, or text for the clipboard. */
export interface ExportJob {
  format: FileFormat | 'tsv';
  table: PackedTable;
}

/** The answers of the worker: rows written from time to time, then how the job ended. */
export type ExportNews =
  | { event: 'progress'; done: number }
  | { event: 'done'; file: Blob }
  | { event: 'failed'; reason: string };
