import { setTimeout as delay } from 'node:timers/promises';

/** Sends a command of a WebDriver session, and returns the value of the answer. */
export type WebDriver = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<unknown>;

async function ask(address: string, method: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${address}${path}`, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${path}: ${error}: ${message}`);
}

/** Waits until a driver that is starting answers. */
async function untilReady(address: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      await ask(address, 'GET', '/status', {});
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(20);
    }
  }
}

/** A session of WebDriver, by HTTP, with a driver that is starting. */
export async function connectWebDriver(address: string, capabilities: object): Promise<WebDriver> {
  await untilReady(address);
  const { sessionId } = (await ask(address, 'POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };
  return (method, path, body = {}) => ask(address, method, `/session/${sessionId}${path}`, body);
}
