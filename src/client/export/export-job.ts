import type { PackedTable } from './export-table.ts';

export const fileFormats = ['csv', 'xlsx', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What the worker is asked for: a file, or text for the clipboard. */
export interface ExportJob {
  format: FileFormat | 'tsv';
  table: PackedTable;
}

/** What the worker says: how many rows it has written, now and then, and how it ended. */
export type ExportNews =
  | { event: 'progress'; done: number }
  | { event: 'done'; file: Blob }
  | { event: 'failed'; reason: string };
