import { createContext, useContext } from 'react';
import type { Address } from '../address/address.ts';
import type { NumberList } from '../list/useNumberList.ts';

/** What all figures are about. */
export const AboutFigures = createContext<{ list: NumberList; address: Address } | null>(null);

export function useAboutFigures() {
  const about = useContext(AboutFigures);
  if (about === null) throw new Error('a figure outside of the overview');
  return about;
}
