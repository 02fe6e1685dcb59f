// All parts of the page that are loaded after the first rows: one file, one request.
export { MoreMenu } from '../desk/MoreMenu.tsx';
export { NumberDetail } from '../detail/NumberDetail.tsx';
export { ExportMenu } from '../export/ExportMenu.tsx';
export { FilterChips } from '../filters/FilterChips.tsx';
export { FilterSheet } from '../filters/FilterSheet.tsx';
export { Overview } from '../overview/Overview.tsx';
export { EmptyState } from '../status/EmptyState.tsx';
export { ListNotice } from '../status/ListNotice.tsx';
export { ListTail } from '../status/ListTail.tsx';
export { StatusLine } from '../status/StatusLine.tsx';
export { ColumnsMenu } from '../table/ColumnsMenu.tsx';
export { ViewsMenu } from '../views/ViewsMenu.tsx';
export { DeskTools } from './DeskTools.tsx';
export { GridTools } from './GridTools.tsx';
export { PageSearch } from './PageSearch.tsx';
export { Rail } from './Rail.tsx';
export { SearchTools } from './SearchTools.tsx';
