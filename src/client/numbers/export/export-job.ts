import type { PackedTable } from './export-table.ts';

export const fileFormats = ['csv', 'xlsx', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What the worker is asked for: a file, or text for the clipboard. */
export interface ExportJob {
  format: FileFormat | 'tsv';
  table: PackedTable;
}

export type ExportResult = { ok: true; file: Blob } | { ok: false; reason: string };
