import { ListFilter } from 'lucide-react';
import type { RentedNumber } from '#contract/number.ts';
import { setAddress } from '../address/address-bar.ts';
import { type Narrowing, narrowingWords } from '../address/narrowing.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface NarrowButtonProps {
  narrowing: Narrowing;
  /** The field of the API whose value it is. */
  name: keyof RentedNumber;
}

/** Shows the numbers that say the same; the details give way to them, and Back undoes both. */
export const NarrowButton = ({ narrowing, name }: NarrowButtonProps) => (
  <IconButton
    label={narrowingWords(narrowing, name)}
    onClick={() => setAddress({ ...narrowing, open: null }, { history: 'push' })}
    className="-my-1"
  >
    <ListFilter aria-hidden size={13} />
  </IconButton>
);
