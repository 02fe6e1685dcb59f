import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** For specs: the documented row in the wire format, with changes. */
export const wireRow = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  number_sid: 'num00000000-0000-4000-8000-000000000001',
  account_sid: 'acc-test',
  number: '447480600503',
  token: null,
  country_code: 'GB',
  country_name: 'United Kingdom',
  type: 'local',
  call_controller: '',
  call_method: 'GET',
  msg_controller: 'http://172.16.102.175:8082/messages/events',
  msg_method: 'GET',
  msg_app_sid: 'app61de164b-8e62-35d9-92d0-c6df5f0956ec',
  call_app_sid: 'default_call_app_sid',
  endpoint_sid: null,
  created: 'Thu, 31 Mar 2016 11:16:59 +0300',
  updated: 'Thu, 31 Mar 2016 11:17:21 +0300',
  voice: false,
  messaging: true,
  mode: 'xml',
  ...changes,
});

/** A page in the wire format. */
export const wirePage = (numbers: unknown[], changes: Record<string, unknown> = {}) => ({
  limit: 20,
  prev: null,
  next: null,
  numbers,
  ...changes,
});

export const sendJson = (response: ServerResponse, value: unknown) =>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(value));

/** For specs: an upstream on loopback that keeps every request it receives. */
export async function startTestUpstream(answer: Answer) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
