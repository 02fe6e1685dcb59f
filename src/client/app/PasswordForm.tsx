import { type FormEvent, useState } from 'react';
import { routes } from '#contract/routes.ts';
import { sessionSchema } from '#contract/session.ts';
import { ApiError } from '../lib/api-error.ts';
import { formatCount } from '../lib/format.ts';
import { postJson } from '../lib/send.ts';
import { failureWords } from '../list/failure-words.ts';
import { takeFocus } from '../ui/take-focus.ts';
import { useEnter } from './useEnter.ts';
import * as words from './words.ts';

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

/** Signs in with the password. */
export function PasswordForm({ isMain }: { isMain: boolean }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const enter = useEnter();

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    setIsBusy(true);
    try {
      await postJson(routes.session, { password }, sessionSchema);
      await enter();
    } catch (error) {
      setFailure(whyRefused(error));
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={signIn} className="grid gap-4">
      <label className="grid gap-1.5">
        <span>{words.password}</span>
        <input
          ref={isMain ? takeFocus : null}
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
        className={`h-9 rounded-md font-semibold disabled:opacity-60 ${isMain ? 'bg-accent text-on-accent' : 'border border-line hover:bg-hover'}`}
      >
        {isBusy ? words.signingIn : words.signIn}
      </button>
    </form>
  );
}
