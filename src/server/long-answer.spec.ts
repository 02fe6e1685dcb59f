import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppEnv } from './app-env.ts';
import { longAnswer } from './long-answer.ts';
import { createMetrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';

const silenceMs = 20;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Serves one piece of work over a real connection; `finish` ends the work. */
async function serve(outcome: () => Response) {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const app = new Hono<AppEnv>()
    .use(requestId(), async (c, next) => {
      c.set('log', pino({ level: 'silent' }));
      c.set('metrics', createMetrics());
      await next();
    })
    .get('/', (c) => longAnswer(c, finished.then(outcome), silenceMs));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, finish };
}

/** Reads an answer until it ends or is cut. */
async function readAll(response: Response, onText = (_text: string) => {}) {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      onText(text);
    }
    return { text, isCut: false };
  } catch {
    return { text, isCut: true };
  }
}

const report = { findings: 'x'.repeat(3_000_000) };

describe('O3 a slow answer sends white space while it is made', () => {
  test('white space, then the body, with status 200 and a proper end', async () => {
    const { url, finish } = await serve(() => Response.json(report));
    const response = await fetch(url);
    expect(response.status).toBe(200);
    const { text, isCut } = await readAll(response, (soFar) => {
      if (soFar.length >= 3) finish();
    });
    expect(text).toMatch(/^\n{3,}\{/);
    expect(JSON.parse(text)).toEqual(report);
    expect(isCut).toBe(false);
  });

  test('a report that fails is sent whole, and cut behind its end', async () => {
    const { url, finish } = await serve(() => Response.json(report, { status: 422 }));
    const response = await fetch(url);
    expect(response.status).toBe(200);
    const { text, isCut } = await readAll(response, () => finish());
    expect(JSON.parse(text)).toEqual(report);
    expect(isCut).toBe(true);
  });

  test('a problem is sent whole, and cut behind its end', async () => {
    const { url, finish } = await serve(() => {
      throw new ProblemError('upstream_timeout', 'It took too long.');
    });
    const { text, isCut } = await readAll(await fetch(url), () => finish());
    expect(JSON.parse(text)).toMatchObject({ code: 'upstream_timeout', status: 504 });
    expect(isCut).toBe(true);
  });

  test('a quick answer has its own status', async () => {
    const { url, finish } = await serve(() => Response.json({}, { status: 422 }));
    finish();
    const response = await fetch(url);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({});
  });
});
