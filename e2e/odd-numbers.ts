import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { wireNumber } from './secret-row.ts';
import type { Environment, Server } from './server.ts';

const accountSid = 'acc-odd-numbers';

/** Rented numbers, some of them in outdated or national forms. */
const rented = [
  { number: '442079460001', country_code: 'GB' },
  { number: '+44 020 7946 0002', country_code: 'GB' },
  { number: '390612345678', country_code: 'IT' },
  { number: '74951234567', country_code: 'RU' },
  { number: '3612345678', country_code: 'HU' },
  { number: '5215512345678', country_code: 'MX' },
  { number: '525512345679', country_code: 'MX' },
  { number: '541123456789', country_code: 'AR' },
  { number: '5491123456780', country_code: 'AR' },
  { number: '18003569377', country_code: 'US' },
];

/**
 * A server whose account rents these numbers, with an API that compares only the digits of a
 * number.
 */
export async function serveOddNumbers(serve: (env: Environment) => Promise<Server>) {
  const upstream = await startStandIn(({ url = '' }, response) => {
    const asked = new URL(url, 'http://upstream').searchParams.get('number');
    const numbers = rented
      .map((row, at) => ({ ...wireNumber(accountSid, null), ...row, number_sid: `num-${at}` }))
      .filter(({ number }) => asked === null || number.replace(/\D/g, '') === asked);
    sendJson(response, wirePage(numbers));
  });
  const { url } = await serve({
    APIFONICA_ACCOUNT_SID: accountSid,
    APIFONICA_AUTH_TOKEN: 'a-test-token',
    APIFONICA_API_URL: upstream.url,
  });
  return { url, close: () => upstream.close(), count: rented.length };
}
