import { useEffect, useEffectEvent, useRef } from 'react';
import type { Scope } from '../list/scope.ts';
import { announce } from '../ui/announce.ts';

/** Long enough not to say a count for every letter that is being typed. */
const settledMs = 600;

/**
 * Announces how far the list reaches when its status changes, not for every page. Announces what a
 * search, a filter or a sort covers when the reader has stopped changing it. An alert says why a list
 * stopped.
 *
 * @param reach how far the list reaches, in words.
 * @param covers what search and sort cover, in words; empty without either.
 */
export function useAnnouncedScope(
  status: Scope['status'],
  reach: string,
  question: string,
  covers: string,
) {
  const last = useRef({ status, question });
  const isCovering = covers !== '';
  const sayReach = useEffectEvent((isNews: boolean) => {
    if (isNews || !isCovering) announce(reach);
  });
  useEffect(() => {
    const isNews = status !== last.current.status;
    // An answer to another question is said too, with the status that there was.
    last.current = { status, question };
    if (status !== 'loading') sayReach(isNews);
  }, [status, question]);

  const sayCovers = useEffectEvent((settled: string) => {
    if (settled === question) announce(covers);
  });
  useEffect(() => {
    if (!isCovering) return;
    const timer = setTimeout(sayCovers, settledMs, question);
    return () => clearTimeout(timer);
  }, [isCovering, question]);
}
