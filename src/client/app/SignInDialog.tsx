import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { routes } from '#contract/routes.ts';
import { type SignInWays, signInWaysSchema } from '#contract/session.ts';
import { getJson } from '../lib/api.ts';
import { CompanySignIn } from './CompanySignIn.tsx';
import { Mark } from './Mark.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import * as words from './words.ts';

const waysQuery = {
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson(routes.signInWays, signInWaysSchema, { signal }),
};

/** If the server does not say how to sign in, the password says why it cannot. */
const usual = { password: true, company: false };

/**
 * Asks a person to sign in, over the page. Afterwards the page is where it was. The dialog opens with
 * its fields: what is typed as soon as it is there must not be lost.
 */
export function SignInDialog() {
  const { data, isError } = useQuery(waysQuery);
  const ways = data ?? (isError ? usual : null);
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
      // The Back of a phone closes a dialog too: it opens again.
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
