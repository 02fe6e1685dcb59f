// All parts of the page that are loaded after the first rows: one file, one request.
export { NumberDetail } from '../detail/NumberDetail.tsx';
export { FilterChips } from '../filters/FilterChips.tsx';
export { Overview } from '../overview/Overview.tsx';
export { ListNotice } from '../status/ListNotice.tsx';
export { ListTail } from '../status/ListTail.tsx';
export { SnapshotBar } from '../status/Snapshots.tsx';
export { StatusLine } from '../status/StatusLine.tsx';
export { DeskTools } from './DeskTools.tsx';
export { GridTools } from './GridTools.tsx';
export { PhoneBar } from './PhoneBar.tsx';
export {
  EmptyList,
  FiltersButton,
  History,
  HistoryFoot,
  PageSearch,
  Rail,
  Toolbar,
} from './parts.tsx';
export { SearchTools } from './SearchTools.tsx';
