import { ListFilter } from 'lucide-react';
import type { RentedNumber } from '#contract/number.ts';
import { setAddress } from '../address/address-bar.ts';
import { type Narrowing, narrowingWords } from '../address/narrowing.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface NarrowButtonProps {
  narrowing: Narrowing;
  /** The field of the API. */
  name: keyof RentedNumber;
}

/** Shows only numbers with the same value and closes the details. Back undoes both. */
export const NarrowButton = ({ narrowing, name }: NarrowButtonProps) => (
  <IconButton
    label={narrowingWords(narrowing, name)}
    onClick={() => setAddress({ ...narrowing, open: null }, { history: 'push' })}
    className="-my-1"
  >
    <ListFilter aria-hidden size={13} />
  </IconButton>
);
