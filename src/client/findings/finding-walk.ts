import type { Step } from './useFindingSteps.ts';

type Walk = (by: Step) => void;

/** The ways from finding to finding: of open details, which come first, and of the page below. */
const walks = new Map<'details' | 'page', Walk>();

/** Offers a way. @returns a function that takes it back. */
export function offerFindingWalk(of: 'details' | 'page', walk: Walk): () => void {
  walks.set(of, walk);
  return () => {
    if (walks.get(of) === walk) walks.delete(of);
  };
}

/** Goes to the next or the previous number with a finding, from anywhere on the page. */
export const walkFindings: Walk = (by) => (walks.get('details') ?? walks.get('page'))?.(by);
