import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '#sandbox/stand-in/account.ts';
import { type Answer, sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { test as base } from '../fixtures.ts';
import type { Environment } from '../server.ts';

/** The account's name at Apifonica. */
export const accountSid = 'acc-fault-test';

/** A stand-in of Apifonica whose account a test may change, or let fail. */
export async function startVendor(size = 120) {
  const numbers = createAccount(size);
  const honest: Answer = (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://upstream');
    const page = numbers.page(searchParams, `${standIn.url}${pathname}`);
    sendJson(response, page ?? {}, page ? 200 : 400);
  };
  const vendor = { numbers, answer: honest, honest, requests: () => standIn.requests.length };
  const standIn = await startStandIn((request, response) => vendor.answer(request, response));
  const env: Environment = {
    APIFONICA_ACCOUNT_SID: accountSid,
    APIFONICA_AUTH_TOKEN: 'canary-auth-token',
    APIFONICA_API_URL: standIn.url,
    UPSTREAM_TIMEOUT_MS: '60000',
    UPSTREAM_DEADLINE_MS: '60000',
  };
  return Object.assign(vendor, { env, close: standIn.close });
}

export type Vendor = Awaited<ReturnType<typeof startVendor>>;

interface Fixtures {
  /** A folder for the history; a test names it first, so that it outlasts the servers. */
  folder: string;
  /** A stand-in with an account of 120 numbers. */
  vendor: Vendor;
  /** The settings of a server that keeps the vendor's list in the folder, when it is asked to. */
  keeping: Environment;
}

/** Tests of servers, without a page. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kept-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  vendor: async ({}, use) => {
    const vendor = await startVendor();
    await use(vendor);
    await vendor.close();
  },
  keeping: ({ folder, vendor }, use) =>
    use({ ...vendor.env, HISTORY: `file:${folder}`, HISTORY_SCHEDULE: 'off' }),
});
