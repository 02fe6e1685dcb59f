import { onUsePart } from '../../ui/on-use-part.tsx';
import type { Desk } from './desk.ts';
import { setDeskDialog, useDeskDialog } from './desk-dialog.ts';
import { focusSearch } from './focus-search.ts';
import { useKeymap } from './useKeymap.ts';

const Palette = onUsePart(async () => (await import('../palette/Palette.tsx')).Palette);
const KeyboardSheet = onUsePart(async () => (await import('./KeyboardSheet.tsx')).KeyboardSheet);

const close = () => setDeskDialog(null);

/** What opens over the desk, and the keys that open it. */
export function DeskTools(desk: Desk) {
  const dialog = useDeskDialog();
  useKeymap((action) => (action === 'search' ? focusSearch() : setDeskDialog(action)));
  return (
    <>
      {dialog === 'commands' && <Palette {...desk} onClose={close} />}
      {dialog === 'keys' && <KeyboardSheet onClose={close} />}
    </>
  );
}
