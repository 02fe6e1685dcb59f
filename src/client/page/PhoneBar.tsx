import { ArrowUpDown, ChartColumn, History, List, Share, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { canExport } from '../export/ExportMenu.tsx';
import { ExportPanel } from '../export/ExportPanel.tsx';
import { triggerWords } from '../export/trigger-words.ts';
import { useExport } from '../export/useExport.ts';
import { type ColumnId, columnLabel } from '../fields/columns.tsx';
import { countFilters } from '../filters/active-filters.ts';
import { FilterSheet } from '../filters/FilterSheet.tsx';
import { formatCount } from '../lib/format.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import { useSession } from '../list/session-query.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { ViewLink } from '../overview/ViewSwitch.tsx';
import { SortSheet } from '../table/SortSheet.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { inSentence } from '../words/common.ts';
import { exportSheet } from '../words/export.ts';
import * as words from './words.ts';

const itemLook =
  'relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 self-stretch text-2xs text-muted outline-offset-[-3px] active:bg-hover disabled:opacity-50 aria-[current]:font-semibold aria-[current]:text-accent forced-colors:aria-[current]:underline';

interface ItemContentProps {
  icon: typeof List;
  label: string;
  /** A count, or a sign, at the icon. */
  badge?: string | null;
}

const ItemContent = ({ icon: Icon, label, badge = null }: ItemContentProps) => (
  <>
    <span className="relative">
      <Icon aria-hidden size={22} strokeWidth={1.75} />
      {badge !== null && (
        <span
          aria-hidden
          className="absolute -top-1 left-3.5 min-w-4 rounded-full bg-accent px-1 text-center text-2xs leading-4 font-semibold text-on-accent"
        >
          {badge}
        </span>
      )}
    </span>
    <span className="max-w-full truncate">{label}</span>
  </>
);

interface ItemProps extends ItemContentProps {
  name: string;
  isDisabled?: boolean;
  onClick: () => void;
}

const Item = ({ name, isDisabled = false, onClick, ...content }: ItemProps) => (
  <button
    type="button"
    aria-label={name}
    aria-haspopup="dialog"
    disabled={isDisabled}
    onClick={onClick}
    className={itemLook}
  >
    <ItemContent {...content} />
  </button>
);

interface PhoneBarProps {
  list: NumberList;
  /** The columns of exports. */
  columns: readonly ColumnId[];
  address: Address;
  selected: SelectedRows;
  rail: Elements;
}

/** The bar at the foot of a phone's page: its views, and the sheets for what is in view. */
export function PhoneBar({ list, columns, address, selected, rail }: PhoneBarProps) {
  const { sort, show } = address;
  const [sheet, setSheet] = useState<'sort' | 'export' | null>(null);
  const close = () => setSheet(null);
  const exporter = useExport(list, columns, address);
  const exporting = triggerWords(exporter.state, list.scope);
  const count = countFilters(address, list.pasted);
  const hasHistory = useSession().data?.has_history ?? false;
  return (
    <nav aria-label={words.bar} className="flex h-14 items-center">
      <ViewLink show={null} className={itemLook}>
        <ItemContent icon={List} label={words.numbers} />
      </ViewLink>
      <ViewLink show="overview" className={itemLook}>
        <ItemContent icon={ChartColumn} label={words.overview} />
      </ViewLink>
      {hasHistory && (
        <ViewLink show="history" className={itemLook}>
          <ItemContent icon={History} label={words.history} />
        </ViewLink>
      )}
      <FilterSheet
        trigger={(open) => (
          <Item
            icon={SlidersHorizontal}
            label={words.filters}
            badge={count === 0 ? null : formatCount(count)}
            name={count === 0 ? words.filters : words.active(words.filters, formatCount(count))}
            onClick={open}
          />
        )}
      >
        {rail}
      </FilterSheet>
      <Item
        icon={ArrowUpDown}
        label={words.sort}
        badge={sort === null ? null : sort.descending ? '↓' : '↑'}
        name={
          sort === null
            ? words.sort
            : words.sorted(words.sort, inSentence(columnLabel(sort.column)))
        }
        // The pictures of the overview have an order of their own.
        isDisabled={show === 'overview'}
        onClick={() => setSheet('sort')}
      />
      <Item
        icon={Share}
        label={exporting?.shown ?? words.exportIt}
        name={exporting?.name ?? words.exportIt}
        isDisabled={!canExport(list, exporter.state)}
        onClick={() => setSheet('export')}
      />
      {sheet === 'sort' && <SortSheet list={list} columns={columns} sort={sort} onClose={close} />}
      {sheet === 'export' && (
        <Dialog title={exportSheet} isSheet onClose={close}>
          {(closeSheet) => (
            <div className="px-2.5 pb-4">
              <ExportPanel
                list={list}
                check={address.check}
                selected={selected}
                exporter={exporter}
                close={closeSheet}
              />
            </div>
          )}
        </Dialog>
      )}
    </nav>
  );
}
