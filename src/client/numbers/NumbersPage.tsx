import { SlidersHorizontal } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { noFilters, useAddress } from './address.ts';
import { NumberDetail } from './detail/NumberDetail.tsx';
import { useOpening } from './detail/useOpening.ts';
import { useOpenRow } from './detail/useOpenRow.ts';
import { ExportMenu } from './export/ExportMenu.tsx';
import { FilterChips } from './filters/FilterChips.tsx';
import { FilterRail } from './filters/FilterRail.tsx';
import { SearchBox } from './filters/SearchBox.tsx';
import { EmptyState } from './list/EmptyState.tsx';
import { ListNotice } from './list/ListNotice.tsx';
import { ListTail } from './list/ListTail.tsx';
import { StatusLine } from './list/StatusLine.tsx';
import { useAnnouncedScope } from './list/useAnnouncedScope.ts';
import { useNumberList } from './list/useNumberList.ts';
import { useSearchTheRest } from './list/useSearchTheRest.ts';
import { isComplete } from './scope.ts';
import { ColumnsMenu } from './table/ColumnsMenu.tsx';
import { NumberTable } from './table/NumberTable.tsx';
import { SkeletonRows } from './table/SkeletonRows.tsx';
import { useColumnTaste } from './table/useColumnTaste.ts';
import { useGridFocus } from './table/useGridFocus.ts';
import { useSeenNames } from './table/useSeenNames.ts';

const firstSkeletons = 30;

/** The rented numbers: filters, table, details, and how far all of it reaches. */
export function NumbersPage() {
  const [address, setAddress] = useAddress();
  const list = useNumberList(address);
  const { shown, scope, hasMore, loadMore } = list;
  const { q, sort } = address;

  const question = JSON.stringify([list.filters, q, sort]);
  const theRest = useSearchTheRest(list, question);
  useAnnouncedScope(scope, question);

  const columns = useColumnTaste(useSeenNames(list.rows));
  const grid = useRef<HTMLDivElement>(null);
  const focus = useGridFocus(grid, columns.shown, shown.length);
  const open = useOpenRow(list, address.open, setAddress);

  const { openings, openRow, closeRow } = useOpening(list, open.index, address, setAddress, focus);

  const isNarrow = useMediaQuery('(width < 900px)');
  const rail = <FilterRail address={address} setAddress={setAddress} list={list} />;
  const sheet = useRef<HTMLDialogElement>(null);
  const searchBox = <SearchBox address={address} setAddress={setAddress} />;

  // A search or a sort over the loaded rows pauses automatic loading: otherwise the end of a short
  // or reordered list, always in view, would fetch page after page. Before the first row there is
  // nothing to search or sort: pages without rows are passed by.
  const isBeforeRows = scope.status === 'partial' && scope.loaded === 0;
  const mayLoadAhead =
    hasMore && scope.status === 'partial' && (isBeforeRows || (q === null && sort === null));
  const isAwaited = scope.status === 'loading' || isBeforeRows;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1">
        {!isNarrow && (
          <nav
            aria-label="Filters"
            className="flex w-64 shrink-0 flex-col border-r border-line bg-rail"
          >
            <div className="p-3 pb-2">{searchBox}</div>
            <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-2 pb-6">{rail}</div>
          </nav>
        )}
        <main className="flex min-w-0 flex-1 flex-col">
          <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-2">
            {isNarrow && (
              <>
                <div className="w-full">{searchBox}</div>
                <Button onClick={() => sheet.current?.showModal()}>
                  <SlidersHorizontal aria-hidden size={14} />
                  Filters
                </Button>
                <span className="flex-1" />
              </>
            )}
            <div className="order-last flex w-full min-w-0 flex-wrap items-center gap-2 empty:hidden min-[900px]:order-none min-[900px]:w-auto min-[900px]:flex-1">
              <FilterChips address={address} setAddress={setAddress} />
            </div>
            <ColumnsMenu columns={columns} />
            <ExportMenu list={list} columns={columns.shown} search={q} />
          </div>
          <div className="relative flex min-h-0 flex-1 flex-col">
            <NumberTable
              rows={shown}
              isComplete={isComplete(scope)}
              isBusy={list.isFetching}
              columns={columns}
              sort={sort}
              onSort={(next) => void setAddress({ sort: next })}
              question={question}
              openIndex={open.index}
              onOpen={openRow}
              onNearEnd={mayLoadAhead ? loadMore : null}
              grid={grid}
              focus={focus}
            >
              {isAwaited ? (
                <SkeletonRows columns={columns.shown} count={firstSkeletons} />
              ) : (
                <ListTail
                  list={list}
                  columns={columns.shown}
                  search={q}
                  isSorted={sort !== null}
                  theRest={theRest}
                />
              )}
            </NumberTable>
            {shown.length === 0 && !isAwaited && (
              <EmptyState
                list={list}
                search={q}
                isFiltered={Object.keys(list.filters).length > 0}
                theRest={theRest}
                onClear={() => void setAddress(noFilters, { history: 'push' })}
                onClearSearch={() => void setAddress({ q: null })}
                onSearchDigits={
                  address.number === null
                    ? null
                    : () =>
                        void setAddress({ number: null, q: address.number }, { history: 'push' })
                }
              />
            )}
            <ListNotice list={list} />
            {open.isOpen && <NumberDetail key={openings} open={open} onClose={closeRow} />}
          </div>
        </main>
      </div>
      <StatusLine list={list} search={q} sort={sort} onRefresh={list.refresh} />
      {isNarrow && (
        <dialog
          ref={sheet}
          aria-label="Filters"
          className="m-0 h-dvh max-h-none w-80 max-w-[90vw] bg-rail p-4 text-ink shadow-pop backdrop:bg-ink/30"
        >
          <div className="flex items-center justify-between pb-4">
            <h2 className="text-base font-semibold">Filters</h2>
            <Button onClick={() => sheet.current?.close()}>Done</Button>
          </div>
          {rail}
        </dialog>
      )}
    </div>
  );
}
