import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { routes } from '#contract/routes.ts';
import { type Session, sessionSchema } from '#contract/session.ts';
import { useAddress } from '../address/address-bar.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';
import { formatCount } from '../lib/format.ts';
import { postJson } from '../lib/send.ts';
import { markSignedIn } from '../lib/signed-out.ts';
import { failureWords } from '../list/failure-words.ts';
import { sessionQuery } from '../list/session-query.ts';
import { Mark } from './Mark.tsx';
import * as words from './words.ts';

/** Signs in, then asks for the session: a browser may have refused the cookie. */
async function enter(password: FormDataEntryValue | null): Promise<Session> {
  await postJson(routes.session, { password }, sessionSchema);
  return getJson(routes.session, sessionSchema, {});
}

function whyRefused(error: unknown): string {
  if (!(error instanceof ApiError)) return words.failed;
  // Signing in needs no session, so the browser refused the cookie.
  if (error.code === 'unauthenticated') {
    return isSecureContext ? words.noCookie : words.noCookieOverHttp;
  }
  const { title, detail } = failureWords(error);
  if (error.retryAfterMs === undefined) return words.refused(title, detail);
  return words.wait(title, formatCount(Math.ceil(error.retryAfterMs / 1000)));
}

/** Asks for the password over the page. Afterwards the page is where it was. */
export function SignInDialog() {
  const queryClient = useQueryClient();
  const { account } = useAddress();
  const dialog = useRef<HTMLDialogElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
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

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    setIsBusy(true);
    try {
      queryClient.setQueryData(sessionQuery(account).queryKey, await enter(password));
      markSignedIn();
    } catch (error) {
      setFailure(whyRefused(error));
      setIsBusy(false);
    }
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="sign-in-title"
      // The Back of a phone closes a dialog too: it opens again.
      onClose={({ currentTarget }) => currentTarget.showModal()}
      className="m-auto w-88 max-w-[calc(100vw-2rem)] rounded-xl bg-raised p-6 text-ink shadow-pop backdrop:bg-page/80 backdrop:backdrop-blur-sm"
    >
      <form onSubmit={signIn} className="grid gap-4">
        <div className="flex items-center gap-3">
          <Mark />
          <h2 id="sign-in-title" className="text-lg font-semibold">
            {words.title}
          </h2>
        </div>
        <label className="grid gap-1.5">
          <span>{words.password}</span>
          <input
            type="password"
            name="password"
            autoComplete="current-password"
            required
            maxLength={1024}
            aria-describedby="sign-in-failure"
            className="h-9 rounded-md border border-control bg-page px-3"
          />
        </label>
        <p id="sign-in-failure" role="alert" className="min-h-5 text-bad">
          {failure}
        </p>
        <button
          type="submit"
          disabled={isBusy}
          className="h-9 rounded-md bg-accent font-semibold text-on-accent disabled:opacity-60"
        >
          {isBusy ? words.signingIn : words.signIn}
        </button>
      </form>
    </dialog>
  );
}
