import { apiError } from '../api-error.ts';
import type { Behaviour } from '../behaviour.ts';

const texts: Record<number, string> = {
  401: 'Authentication failed',
  403: 'Access to the account is forbidden',
  404: 'Account not found',
  429: 'Too many requests',
  503: 'Service temporarily unavailable',
};

export interface Refusal {
  /** Which list requests are refused, by ordinal (from 1); all of them by default. */
  readonly when?: (ordinal: number) => boolean;
  readonly headers?: Record<string, string>;
}

/** Answers the chosen list requests with an error status and the vendor's error body. */
export function refuse(
  status: number,
  { when = () => true, headers = {} }: Refusal = {},
): Behaviour {
  return {
    answer: ({ ordinal }) =>
      when(ordinal) ? apiError(status, texts[status] ?? 'Error', { headers }) : null,
  };
}
