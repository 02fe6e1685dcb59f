import { useEffect, useEffectEvent } from 'react';
import { useSignInState } from './sign-in-state.ts';

/** Runs an effect after each sign-in, so that work stopped for want of one continues. */
export function useAfterSignIn(action: () => void): void {
  const { signIns } = useSignInState();
  const act = useEffectEvent(action);
  useEffect(() => {
    if (signIns > 0) act();
  }, [signIns]);
}
