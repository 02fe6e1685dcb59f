import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { routes } from '#contract/routes.ts';
import { type SignInWays, signInWaysSchema } from '#contract/session.ts';
import { getJson } from '../lib/api.ts';
import { takeFocus } from '../ui/take-focus.ts';
import { Mark } from './Mark.tsx';
import { PasswordForm } from './PasswordForm.tsx';
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
function CompanySignIn() {
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

const waysQuery = {
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson(routes.signInWays, signInWaysSchema, { signal }),
};

/** If the ways cannot be read, the password form is shown: its request then shows the reason. */
const fallbackWays = { password: true, company: false };

/**
 * Asks a person to sign in, over the page. Afterwards the page is where it was. The dialog opens only
 * once its fields are known, so that no keystroke is lost.
 */
export function SignInDialog() {
  const { data, isError } = useQuery(waysQuery);
  const ways = data ?? (isError ? fallbackWays : null);
  return ways && <OpenDialog ways={ways} />;
}

function OpenDialog({ ways }: { ways: SignInWays }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Escape closes neither this dialog nor one below it. Browsers let a `cancel` be prevented only
    // once in a row, so the key itself is stopped.
    const stay = (event: KeyboardEvent) => {
      if (event.key === 'Escape') event.preventDefault();
    };
    addEventListener('keydown', stay);
    return () => removeEventListener('keydown', stay);
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="sign-in-title"
      // A phone's Back closes any dialog; this one opens again.
      onClose={({ currentTarget }) => currentTarget.showModal()}
      className="m-auto w-88 max-w-[calc(100vw-2rem)] rounded-xl bg-raised p-6 text-ink shadow-pop outline-none backdrop:bg-page/80 backdrop:backdrop-blur-sm"
    >
      <div className="grid gap-4">
        <div className="flex items-center gap-3">
          <Mark />
          <h2 id="sign-in-title" className="text-lg font-semibold">
            {words.title}
          </h2>
        </div>
        {ways.company && <CompanySignIn />}
        {ways.company && ways.password && (
          <p className="flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {words.or}
          </p>
        )}
        {ways.password && <PasswordForm isMain={!ways.company} />}
      </div>
    </dialog>
  );
}
