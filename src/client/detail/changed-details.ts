import type { RentedNumber } from '#contract/number.ts';
import { detailGroups } from '../fields/detail-groups.ts';
import { notSet } from '../words/common.ts';
import { fieldOf } from './history-words.ts';

/** A field of the details that says something else than before. */
interface ChangedDetail {
  label: string;
  before: string;
  after: string;
}

const linesOf = (row: RentedNumber) =>
  detailGroups(row).flatMap(({ title, fields }) =>
    fields.map(({ name, label, text, remark = '' }) => ({
      name,
      label: fieldOf(title, label),
      text: text ?? notSet,
      remark,
    })),
  );

/**
 * The fields in which a number differs from before, in the words of the details. The date of the
 * last change follows from any other change, so it is told only by itself.
 */
export function changedDetails(before: RentedNumber, after: RentedNumber): ChangedDetail[] {
  const now = linesOf(after);
  const changed = linesOf(before).flatMap((old, at) => {
    // Every number has the same lines.
    const line = now[at]!;
    if (before[old.name] === after[old.name]) return [];
    // Values that read alike are told apart by their remark: the original date, the code of a type.
    const isAlike = old.text === line.text;
    const tell = ({ text, remark }: typeof line) => (isAlike ? remark || text : text);
    return [{ name: old.name, label: old.label, before: tell(old), after: tell(line) }];
  });
  const others = changed.filter(({ name }) => name !== 'updated');
  return (others.length > 0 ? others : changed).map(({ label, before, after }) => ({
    label,
    before,
    after,
  }));
}
