import { Hono } from 'hono';
import { parsePhoneNumber } from '#contract/phone-digits.ts';
import { revealSchema } from '#contract/token.ts';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { readBody } from '../read-body.ts';
import { requestSignal } from '../request-signal.ts';
import { securityEvent } from '../security-event.ts';

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
