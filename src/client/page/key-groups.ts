import { globalKeys, snapshotKeys } from '../desk/keys/global-keys.ts';
import type { KeyGroup } from '../desk/keys/KeyboardSheet.tsx';
import * as words from '../desk/words.ts';
import { detailKeys, dockKeys } from '../detail/detail-keys.ts';
import { searchKeys } from '../filters/search-keys.ts';
import { findingKeys } from '../findings/finding-keys.ts';
import { timelineKeys } from '../history/timeline-keys.ts';
import { mapKeys, monthChoiceKeys, monthMoveKeys } from '../overview/picture-keys.ts';
import * as overview from '../overview/words.ts';
import { gridKeys, headerKeys } from '../table/grid-keys.ts';
import { toastKeys, toToastKeys } from '../ui/toast-keys.ts';

interface Offered {
  /** Whether snapshots are kept, and whether the person may take one. */
  hasHistory: boolean;
  canTakeSnapshot: boolean;
}

/** All keys of the page, from the rooms that handle them. */
export const keyGroups = ({ hasHistory, canTakeSnapshot }: Offered): readonly KeyGroup[] => [
  {
    title: words.everywhere,
    shortcuts: [
      ...globalKeys,
      ...(canTakeSnapshot ? snapshotKeys : []),
      ...findingKeys,
      ...toToastKeys,
    ],
  },
  { title: words.inTable, shortcuts: gridKeys },
  { title: words.onHeader, shortcuts: headerKeys },
  { title: words.inDetails, shortcuts: detailKeys },
  { title: words.onDockEdge, shortcuts: dockKeys },
  { title: overview.keys.onMap, shortcuts: mapKeys },
  { title: overview.keys.onMonths, shortcuts: [...monthMoveKeys, ...monthChoiceKeys] },
  ...(hasHistory ? [{ title: words.onTimeline, shortcuts: timelineKeys }] : []),
  { title: words.inSearchAndMenus, shortcuts: searchKeys },
  { title: words.inMessage, shortcuts: toastKeys },
];
