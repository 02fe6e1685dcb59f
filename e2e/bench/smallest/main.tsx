import {
  infiniteQueryOptions,
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import ky from 'ky';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { NumberPage, RentedNumber } from '#contract/number.ts';

const rowHeight = 34;
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const features = tableFeatures({});
const helper = createColumnHelper<typeof features, RentedNumber>();
const texts: ((row: RentedNumber) => string)[] = [
  (row) => row.number_display,
  (row) => row.name ?? '',
  (row) => row.country_name,
  (row) => row.type,
  (row) => (row.voice ? 'Voice' : ''),
  (row) => (row.messaging ? 'SMS' : ''),
  (row) => row.mode ?? '',
  (row) => row.call_controller ?? row.call_app_sid ?? '',
  (row) => row.msg_controller ?? row.msg_app_sid ?? '',
  (row) => (row.created === null ? '' : day.format(new Date(row.created))),
];
const columns = helper.columns(
  texts.map((text, at) => helper.accessor(text, { id: String(at), cell: (c) => c.getValue() })),
);

const pages = infiniteQueryOptions({
  queryKey: ['numbers'],
  queryFn({ pageParam, signal }) {
    const searchParams = new URLSearchParams(location.search);
    if (pageParam !== null) searchParams.set('cursor', pageParam);
    return ky.get('/api/numbers', { searchParams, signal }).json<NumberPage>();
  },
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

const none: RentedNumber[] = [];

function Page() {
  const { data } = useInfiniteQuery(pages);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({
    features,
    columns,
    data: data?.pages[0]?.numbers ?? none,
    getRowId: (row) => row.number_sid,
  });
  const { rows } = table.getRowModel();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
  });
  return (
    <div ref={scroller} className="scroller">
      <div>
        <div className="rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => (
            <div key={key} className="row" style={{ transform: `translateY(${start}px)` }}>
              {rows[index]?.getAllCells().map((cell) => (
                <div key={cell.id} className="cell">
                  <table.FlexRender cell={cell} />
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <Page />
  </QueryClientProvider>,
);
