import { setAddress } from '../address/address-bar.ts';
import { viewChange } from '../address/view-href.ts';
import type { HistoryFootProps } from '../history/HistoryFoot.tsx';
import type { HistoryViewProps } from '../history/HistoryView.tsx';
import { onUsePart } from '../ui/on-use-part.tsx';

interface Closable {
  onClose: () => void;
}

const HistoryView = onUsePart<HistoryViewProps & Closable>(
  async () => (await import('../history/HistoryView.tsx')).HistoryView,
);
const HistoryFootPart = onUsePart<HistoryFootProps & Closable>(
  async () => (await import('../history/HistoryFoot.tsx')).HistoryFoot,
);

/** Where the code of the history could not be loaded, the table stands in for it. */
const showTable = () => setAddress(viewChange(null));

/** The history, which is loaded when it is first shown. */
export const History = (props: HistoryViewProps) => <HistoryView {...props} onClose={showTable} />;

/** The foot of the page below the history. */
export const HistoryFoot = (props: HistoryFootProps) => (
  <HistoryFootPart {...props} onClose={showTable} />
);
