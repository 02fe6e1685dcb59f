import { once } from 'node:events';
import { test as base, expect } from '@playwright/test';
import { type Environment, type Server, type ServerPlace, startServer } from './server.ts';

export interface Fixtures {
  /** Starts a server for this test; it is stopped afterwards. */
  serve: (env?: Environment, place?: Partial<ServerPlace>) => Promise<Server>;
}

export interface Options {
  /** Whether requests of this test may fail; the browser reports each failure as an error. */
  requestsFail: boolean;
}

export const test = base.extend<Fixtures & Options>({
  requestsFail: [false, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  serve: async ({}, use) => {
    const servers: Server[] = [];
    await use(async (env = {}, place = {}) => {
      const server = await startServer(env, place);
      servers.push(server);
      return server;
    });
    for (const { process: child } of servers) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  },

  /**
   * Any error in the console of any page fails the test, also a violation of the content security
   * policy.
   */
  // `context` depends on `serve` only to end before the servers do: a request cut short would be an
  // error.
  context: async ({ context, serve: _serve, requestsFail }, use) => {
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      if (requestsFail && message.text().startsWith('Failed to load resource')) return;
      errors.push(`${message.text()} (${message.location().url})`);
    });
    await use(context);
    expect(errors, 'errors in the console').toEqual([]);
  },
});

export { expect };
