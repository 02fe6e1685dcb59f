import { useEffect, useState } from 'react';
import type { ApiError } from '../lib/api-error.ts';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/list.ts';

const tickMs = 250;

/** Asks again: on a click, by itself when a wait that Apifonica asked for is over, or back online. */
export function RetryButton({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const [until] = useState(() =>
    error.retryAfterMs === undefined ? null : Date.now() + error.retryAfterMs,
  );
  const [left, setLeft] = useState(error.retryAfterMs ?? 0);

  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => {
      setLeft(until - Date.now());
      if (Date.now() >= until) {
        clearInterval(timer);
        onRetry();
      }
    }, tickMs);
    return () => clearInterval(timer);
  }, [until, onRetry]);

  useEffect(() => {
    if (error.code !== 'server_unreachable' && error.code !== 'stream_cut') return;
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [error.code, onRetry]);

  if (until === null) return <Button onClick={onRetry}>{common.tryAgain}</Button>;
  const seconds = Math.max(1, Math.ceil(left / 1000));
  return <Button onClick={onRetry}>{words.retryIn(formatCount(seconds))}</Button>;
}

/** The request's id, to be quoted to the reader of the server's log. */
export function RequestId({ error: { requestId } }: { error: ApiError }) {
  if (requestId === undefined) return null;
  return (
    <span className="inline-flex items-center gap-1 text-2xs text-muted">
      <span translate="no">{words.request(requestId.slice(0, 8))}</span>
      <CopyButton text={requestId} what={words.requestId} />
    </span>
  );
}
