import { setAddress } from '../address/address-bar.ts';
import { type ColumnId, columnLabel } from '../fields/columns.tsx';
import type { Sort } from '../fields/sort.ts';
import { sortWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { sortSheet as words } from './words.ts';

interface ChoiceProps {
  name: string;
  label: string;
  isChosen: boolean;
  onChoose: () => void;
}

const Choice = ({ name, label, isChosen, onChoose }: ChoiceProps) => (
  <label className="flex items-center gap-3 rounded-md px-5 active:bg-hover has-checked:font-semibold has-checked:text-accent">
    <input
      type="radio"
      name={name}
      checked={isChosen}
      onChange={onChoose}
      className="size-4.5 shrink-0 accent-accent"
    />
    <span>{label}</span>
  </label>
);

const directions = [
  { label: words.ascending, descending: false },
  { label: words.descending, descending: true },
];

interface SortSheetProps {
  list: NumberList;
  /** The columns of the table on a wide screen. */
  columns: readonly ColumnId[];
  sort: Sort | null;
  onClose: () => void;
}

/** Sorts the rows of a phone, which have no headers to press. A choice applies at once. */
export function SortSheet({ list, columns, sort, onClose }: SortSheetProps) {
  const fields = [...new Set([...columns, ...(sort ? [sort.column] : [])])];
  return (
    <Dialog title={words.sort} isSheet onClose={onClose}>
      {() => (
        <div className="grid gap-2 pb-4">
          <p role="status" className="px-5 text-muted">
            {sort ? sortWords(list.scope, sort.column) : words.notSorted}
          </p>
          <fieldset
            disabled={sort === null}
            className="mx-2 grid grid-cols-2 border-b border-line pb-2 disabled:text-muted"
          >
            <legend className="sr-only">{words.direction}</legend>
            {directions.map(({ label, descending }) => (
              <Choice
                key={label}
                name="sort-direction"
                label={label}
                isChosen={sort?.descending === descending}
                onChoose={() => sort && setAddress({ sort: { ...sort, descending } })}
              />
            ))}
          </fieldset>
          <fieldset className="mx-2 grid">
            <legend className="sr-only">{words.field}</legend>
            <Choice
              name="sort-field"
              label={words.listOrder}
              isChosen={sort === null}
              onChoose={() => setAddress({ sort: null })}
            />
            {fields.map((column) => (
              <Choice
                key={column}
                name="sort-field"
                label={columnLabel(column)}
                isChosen={sort?.column === column}
                onChoose={() =>
                  setAddress({ sort: { column, descending: sort?.descending ?? false } })
                }
              />
            ))}
          </fieldset>
        </div>
      )}
    </Dialog>
  );
}
