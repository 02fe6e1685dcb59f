import type { RentedNumber } from '#contract/number.ts';
import { tsvCell } from '../export/text-cells.ts';
import { copiedNumber } from '../fields/copied-number.ts';
import { detailGroups } from '../fields/detail-groups.ts';
import { withoutIsolates } from '../lib/format.ts';
import { comparison as words } from './words.ts';

interface ComparedField {
  label: string;
  /** The value of each number in words; null when not set. */
  texts: (string | null)[];
  isDifferent: boolean;
}

interface ComparedGroup {
  title: string;
  fields: ComparedField[];
}

const inWords = ({ text, remark }: { text: string | null; remark?: string | undefined }) =>
  text && remark && remark !== text ? words.withRemark(text, remark) : text;

/** Every field of some numbers, with whether they differ in it. */
export function compareNumbers(rows: readonly RentedNumber[]): ComparedGroup[] {
  const all = rows.map(detailGroups);
  return (all[0] ?? []).map(({ title, fields }, group) => ({
    title,
    fields: fields.map(({ label }, at) => {
      const texts = all.map((groups) => {
        const field = groups[group]?.fields[at];
        return field ? inWords(field) : null;
      });
      return { label, texts, isDifferent: new Set(texts).size > 1 };
    }),
  }));
}

/** What was compared, to paste into a spreadsheet: one line a field. */
export function comparedText(
  rows: readonly RentedNumber[],
  groups: readonly ComparedGroup[],
): string {
  const header = [
    words.field,
    ...rows.map((row) => tsvCell(copiedNumber(row), true)),
    words.differs,
  ];
  const lines = groups.flatMap(({ title, fields }) =>
    fields.map(({ label, texts, isDifferent }) => [
      words.groupField(title, label),
      ...texts.map((text) => tsvCell(withoutIsolates(text ?? ''))),
      isDifferent ? words.yes : '',
    ]),
  );
  return [header, ...lines].map((cells) => cells.join('\t')).join('\n');
}
