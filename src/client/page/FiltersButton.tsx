import { SlidersHorizontal } from 'lucide-react';
import type { Elements } from '#jsx/jsx-runtime';
import { FilterSheet } from '../filters/FilterSheet.tsx';
import { Button } from '../ui/Button.tsx';
import * as words from './words.ts';

/** The button of a narrow toolbar that opens the filters. */
export const FiltersButton = ({ children }: { children: Elements }) => (
  <FilterSheet
    trigger={(open) => (
      <Button onClick={open}>
        <SlidersHorizontal aria-hidden size={14} />
        <span>{words.filters}</span>
      </Button>
    )}
  >
    {children}
  </FilterSheet>
);
