import * as v from 'valibot';
import { createSandbox, type SandboxSettings } from './create-sandbox.ts';
import { type NumberPage, numberPageSchema } from './schema.ts';

export const accountSid = 'acc11111111-1111-4111-8111-111111111111';
export const listPath = `/v2/accounts/${accountSid}/numbers`;
export const listUrl = `http://sandbox.test${listPath}`;
export const authorization = `Basic ${btoa(`${accountSid}:secret`)}`;

export const testSettings: SandboxSettings = {
  numbers: 90,
  latencyMs: 0,
  seed: 7,
  scenario: null,
  accountSid,
  authToken: 'secret',
};

/** For specs: a new sandbox, and requests to it with good credentials and without a socket. */
export function createTestClient(changes: Partial<SandboxSettings> = {}) {
  const app = createSandbox({ ...testSettings, ...changes });
  const ask = async (address = '') =>
    app.request(address.startsWith('http') ? address : listUrl + address, {
      headers: { Authorization: authorization },
    });
  const page = async (address = ''): Promise<NumberPage> =>
    v.parse(numberPageSchema, await (await ask(address)).json());
  return { app, ask, page };
}
