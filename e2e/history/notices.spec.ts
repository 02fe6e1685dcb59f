import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { ask } from '../api.ts';
import { expect } from '../fixtures.ts';
import type { Server } from '../server.ts';
import { kill } from '../team/replicas.ts';
import { accountSid, test as base } from './vendor.ts';

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;

interface Delivery {
  headers: IncomingHttpHeaders;
  text: string;
}

async function startReceiver() {
  const receiver = {
    url: '',
    deliveries: [] as Delivery[],
    answer: (response: ServerResponse): unknown => response.writeHead(204).end(),
  };
  const standIn = await startStandIn(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    receiver.deliveries.push({ headers: request.headers, text });
    receiver.answer(response);
  });
  return Object.assign(receiver, { url: `${standIn.url}/a-secret-path`, close: standIn.close });
}

const test = base.extend<{ receiver: Awaited<ReturnType<typeof startReceiver>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  receiver: async ({}, use) => {
    const receiver = await startReceiver();
    await use(receiver);
    await receiver.close();
  },
});

async function take({ url }: Server) {
  expect((await ask(`${url}/api/history`, { method: 'POST' })).status).toBe(201);
}

const read = ({ headers, text }: Delivery, secret: string) =>
  new Webhook(secret).verify(text, headers as Record<string, string>) as {
    data: Record<string, unknown>;
  };

test('a change is told with the secret of now, which SIGHUP reads again', async ({
  folder,
  receiver,
  vendor,
  serve,
}) => {
  const file = join(folder, 'secret');
  await writeFile(file, `${secretOf(1)}\n`);
  const server = await serve({
    ...vendor.env,
    HISTORY: `file:${join(folder, 'kept')}`,
    HISTORY_SCHEDULE: 'off',
    NOTIFY_WEBHOOK_URL: receiver.url,
    NOTIFY_WEBHOOK_SECRET_FILE: file,
    LOG_LEVEL: 'trace',
  });
  await take(server);
  vendor.numbers.remove(3);
  await take(server);
  await expect.poll(() => receiver.deliveries.length).toBe(1);
  expect(read(receiver.deliveries[0]!, secretOf(1)).data).toMatchObject({ gone: 1, total: 119 });

  await writeFile(file, `${secretOf(2)}\n`);
  server.process.kill('SIGHUP');
  await expect.poll(() => server.log()).toContain('["NOTIFY_WEBHOOK_SECRET"]');
  vendor.numbers.add(200);
  await take(server);
  await expect.poll(() => receiver.deliveries.length).toBe(2);
  expect(read(receiver.deliveries[1]!, secretOf(2)).data).toMatchObject({ added: 1, gone: 0 });
  const said = server.log() + server.output() + JSON.stringify(receiver.deliveries);
  for (const secret of [secretOf(1), secretOf(2), 'canary', '44207946', 'num00000000']) {
    expect(said).not.toContain(secret);
  }
  expect(server.log()).not.toContain('a-secret-path');
});

test('a notice that nobody took comes after the server was killed and started again', async ({
  keeping,
  receiver,
  vendor,
  serve,
}) => {
  const env = {
    ...keeping,
    NOTIFY_WEBHOOK_URL: receiver.url,
    NOTIFY_WEBHOOK_SECRET: secretOf(1),
  };
  const first = await serve(env);
  await take(first);
  vendor.numbers.remove(3);
  const { answer } = receiver;
  receiver.answer = (response) => response.writeHead(500).end();
  await take(first);
  await expect.poll(() => first.log()).toContain('notice not taken');
  await kill(first);
  const before = receiver.deliveries.length;
  receiver.answer = answer;
  const second = await serve(env);
  await expect.poll(() => second.log(), { timeout: 20_000 }).toContain('notice taken');
  expect(receiver.deliveries.length).toBe(before + 1);
  const ids = receiver.deliveries.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(1);
});

test('a walk that Apifonica limits makes no snapshot, and tells nothing', async ({
  keeping,
  receiver,
  vendor,
  serve,
}) => {
  const server = await serve({
    ...keeping,
    NOTIFY_WEBHOOK_URL: receiver.url,
    NOTIFY_WEBHOOK_SECRET: secretOf(1),
    UPSTREAM_DEADLINE_MS: '1000',
  });
  await take(server);
  vendor.answer = (_, response) => response.writeHead(429, { 'retry-after': '60' }).end();
  expect((await ask(`${server.url}/api/history`, { method: 'POST' })).status).toBe(429);
  expect(server.log()).toContain('"msg":"no snapshot"');
  expect(receiver.deliveries).toEqual([]);
});

/** Makes the unconfirmed list ten minutes older. */
async function setBack(folder: string): Promise<void> {
  const lists = join(folder, accountSid, 'unconfirmed');
  for (const name of await readdir(lists)) {
    const file = join(lists, name);
    const list = JSON.parse(await readFile(file, 'utf8'));
    const asOf = new Date(Date.parse(list.asOf) - 10 * 60_000).toISOString();
    await writeFile(file, JSON.stringify({ ...list, asOf }));
  }
}

test('a halved list tells nothing, and once when the next walk agrees', async ({
  folder,
  keeping,
  receiver,
  vendor,
  serve,
}) => {
  const server = await serve({
    ...keeping,
    NOTIFY_WEBHOOK_URL: receiver.url,
    NOTIFY_WEBHOOK_SECRET: secretOf(1),
  });
  await take(server);
  for (let ordinal = 0; ordinal < 60; ordinal += 1) vendor.numbers.remove(ordinal);
  await take(server);
  const history = await (await ask(`${server.url}/api/history`)).json();
  expect(history).toMatchObject({ snapshots: [{ status: 'unconfirmed' }, { total: 120 }] });
  expect(receiver.deliveries).toEqual([]);
  // By hand and at once: no second opinion.
  await take(server);
  expect(await (await ask(`${server.url}/api/history`)).json()).toEqual(history);
  await setBack(folder);
  await take(server);
  await expect.poll(() => receiver.deliveries.length).toBe(1);
  expect(read(receiver.deliveries[0]!, secretOf(1)).data).toMatchObject({ gone: 60, total: 60 });
});
