import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useNumberPlan } from '../../address/useNumberPlan.ts';
import type { RowsVersion } from '../../list/row-set.ts';
import { onlyCountry, rentedLines } from '../../list/search-place.ts';
import type { Desk } from '../desk.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { changePasted, emptyList, holdPasted, usePasted } from './pasted-list.ts';
import { readListInSlices } from './read-list.ts';

/** What the list in hand was read from. */
interface Reading {
  text: string;
  country: string | null;
  /** Weak, as a list that is held must not keep rows that were replaced. */
  version: WeakRef<RowsVersion>;
}

/**
 * Reads the pasted text, and reads it again when loaded rows may give a cell another meaning: while
 * somebody looks at the list, but only at the end of a walk of the whole list.
 *
 * @returns the country of national numbers.
 */
function useReadPasted(
  { list, address }: Pick<Desk, 'list' | 'address'>,
  isOpen: boolean,
): string | null {
  const { text, country: chosen } = usePasted();
  const { version } = list;
  const country = chosen === undefined ? onlyCountry(address, list.set) : chosen;
  // This part of the page opens only after the plans are loaded.
  const { plan } = useNumberPlan(true);
  const last = useRef<Reading | null>(null);
  const isSeen = isOpen || list.pasted !== null;
  // A walk brings rows so often that no long text would be read to its end.
  const rows = list.scope.status === 'walking' ? null : version;
  const question = useMemo(
    () => ({ text, country, rows, plan, isSeen }),
    [text, country, rows, plan, isSeen],
  );

  /** Begins to read, unless the list in hand is what would be read. */
  const read = useEffectEvent((asked: typeof question, signal: AbortSignal) => {
    const was = last.current;
    const isSameText = was?.text === asked.text && was.country === asked.country;
    const isSettled = !asked.isSeen || asked.rows === null || was?.version.deref() === asked.rows;
    if (asked.plan === null || (isSameText && isSettled)) return;
    if (asked.text.trim() === '') return holdPasted(emptyList);
    const rented = rentedLines(version.set);
    const reader = {
      read: asked.plan.read,
      isRented: (line: string) => rented.has(line),
      country: asked.country,
    };
    const onProgress = (progress: number) => changePasted({ progress });
    void readListInSlices(asked.text, reader, onProgress, signal).then((found) => {
      if (found === null) return;
      last.current = { text: asked.text, country: asked.country, version: new WeakRef(version) };
      holdPasted(found);
    });
  });

  useEffect(() => {
    const controller = new AbortController();
    read(question, controller.signal);
    return () => controller.abort();
  }, [question]);

  return country;
}

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
