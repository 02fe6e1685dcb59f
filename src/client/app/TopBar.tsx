import { laterPart } from '../ui/later-part.tsx';
import * as words from '../words/app.ts';
import { Mark } from './Mark.tsx';

const TopBarParts = laterPart(async () => (await import('./tools.ts')).TopBarParts);

/** The head of the page. */
export function TopBar() {
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
      <Mark />
      <span className="font-semibold whitespace-nowrap max-sm:sr-only">{words.product}</span>
      <TopBarParts />
    </header>
  );
}
