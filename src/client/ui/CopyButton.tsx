import { Copy } from 'lucide-react';
import * as words from '../words/copy.ts';
import { copyText } from './copy-text.ts';

interface CopyButtonProps {
  /** The text, or a function that makes the text on a press. */
  text: string | (() => string);
  /** Ends the sentence "Copy …". */
  what: string;
  /** Said in place of the text, for a text that should not be said aloud. */
  says?: string;
  className?: string;
  tabIndex?: number;
}

export function CopyButton({ text, what, says, className = '', tabIndex }: CopyButtonProps) {
  return (
    <button
      type="button"
      aria-label={words.copy(what)}
      title={words.copy(what)}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        void copyText(typeof text === 'string' ? text : text(), says);
      }}
      className={`inline-grid size-6 shrink-0 place-items-center rounded text-muted hover:bg-line hover:text-ink ${className}`}
    >
      <Copy aria-hidden size={13} />
    </button>
  );
}
