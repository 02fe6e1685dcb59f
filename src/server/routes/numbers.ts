import { Hono } from 'hono';
import type { NumberPage } from '#contract/number.ts';
import { parsePhoneNumber } from '#contract/phone-digits.ts';
import { parseNumbersQuery } from '#contract/query.ts';
import { revealSchema } from '#contract/token.ts';
import { listQuery } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { readBody } from '../read-body.ts';
import { securityEvent } from '../security-event.ts';
import { refuseFaults, requestSignal } from './request.ts';

/** `GET /api/numbers?account&number&country_code&country_name&type&voice&messaging&limit&cursor` */
export const numbersRoute = () =>
  new Hono<AppEnv>().get('/', async (c) => {
    const { query, faults } = parseNumbersQuery(listQuery(c));
    refuseFaults(faults);
    const page: NumberPage = await c.var.account.upstream.listNumbers(query, {
      signal: requestSignal(c),
      log: c.var.log,
      fresh: c.req.header('cache-control') === 'no-cache',
    });
    return c.json(page);
  });

/**
 * `POST /api/numbers/{number_sid}/token?account`: one SIP secret, with a line in the log that names the
 * client.
 */
export const tokenRoute = () =>
  new Hono<AppEnv>().post('/', async (c) => {
    const numberSid = c.req.param('number_sid') ?? '';
    const { number } = await readBody(c, revealSchema);
    const digits = parsePhoneNumber(number);
    if (digits === null || !/^[\w-]{1,80}$/.test(numberSid)) {
      throw new ProblemError('invalid_query', 'A token is asked for by SID and number.', {
        parameter: 'number',
      });
    }
    const token = await c.var.account.upstream.readToken(numberSid, digits, {
      signal: requestSignal(c),
      log: c.var.log,
    });
    if (token === null) throw new ProblemError('not_found', 'This number has no SIP token.');
    securityEvent(c, 'token_revealed', { number_sid: numberSid });
    return c.json({ token });
  });
