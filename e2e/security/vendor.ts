import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wireNumber } from '../secret-row.ts';
import type { Environment } from '../server.ts';

/** Secrets that change in every encoding, so that each encoded form can be recognised. */
export const canaries = {
  accountSid: 'acc-canary',
  authToken: 'cAnArY?auth/tok~en>7f3a',
  sipToken: 'cAnArY?sip/tok~en>91bd',
};

const rowCount = 60;

const rows = Array.from({ length: rowCount }, (_, at): Record<string, unknown> => {
  const isSip = at % 3 === 0;
  return {
    ...wireNumber(canaries.accountSid, isSip ? canaries.sipToken : null),
    number_sid: `num-${at}`,
    number: String(447480600500 + at),
    name: `Desk ${at}`,
    sip_token: canaries.sipToken,
    endpoint: { Token: canaries.sipToken, headers: [canaries.authToken] },
    type: isSip ? 'sip' : 'local',
    call_controller: 'https://example.com/calls',
    msg_app_sid: null,
    call_app_sid: null,
    messaging: true,
  };
});

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A stand-in for the vendor on loopback: sixty rows with canaries as secrets. */
export async function startVendor() {
  const received: IncomingMessage[] = [];
  const vendor = {
    received,
    /** Answers in place of the list while it is set. */
    fault: null as Answer | null,
    /** Changes of the first row. */
    firstRow: {} as Record<string, unknown>,
    env: {} as Environment,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };

  const server = createServer((request, response) => {
    received.push(request);
    if (vendor.fault) return vendor.fault(response, request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://vendor');
    const start = Number(searchParams.get('next') ?? 0);
    const number = searchParams.get('number');
    const [first, ...others] = rows;
    const all = [{ ...first, ...vendor.firstRow }, ...others];
    const found = number === null ? all : all.filter((row) => row.number === number);
    const end = start + 20;
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        limit: 20,
        prev: null,
        next: end < found.length ? `${pathname}?next=${end}` : null,
        numbers: found.slice(start, end),
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vendor.env = {
    APIFONICA_ACCOUNT_SID: canaries.accountSid,
    APIFONICA_AUTH_TOKEN: canaries.authToken,
    APIFONICA_API_URL: url,
    UPSTREAM_TIMEOUT_MS: '400',
    UPSTREAM_DEADLINE_MS: '500',
    LOG_LEVEL: 'trace',
  };
  return Object.assign(vendor, { url });
}

export type Vendor = Awaited<ReturnType<typeof startVendor>>;
