import { Hono } from 'hono';
import type { NumberPage } from '#contract/number.ts';
import { parseNumbersQuery } from '#contract/query.ts';
import type { AppEnv } from '../app-env.ts';
import { refuseFaults } from '../refuse-faults.ts';
import type { Upstream } from '../upstream/client.ts';

/** `GET /api/numbers?number&country_code&country_name&type&voice&messaging&limit&cursor` */
export const numbersRoute = (upstream: Upstream) =>
  new Hono<AppEnv>().get('/', async (c) => {
    const { query, faults } = parseNumbersQuery(new URL(c.req.url).searchParams);
    refuseFaults(faults);
    const page: NumberPage = await upstream.listNumbers(query, {
      signal: c.req.raw.signal,
      log: c.var.log,
      fresh: c.req.header('cache-control') === 'no-cache',
    });
    return c.json(page);
  });
