import { useEffect, useEffectEvent } from 'react';
import { useSignedOut } from './signed-out.ts';

/** Does something whenever somebody has signed in again: what was stopped for want of it goes on. */
export function useAfterSignIn(action: () => void): void {
  const { signIns } = useSignedOut();
  const act = useEffectEvent(action);
  useEffect(() => {
    if (signIns > 0) act();
  }, [signIns]);
}
