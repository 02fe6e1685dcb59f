import type { Desk } from '../desk.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { useReadPasted } from './useReadPasted.ts';

interface PasteToolsProps extends Desk {
  /** The count of the opening of the dialog; null while it is closed. */
  opening: number | null;
  onClose: () => void;
}

/** Reads the pasted list as long as it is held, and shows its comparison when it is open. */
export function PasteTools({ opening, onClose, ...desk }: PasteToolsProps) {
  const country = useReadPasted(desk, opening !== null);
  return (
    opening !== null && <PasteDialog key={opening} {...desk} country={country} onClose={onClose} />
  );
}
