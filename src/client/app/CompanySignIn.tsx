import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { takeFocus } from '../ui/take-focus.ts';
import { signInHref } from './sign-in-href.ts';
import { useEnter } from './useEnter.ts';
import * as words from './words.ts';

/** Whether somebody was signed in on this page before: then it has rows. */
function useWasSignedIn(): boolean {
  const client = useQueryClient();
  const [wasSignedIn] = useState(() =>
    client.getQueriesData({ queryKey: ['session'] }).some(([, data]) => data !== undefined),
  );
  return wasSignedIn;
}

/**
 * The way to the company's identity provider. A page with rows stays as it is: the sign-in opens a
 * tab of its own, and the page continues when the person comes back.
 */
export function CompanySignIn() {
  const isApart = useWasSignedIn();
  const enter = useEnter();
  // Not signed in yet: the dialog stays.
  const look = useEffectEvent(() => void enter().catch(() => {}));
  useEffect(() => {
    if (!isApart) return;
    const onFocus = () => look();
    addEventListener('focus', onFocus);
    return () => removeEventListener('focus', onFocus);
  }, [isApart]);
  return (
    <div className="grid gap-2">
      <a
        ref={takeFocus}
        href={signInHref(location.search)}
        {...(isApart && { target: '_blank' })}
        className="grid h-9 place-items-center rounded-md bg-accent font-semibold text-on-accent"
      >
        {words.company}
      </a>
      {isApart && <p className="text-xs text-muted">{words.companyApart}</p>}
    </div>
  );
}
