import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import type { ColumnId } from '../fields/columns.tsx';
import { useIsTasteKept } from '../lib/taste.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Popover } from '../ui/Popover.tsx';
import { showToast } from '../ui/toast.ts';
import { ColumnLine } from './ColumnLine.tsx';
import { isUsual, moveTo } from './change-taste.ts';
import { usualTaste } from './table-taste.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import { columnsMenu as words } from './words.ts';

interface DensityChoiceProps {
  isCompact: boolean;
  onChoose: (isCompact: boolean) => void;
}

const choices = [
  { label: words.comfortable, isCompact: false },
  { label: words.compact, isCompact: true },
];

/** How high the rows are. */
const DensityChoice = ({ isCompact, onChoose }: DensityChoiceProps) => (
  <fieldset className="flex items-center gap-4 border-b border-line px-2.5 pt-1 pb-2">
    <legend className="sr-only">{words.rowHeight}</legend>
    <span aria-hidden className="text-muted">
      {words.rows}
    </span>
    {choices.map((choice) => (
      <label key={choice.label} className="flex items-center gap-1.5">
        <input
          type="radio"
          name="density"
          className="accent-accent"
          checked={choice.isCompact === isCompact}
          onChange={() => onChoose(choice.isCompact)}
        />
        <span>{choice.label}</span>
      </label>
    ))}
  </fieldset>
);

function ColumnsPanel({ columns }: { columns: ColumnTaste }) {
  const { taste, setTaste, arranged } = columns;
  const isKept = useIsTasteKept();
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  return (
    <>
      <ul aria-label={words.leftToRight}>
        {arranged.map((id) => (
          <ColumnLine
            key={id}
            id={id}
            columns={columns}
            isDragged={dragged === id}
            onDrag={setDragged}
            onDragOver={() => dragged && setTaste(moveTo(taste, dragged, id))}
          />
        ))}
      </ul>
      <p className="border-t border-line px-2.5 pt-2 pb-1 text-xs text-muted phone:hidden">
        {words.howTo}
      </p>
      {!isKept && <p className="px-2.5 pb-1 text-xs text-warn">{words.notKept}</p>}
      <button
        type="button"
        disabled={isUsual(taste)}
        onClick={() => {
          setTaste(usualTaste);
          showToast({ text: words.wasReset, undo: () => setTaste(taste) });
        }}
        className="w-full rounded-md px-2.5 py-1.5 text-left hover:bg-hover disabled:text-muted"
      >
        {words.reset}
      </button>
    </>
  );
}

/** Which columns are shown, in which order and how wide, and how high the rows are. */
export function ColumnsMenu({ columns }: { columns: ColumnTaste }) {
  const { taste, setTaste } = columns;
  return (
    <Popover
      trigger={
        <>
          <Columns3 aria-hidden size={14} />
          <span className="max-sm:sr-only">{words.columns}</span>
        </>
      }
    >
      {() => (
        <div className="w-84 max-w-[calc(100vw-1.5rem)] finger:w-100">
          <DensityChoice
            isCompact={taste.isCompact}
            onChoose={(isCompact) => setTaste({ ...taste, isCompact })}
          />
          <ColumnsPanel columns={columns} />
        </div>
      )}
    </Popover>
  );
}

interface ColumnsSheetProps {
  columns: ColumnTaste;
  onClose: () => void;
}

/** The columns of exports and of wider screens, on a phone: widths and heights are none of its own. */
export const ColumnsSheet = ({ columns, onClose }: ColumnsSheetProps) => (
  <Dialog title={words.columns} isSheet onClose={onClose}>
    {() => (
      <div className="px-3 pb-4">
        <p className="px-2 pb-2 text-muted">{words.ofExports}</p>
        <ColumnsPanel columns={columns} />
      </div>
    )}
  </Dialog>
);
