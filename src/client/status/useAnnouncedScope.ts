import { useEffect, useEffectEvent, useRef } from 'react';
import type { Scope } from '../list/scope.ts';
import { reachWords } from '../list/scope-words.ts';
import { announce } from '../ui/announce.ts';

/** Long enough not to say a count for every letter that is being typed. */
const settledMs = 600;

/**
 * Says how far the list reaches when that kind of thing changes: once, not for every page; and what
 * a search, a filter or a sort covers, once it is no longer being changed. Why it stopped, an alert
 * says.
 *
 * @param asked the filters that Apifonica was asked with, in words.
 * @param covers what the rows shown are of those loaded; empty when they are all of them, unsorted.
 */
export function useAnnouncedScope(scope: Scope, asked: string, question: string, covers: string) {
  const { status } = scope;
  const last = useRef(status);
  const isCovering = covers !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a count that grows is not news.
  useEffect(() => {
    const isNews = status !== last.current;
    last.current = status;
    if (status === 'loading' || (isCovering && !isNews)) return;
    announce(reachWords(scope, asked));
  }, [status, question]);

  const sayCovers = useEffectEvent(() => announce(covers));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said belongs to the question.
  useEffect(() => {
    if (!isCovering) return;
    const timer = setTimeout(sayCovers, settledMs);
    return () => clearTimeout(timer);
  }, [isCovering, question]);
}
