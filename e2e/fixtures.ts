import { once } from 'node:events';
import { test as base, expect } from '@playwright/test';
import { type Environment, type Server, type ServerPlace, startServer } from './server.ts';

export interface Fixtures {
  /** Starts a server for this test; it is stopped afterwards. */
  serve: (env?: Environment, place?: Partial<ServerPlace>) => Promise<Server>;
}

export interface WorkerFixtures {
  /**
   * The address of a server that is shared with other tests of this worker: for tests that only
   * read, and look neither at the log nor at the requests that reach Apifonica.
   */
  sharedServer: (env?: Environment) => Promise<Pick<Server, 'url'>>;
}

export interface Options {
  /** Whether requests of this test may fail; the browser reports each failure as an error. */
  requestsFail: boolean;
}

/** The most servers that a worker keeps for its next tests. A test needs one or two. */
const mostShared = 3;

async function end({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  requestsFail: [false, { option: true }],

  sharedServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const servers = new Map<string, Server>();
      await use(async (env = {}) => {
        const key = JSON.stringify(env);
        const server = servers.get(key) ?? (await startServer(env));
        // The last one used is the last to go.
        servers.delete(key);
        servers.set(key, server);
        const [[oldest, first] = []] = servers;
        if (servers.size > mostShared && oldest !== undefined && first) {
          servers.delete(oldest);
          await end(first);
        }
        return server;
      });
      for (const server of servers.values()) await end(server);
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  serve: async ({}, use) => {
    const servers: Server[] = [];
    await use(async (env = {}, place = {}) => {
      const server = await startServer(env, place);
      servers.push(server);
      return server;
    });
    for (const server of servers) await end(server);
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
