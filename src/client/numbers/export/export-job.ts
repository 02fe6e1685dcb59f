import type { RentedNumber } from '#contract/number.ts';

export const exportFormats = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the worker is asked for: rows and fields as shown, in their order. */
export interface ExportJob {
  format: ExportFormat;
  rows: readonly RentedNumber[];
  fields: readonly (keyof RentedNumber)[];
}

export type ExportResult = { ok: true; file: Blob } | { ok: false; reason: string };
