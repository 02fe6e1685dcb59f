import type { ChangeKind } from '../fields/row-changes.ts';
import * as words from './words.ts';

interface ChangeSignProps {
  /** The id of the row, whose name begins with this sign. */
  id: string;
  kind: ChangeKind;
  /** What is different, in words. */
  says: string;
}

const looks: Record<ChangeKind, string> = {
  added: 'text-accent',
  gone: 'text-bad',
  changed: 'text-muted',
  passed: 'text-bad',
};

/** The sign of an added, gone or changed number, before the number. */
export const ChangeSign = ({ id, kind, says }: ChangeSignProps) => (
  <span
    id={`m${id}`}
    className={`absolute left-0 w-3 text-center text-2xs font-bold ${looks[kind]}`}
    title={says}
  >
    <span aria-hidden>{words.signs[kind]}</span>
    <span className="sr-only">{says}</span>
  </span>
);
