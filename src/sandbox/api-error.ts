import type { ApiError } from './schema.ts';

/** Invented codes: public clients read `error_code`, but nobody has published a list. */
export const errorCodes = { badParameter: 40001, badCursor: 40002 } as const;

interface ErrorDetails {
  readonly code?: number;
  readonly parameters?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

/** A failed call in the shape that public clients of the vendor read. */
export function apiError(status: number, text: string, details: ErrorDetails = {}): Response {
  const body: ApiError = {
    status_code: status,
    error_code: details.code ?? status * 100,
    error_text: text,
    parameters: details.parameters ?? {},
    errors: [text],
  };
  return Response.json(body, { status, headers: details.headers ?? {} });
}
