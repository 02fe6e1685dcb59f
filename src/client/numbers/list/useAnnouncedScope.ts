import { useEffect } from 'react';
import { announce } from '../../ui/announce.ts';
import type { Scope } from '../scope.ts';
import { loadedWords } from '../scope-words.ts';

/** Says how far the list reaches when that kind of thing changes: once, not for every page. */
export function useAnnouncedScope(scope: Scope, question: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a count that grows is not news.
  useEffect(() => {
    if (scope.status === 'loading') return;
    announce(loadedWords(scope));
  }, [scope.status, question]);
}
