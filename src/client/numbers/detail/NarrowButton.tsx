import { ListFilter } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { setAddress } from '../address-bar.ts';
import { type Narrowing, narrowingWords } from '../narrowing.ts';

interface NarrowButtonProps {
  narrowing: Narrowing;
  /** The field in words, to end "with this …". */
  field: string;
}

/** Shows the numbers that say the same; the details give way to them, and Back undoes both. */
export const NarrowButton = ({ narrowing, field }: NarrowButtonProps) => (
  <IconButton
    label={narrowingWords(narrowing, field)}
    onClick={() => setAddress({ ...narrowing, open: null }, { history: 'push' })}
    className="-my-1"
  >
    <ListFilter aria-hidden size={13} />
  </IconButton>
);
