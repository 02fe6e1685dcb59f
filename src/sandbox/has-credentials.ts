/**
 * Whether an Authorization header carries this account's HTTP Basic credentials (RFC 7617): user is
 * the account SID, password the auth token. A plain comparison: there is no real secret here.
 */
export function hasCredentials(
  header: string | undefined,
  accountSid: string,
  authToken: string,
): boolean {
  const encoded = /^Basic +([\w+/=-]+) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return false;
  return Buffer.from(encoded, 'base64').toString('utf8') === `${accountSid}:${authToken}`;
}
