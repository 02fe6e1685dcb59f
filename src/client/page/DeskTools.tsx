import { useCallback, useEffect } from 'react';
import { setAddress } from '../address/address-bar.ts';
import { loadNumberPlan } from '../address/useNumberPlan.ts';
import type { Desk } from '../desk/desk.ts';
import { closeDeskDialog, openDeskDialog, useDeskDialog } from '../desk/desk-dialog.ts';
import { focusSearch, useKeymap } from '../desk/keys/global-keys.ts';
import { MoreSheet } from '../desk/More.tsx';
import { Palette } from '../desk/palette/Palette.tsx';
import { usePasted } from '../desk/paste/pasted-list.ts';
import { closeAdmin } from '../desk/person-actions.ts';
import { Print } from '../desk/print/Print.tsx';
import { useChecksRun, useFindingChanges } from '../findings/useChecksRun.ts';
import { pastedEntry, usePastedEntry } from '../list/pasted-filter.ts';
import { useSession } from '../list/session-query.ts';
import { useTakeSnapshot } from '../list/take-snapshot.ts';
import { ColumnsSheet } from '../table/ColumnsMenu.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { onUsePart } from '../ui/on-use-part.tsx';
import { useIsPhone } from '../ui/screen.ts';
import { ViewsSheet } from '../views/ViewsMenu.tsx';
import { useAccountCare } from './useAccountCare.ts';

const AccountsDialog = onUsePart(
  async () => (await import('../desk/accounts/AccountsDialog.tsx')).AccountsDialog,
);
const FindDialog = onUsePart(async () => (await import('../desk/find/FindDialog.tsx')).FindDialog);
const AdminDialog = onUsePart(
  async () => (await import('../desk/admin/AdminDialog.tsx')).AdminDialog,
);
const PasteTools = onUsePart(async () => {
  const [{ PasteTools }, plan] = await Promise.all([
    import('../desk/paste/PasteTools.tsx'),
    loadNumberPlan(),
  ]);
  if (plan === null) throw new Error('The numbering plans could not be loaded.');
  return PasteTools;
});
const KeyboardSheet = onUsePart(async () => (await import('./KeyboardSheet.tsx')).KeyboardSheet);

type Opening = NonNullable<ReturnType<typeof useDeskDialog>>;

interface OpenDialogProps {
  opening: Opening;
  desk: Desk;
  offered: Omit<Parameters<typeof KeyboardSheet>[0], 'onClose'>;
}

function OpenDialog({ opening, desk, offered }: OpenDialogProps) {
  const close = useCallback(() => closeDeskDialog(opening), [opening]);
  switch (opening.dialog) {
    case 'commands':
      return <Palette {...desk} onClose={close} />;
    case 'keys':
      return <KeyboardSheet {...offered} onClose={close} />;
    case 'more':
      return <MoreSheet onClose={close} />;
    case 'columns':
      return <ColumnsSheet columns={desk.columns} onClose={close} />;
    case 'paste':
    case 'views':
      return null;
    case 'accounts':
      return <AccountsDialog onClose={close} />;
    case 'find':
      return <FindDialog number={opening.text} onClose={close} />;
  }
}

interface PasteProps {
  opening: Opening | null;
  desk: Desk;
}

/** The pasted list, which stays when its dialog is closed. Back from one of its numbers opens it. */
function Paste({ opening, desk }: PasteProps) {
  const isReturn = usePastedEntry('pastedDialog');
  useEffect(() => {
    if (!isReturn) return;
    openDeskDialog('paste');
    return () => closeDeskDialog('paste');
  }, [isReturn]);
  const isHeld = usePasted().text !== '';
  const close = useCallback(() => {
    if (opening) closeDeskDialog(opening);
    // A dialog that was closed here does not open when the reader passes this entry again.
    if (isReturn) setAddress({}, { entry: pastedEntry('pastedDialog', false) });
  }, [opening, isReturn]);
  if (opening === null && !isHeld) return null;
  return <PasteTools {...desk} opening={opening?.count ?? null} onClose={close} />;
}

/** The checks in the background, the dialogs over the page, their keys, and the care for the focus. */
export function DeskTools(desk: Desk) {
  const opening = useDeskDialog();
  useChecksRun(desk.list, desk.address.check);
  useFindingChanges(desk.list);
  useAccountCare(desk.list);
  const isPhone = useIsPhone();
  useEffect(keepFocus, []);
  const snapshot = useTakeSnapshot();
  const hasHistory = useSession().data?.has_history ?? false;
  useKeymap((action) => {
    if (action === 'search') focusSearch();
    else if (action === 'snapshot') snapshot?.take();
    else openDeskDialog(action);
  });
  return (
    <>
      <Print {...desk} />
      <Paste opening={opening?.dialog === 'paste' ? opening : null} desk={desk} />
      {isPhone && (
        <ViewsSheet
          address={desk.address}
          columns={desk.columns}
          isOpen={opening?.dialog === 'views'}
          onClose={() => opening && closeDeskDialog(opening)}
        />
      )}
      {desk.address.dialog === 'admin' && <AdminDialog onClose={closeAdmin} />}
      {opening && (
        <OpenDialog
          key={opening.count}
          opening={opening}
          desk={desk}
          offered={{ hasHistory, canTakeSnapshot: snapshot !== null }}
        />
      )}
    </>
  );
}
