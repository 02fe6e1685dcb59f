import { useEffect, useEffectEvent } from 'react';
import { useSignedOut } from './signed-out.ts';

/** Runs an effect after each sign-in, so that work stopped for want of one continues. */
export function useAfterSignIn(action: () => void): void {
  const { signIns } = useSignedOut();
  const act = useEffectEvent(action);
  useEffect(() => {
    if (signIns > 0) act();
  }, [signIns]);
}
