import type { ApiError } from '../lib/api-error.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import * as words from '../words/list.ts';

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
