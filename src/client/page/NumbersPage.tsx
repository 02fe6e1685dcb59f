import { useEffect, useMemo, useRef } from 'react';
import { shownAddress } from '../address/address.ts';
import { useAddress } from '../address/address-bar.ts';
import { closeDetails } from '../address/open-details.ts';
import { DockPlace } from '../detail/DockPlace.tsx';
import { useOpening } from '../detail/useOpening.ts';
import { RailSkeleton } from '../filters/RailSkeleton.tsx';
import { openIndexOf } from '../list/open-row.ts';
import { useNumberList } from '../list/useNumberList.ts';
import { useSelection } from '../list/useSelection.ts';
import { NumberTable } from '../table/NumberTable.tsx';
import { useGrid } from '../table/useGrid.ts';
import { markFirstRows } from '../ui/after-first-rows.ts';
import { laterPart } from '../ui/later-part.tsx';
import { useIsPhone, useMediaQuery } from '../ui/screen.ts';
import * as words from '../words/app.ts';
import { pageState, usePageColumns } from './page-state.ts';
import { TableEnd } from './TableEnd.tsx';

const tools = () => import('./tools.ts');
const PageSearch = laterPart(async () => (await tools()).PageSearch);
const Rail = laterPart(async () => (await tools()).Rail);
const FiltersButton = laterPart(async () => (await tools()).FiltersButton);
const PhoneBar = laterPart(async () => (await tools()).PhoneBar);
const FilterChips = laterPart(async () => (await tools()).FilterChips);
const GridTools = laterPart(async () => (await tools()).GridTools);
const Toolbar = laterPart(async () => (await tools()).Toolbar);
const StatusLine = laterPart(async () => (await tools()).StatusLine);
const ListNotice = laterPart(async () => (await tools()).ListNotice);
const EmptyList = laterPart(async () => (await tools()).EmptyList);
const SearchTools = laterPart(async () => (await tools()).SearchTools);
const DeskTools = laterPart(async () => (await tools()).DeskTools);
const SnapshotBar = laterPart(async () => (await tools()).SnapshotBar);
const Overview = laterPart(async () => (await tools()).Overview);
const History = laterPart(async () => (await tools()).History);
const HistoryFoot = laterPart(async () => (await tools()).HistoryFoot);
const NumberDetail = laterPart(async () => (await tools()).NumberDetail);

/**
 * The width that open details cover where they lie over the table: never the numbers. What the table
 * has below them can be scrolled into sight.
 */
const overTable = 'min-[900px]:max-[1200px]:[--covered:min(26.25rem,calc(100%-15rem))]';

const chipsLook =
  'order-last w-full flex-wrap empty:hidden min-[900px]:order-none min-[900px]:empty:flex min-[900px]:w-auto min-[900px]:flex-1';
/** The chips of a phone stay in one line, which scrolls: the list keeps its room. */
const phoneChipsLook =
  '-mx-3 w-[calc(100%+1.5rem)] overflow-x-auto px-3 [scrollbar-width:none] has-[ul]:mt-1.5';

/** The page of rented numbers: filters, table, details and the foot. */
export function NumbersPage() {
  const address = shownAddress(useAddress());
  const list = useNumberList(address);
  const { shown } = list;
  const { isHistory, isOverview, isSearched, isAwaited, isEmpty, mayLoadAhead, question } =
    pageState(list, address);

  const isPhone = useIsPhone();
  const { open } = address;
  const shared = useRef<HTMLDivElement>(null);
  const { columns, fitted, inGrid } = usePageColumns(list, address, shared);
  const grid = useGrid(inGrid, shown.length, isPhone ? 0 : -1);
  const selection = useSelection(list.set, shown);
  const openIndex = useMemo(() => openIndexOf(shown, open), [shown, open]);

  const { openings, openRow } = useOpening(list, openIndex, address, grid);

  const isNarrow = useMediaQuery('(width < 900px)');
  useEffect(() => {
    if (isHistory || !isAwaited) markFirstRows();
  }, [isHistory, isAwaited]);
  const searchBox = (
    <div className="h-8 finger:h-11">
      <PageSearch address={address} list={list} grid={grid} />
    </div>
  );
  const foot = { list, address, question };
  const statusLine = isHistory ? <HistoryFoot {...foot} /> : <StatusLine {...foot} />;
  const rail = <Rail address={address} list={list} placeholder={<RailSkeleton />} />;
  const table = (
    <NumberTable
      list={list}
      columns={fitted}
      grid={grid}
      question={question}
      opening={{ index: openIndex, openRow }}
      selected={selection.selected}
      onNearEnd={mayLoadAhead ? list.loadMore : null}
    >
      <TableEnd
        list={list}
        columns={inGrid}
        isAwaited={isAwaited}
        isSearched={isSearched}
        isSorted={address.sort !== null}
      />
    </NumberTable>
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1">
        {!isNarrow && (
          <nav
            aria-label={words.filters}
            className="flex rail-width shrink-0 flex-col border-r border-line bg-rail"
          >
            <div className="p-3 pb-2">{searchBox}</div>
            {/* Firefox makes a scrolling element a tab stop, and this one would have no name. */}
            <div
              tabIndex={-1}
              className="@container relative min-h-0 flex-1 overflow-y-auto px-3 pt-2 pb-6 outline-none [scrollbar-gutter:stable]"
            >
              {rail}
            </div>
          </nav>
        )}
        <main id="main" className="flex min-w-0 flex-1 flex-col">
          {list.snapshot !== null && (
            <SnapshotBar list={list} placeholder={<div className="min-h-11 shrink-0" />} />
          )}
          <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-3 py-2 phone:gap-y-0 phone:pb-0">
            {isNarrow && <div className="w-full">{searchBox}</div>}
            {isNarrow && !isPhone && (
              <>
                <FiltersButton>{rail}</FiltersButton>
                <span className="flex-1" />
              </>
            )}
            <div
              className={`flex min-w-0 items-center gap-2 ${isPhone ? phoneChipsLook : chipsLook}`}
            >
              <FilterChips address={address} list={list} />
            </div>
            {isPhone ? (
              <div className="-mx-3 min-h-11 w-[calc(100%+1.5rem)]">{statusLine}</div>
            ) : (
              <Toolbar list={list} columns={columns} address={address} selected={selection.rows} />
            )}
          </div>
          <div
            ref={shared}
            className={`relative flex min-h-0 flex-1 ${open === null ? '' : overTable}`}
          >
            <div className="relative flex min-w-0 flex-1 flex-col">
              {isHistory ? (
                <History address={address} list={list}>
                  {table}
                </History>
              ) : isOverview ? (
                !isEmpty && (
                  <Overview address={address} list={list} opening={{ index: openIndex, openRow }} />
                )
              ) : (
                table
              )}
              {isEmpty && !isHistory && (
                <EmptyList
                  list={list}
                  address={address}
                  isFiltered={Object.keys(list.selection).length > 0 || isSearched}
                />
              )}
              <ListNotice list={list} />
            </div>
            {open !== null && (
              <NumberDetail
                key={openings}
                list={list}
                open={open}
                index={openIndex}
                onClose={closeDetails}
                placeholder={<DockPlace />}
              />
            )}
          </div>
          {!isOverview && (
            <GridTools
              list={list}
              columns={columns}
              address={address}
              grid={grid}
              selection={selection}
              openRow={openRow}
            />
          )}
        </main>
      </div>
      {isPhone ? (
        // While rows are selected, their bar takes the place of this one.
        <div
          data-foot
          hidden={selection.selected.size > 0 && !isOverview}
          className="min-h-14 shrink-0 border-t border-line bg-rail pb-[env(safe-area-inset-bottom)]"
        >
          <PhoneBar
            list={list}
            columns={columns.shown}
            address={address}
            selected={selection.rows}
            rail={rail}
          />
        </div>
      ) : (
        <div
          data-foot
          className="min-h-10 shrink-0 border-t border-line bg-rail pb-[env(safe-area-inset-bottom)]"
        >
          {statusLine}
        </div>
      )}
      <SearchTools list={list} address={address} grid={grid} openRow={openRow} />
      <DeskTools list={list} address={address} columns={columns} selected={selection.rows} />
    </div>
  );
}
