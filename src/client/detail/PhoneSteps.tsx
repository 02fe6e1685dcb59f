import { ChevronLeft, ChevronRight } from 'lucide-react';
import * as words from '../words/detail.ts';

const look =
  'flex h-14 flex-1 items-center gap-1 px-4 max-[359px]:px-2 whitespace-nowrap outline-offset-[-3px] active:bg-hover aria-disabled:text-muted aria-disabled:opacity-50';

interface PhoneStepsProps {
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** The foot of a number on a phone: the ways to its neighbours, where a thumb reaches them. */
export const PhoneSteps = ({ onPrevious, onNext }: PhoneStepsProps) => (
  <footer data-foot className="flex border-t border-line bg-rail pb-[env(safe-area-inset-bottom)]">
    <button
      type="button"
      aria-disabled={!onPrevious}
      onClick={() => onPrevious?.()}
      className={look}
    >
      <ChevronLeft aria-hidden size={20} />
      <span>{words.previous}</span>
    </button>
    <button
      type="button"
      aria-disabled={!onNext}
      onClick={() => onNext?.()}
      className={`justify-end ${look}`}
    >
      <span>{words.next}</span>
      <ChevronRight aria-hidden size={20} />
    </button>
  </footer>
);
