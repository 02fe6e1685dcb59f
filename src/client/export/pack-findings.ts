import type { RentedNumber } from '#contract/number.ts';
import { acceptedCheck, bitsOf, ruleBit } from '../fields/rule-bits.ts';
import type { ChecksState } from '../findings/checks-store.tsx';
import { type RowFinding, rowFindings } from '../findings/row-findings.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { RowSet } from '../list/row-set.ts';
import type { ExportField, PackedTable } from './export-table.ts';

const columns: Partial<Record<ExportField, (row: RentedNumber, finding: RowFinding) => string>> = {
  number: (row) => row.number,
  number_sid: (row) => row.number_sid,
  level: (_, { level }) => level,
  rule: (_, { id }) => id,
  field: (_, { field }) => field,
  message: (_, { message }) => message,
  remedy: (_, { remedy }) => remedy,
  status: (_, { acceptance }) => (acceptance === null ? 'open' : 'accepted'),
  note: (_, { acceptance }) => acceptance?.note ?? '',
};
const fields = Object.keys(columns) as (keyof typeof columns)[];

/** Whether a finding is one that a filter by checks is about; every one is without a filter. */
function isAbout({ id, acceptance }: RowFinding, check: string | null): boolean {
  if (check === null) return true;
  if (check === acceptedCheck) return acceptance !== null;
  return acceptance === null && (bitsOf(check) & ruleBit(id)) !== 0;
}

/**
 * Packs the findings of rows for a worker: every finding is a row.
 *
 * @param check the filter by checks; findings that it is not about are left out.
 */
export async function packFindings(
  set: RowSet,
  positions: Uint32Array,
  { checked, acceptances }: Pick<ChecksState, 'checked' | 'acceptances'>,
  check: string | null,
): Promise<PackedTable> {
  const breathe = createBreather();
  const now = Date.now();
  const values = fields.map((): string[] => []);
  let count = 0;
  for (const position of positions) {
    const row = set.rows[position];
    // Most rows have no finding: their accepted findings need no look.
    if (!row || !checked?.found[position]) continue;
    for (const finding of rowFindings(row, checked, acceptances, now)) {
      if (!isAbout(finding, check)) continue;
      for (const [at, field] of fields.entries()) {
        values[at]!.push(columns[field]?.(row, finding) ?? '');
      }
      count += 1;
    }
    await breathe();
  }
  return {
    count,
    columns: fields.map((field, at) => ({
      field,
      values: JSON.stringify(values[at]),
      codes: null,
    })),
  };
}
