import { useCallback, useEffect } from 'react';
import { loadNumberPlan } from '../address/useNumberPlan.ts';
import type { Desk } from '../desk/desk.ts';
import { closeDeskDialog, openDeskDialog, useDeskDialog } from '../desk/desk-dialog.ts';
import { focusSearch, useKeymap } from '../desk/keys/useKeymap.ts';
import { Palette } from '../desk/palette/Palette.tsx';
import { PrintSheet } from '../desk/print/PrintSheet.tsx';
import { usePrinting } from '../desk/print/usePrinting.ts';
import { useChecksRun } from '../findings/useChecksRun.ts';
import { useFindingChanges } from '../findings/useFindingChanges.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import { onUsePart } from '../ui/on-use-part.tsx';
import { keyGroups } from './key-groups.ts';

const PasteDialog = onUsePart(async () => {
  const [{ PasteDialog }, plan] = await Promise.all([
    import('../desk/paste/PasteDialog.tsx'),
    loadNumberPlan(),
  ]);
  if (plan === null) throw new Error('The numbering plans could not be loaded.');
  return PasteDialog;
});
const KeyboardSheet = onUsePart(
  async () => (await import('../desk/keys/KeyboardSheet.tsx')).KeyboardSheet,
);

interface OpenDialogProps {
  opening: NonNullable<ReturnType<typeof useDeskDialog>>;
  desk: Desk;
}

function OpenDialog({ opening, desk }: OpenDialogProps) {
  const close = useCallback(() => closeDeskDialog(opening), [opening]);
  switch (opening.dialog) {
    case 'commands':
      return <Palette {...desk} onClose={close} />;
    case 'paste':
      return <PasteDialog {...desk} onClose={close} />;
    case 'keys':
      return <KeyboardSheet groups={keyGroups} onClose={close} />;
  }
}

/** The checks in the background, the dialogs over the page, their keys, and the care for the focus. */
export function DeskTools(desk: Desk) {
  const opening = useDeskDialog();
  useChecksRun(desk.list, desk.address.check);
  useFindingChanges(desk.list);
  const isPrinting = usePrinting();
  useEffect(keepFocus, []);
  useKeymap((action) => (action === 'search' ? focusSearch() : openDeskDialog(action)));
  return (
    <>
      {isPrinting && <PrintSheet {...desk} />}
      {opening && <OpenDialog key={opening.count} opening={opening} desk={desk} />}
    </>
  );
}
