import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import * as words from '../words/copy.ts';
import { copyText } from './copy-text.ts';

interface CopyButtonProps {
  /** The text, or a function that makes the text on a press. */
  text: string | (() => string);
  /** Ends the sentence "Copy …". */
  what: string;
  /** Announced in place of the text, for a text that should not be said aloud. */
  says?: string;
  className?: string;
  tabIndex?: number;
}

const shownMs = 1500;
const icons = { idle: Copy, copied: Check, failed: X };

export function CopyButton({ text, what, says, className = '', tabIndex }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof icons>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    const isCopied = await copyText(typeof text === 'string' ? text : text(), says);
    setState(isCopied ? 'copied' : 'failed');
  }

  const Icon = icons[state];
  return (
    <button
      type="button"
      aria-label={words.copy(what)}
      title={state === 'failed' ? words.refused : words.copy(what)}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        void copy();
      }}
      className={`inline-grid size-6 shrink-0 place-items-center rounded text-muted hover:bg-line hover:text-ink ${className}`}
    >
      <Icon aria-hidden size={13} className={state === 'copied' ? 'text-accent' : ''} />
    </button>
  );
}
