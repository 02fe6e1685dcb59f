import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A stand-in for Apifonica on loopback, which answers as a test wants and keeps the requests.
 * @param certificate serves https with this certificate, under the name localhost.
 */
export async function startUpstream(answer: Answer, certificate?: { key: string; cert: string }) {
  const requests: IncomingMessage[] = [];
  const take: Answer = (request, response) => {
    requests.push(request);
    answer(request, response);
  };
  const server = certificate ? createTlsServer(certificate, take) : createServer(take);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: certificate ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    port,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const sendJson = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** One row as the vendor sends it, with a SIP secret. */
export const wireNumber = (accountSid: string, token: string | null) => ({
  number_sid: 'num6eb8d7d5-6bbb-4249-8341-2271986ce567',
  account_sid: accountSid,
  number: '447480600503',
  token,
  country_code: 'GB',
  country_name: 'United Kingdom',
  type: 'sip',
  call_controller: '',
  call_method: 'GET',
  msg_controller: '',
  msg_method: 'GET',
  msg_app_sid: 'default_msg_app_sid',
  call_app_sid: 'default_call_app_sid',
  endpoint_sid: null,
  created: 'Thu, 31 Mar 2016 11:16:59 +0300',
  updated: 'Thu, 31 Mar 2016 11:17:21 +0300',
  voice: true,
  messaging: false,
  mode: 'xml',
});
