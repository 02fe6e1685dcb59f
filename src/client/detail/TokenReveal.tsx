import { useEffect, useState } from 'react';
import { accountEntries } from '#contract/account.ts';
import type { RentedNumber } from '#contract/number.ts';
import { routes } from '#contract/routes.ts';
import { tokenSchema } from '#contract/token.ts';
import { currentAddress } from '../address/address-bar.ts';
import { ApiError } from '../lib/api-error.ts';
import { postJson } from '../lib/send.ts';
import { failureWords } from '../list/failure-words.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import * as words from '../words/detail.ts';

const shownMs = 30_000;

type State =
  | { status: 'hidden' | 'asking' }
  | { status: 'here'; token: string; isReadable: boolean }
  | { status: 'failed'; why: string };

/** Reveals the SIP token on request and hides it after 30 seconds. Nothing else keeps the token. */
export function TokenReveal({ row }: { row: RentedNumber }) {
  const [state, setState] = useState<State>({ status: 'hidden' });
  const isHere = state.status === 'here';
  useEffect(() => {
    if (!isHere) return;
    const timer = setTimeout(() => setState({ status: 'hidden' }), shownMs);
    return () => clearTimeout(timer);
  }, [isHere]);

  async function reveal() {
    setState({ status: 'asking' });
    const path = routes.token.replace(':number_sid', encodeURIComponent(row.number_sid));
    try {
      const { token } = await postJson(path, { number: row.number }, tokenSchema, {
        searchParams: new URLSearchParams(accountEntries(currentAddress().account)),
      });
      setState({ status: 'here', token, isReadable: false });
    } catch (error) {
      const why = error instanceof ApiError ? failureWords(error).title : words.tokenUnreadable;
      setState({ status: 'failed', why });
    }
  }

  if (state.status === 'here') {
    const { token, isReadable } = state;
    return (
      <span className="flex flex-wrap items-center gap-2">
        <span translate="no" className="font-mono text-xs break-all">
          {isReadable ? token : '•'.repeat(16)}
        </span>
        <Button onClick={() => setState({ ...state, isReadable: !isReadable })}>
          {isReadable ? words.mask : words.show}
        </Button>
        <CopyButton text={token} what={words.sipToken} says={words.sipToken} />
        <span className="text-2xs text-muted">{words.goneAgain}</span>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Button disabled={state.status === 'asking'} onClick={() => void reveal()}>
        {state.status === 'asking' ? words.asking : words.reveal}
      </Button>
      {state.status === 'failed' && (
        <span role="alert" className="text-bad">
          {state.why}
        </span>
      )}
    </span>
  );
}
