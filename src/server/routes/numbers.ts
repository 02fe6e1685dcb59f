import { Hono } from 'hono';
import type { NumberPage } from '#contract/number.ts';
import { parseNumbersQuery } from '#contract/query.ts';
import { listQuery } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import { refuseFaults } from '../refuse-faults.ts';
import { requestSignal } from '../request-signal.ts';

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
