/** A number as `GET /api/numbers` gives it. */
export interface ApiNumber {
  number_sid: string;
  account_sid: string;
  number: string;
  number_e164: string | null;
  number_display: string;
  name: string | null;
  country_code: string;
  country_name: string;
  type: string;
  call_controller: string | null;
  call_method: string | null;
  msg_controller: string | null;
  msg_method: string | null;
  call_app_sid: string | null;
  msg_app_sid: string | null;
  endpoint_sid: string | null;
  created: string;
  updated: string;
  voice: boolean;
  messaging: boolean;
  mode: string | null;
  has_token: boolean;
}

export interface ApiPage {
  limit: number;
  prev: string | null;
  next: string | null;
  skipped: number;
  numbers: ApiNumber[];
}

/**
 * A number of the sandbox in the form in which the page copies it; all sandbox numbers are valid by
 * their plan.
 */
export const dialled = ({ number }: ApiNumber): string => `+${number.replace(/^\+/, '')}`;

/** The pages of a list, from its first to its last. */
export async function walkPages(
  url: string,
  filters: Record<string, string> = {},
): Promise<ApiPage[]> {
  const pages: ApiPage[] = [];
  for (let next: string | null | undefined; next !== null; next = pages.at(-1)?.next ?? null) {
    const query = new URLSearchParams({ ...filters, ...(next && { cursor: next }) });
    const response = await ask(`${url}/api/numbers?${query}`);
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    pages.push((await response.json()) as ApiPage);
  }
  return pages;
}

/** The expected data: every number that the server lists for these filters. */
export async function walk(
  url: string,
  filters: Record<string, string> = {},
): Promise<ApiNumber[]> {
  return (await walkPages(url, filters)).flatMap((page) => page.numbers);
}

/**
 * Sends a request as a script does. Without this header the server refuses it as one of another
 * site.
 */
export const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { 'X-Requested-By': 'e2e', ...(init.headers as object) } });
