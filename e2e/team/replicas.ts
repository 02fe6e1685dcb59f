import { once } from 'node:events';
import { startTestRedis, type TestRedis } from '../../src/server/shared/test-redis.ts';
import { type RawUpstream, startRawUpstream } from '../faults/raw-upstream.ts';
import { freePort } from '../free-port.ts';
import { requireProgram } from '../programs.ts';
import { withPassword } from '../security/fixtures.ts';
import type { Environment, Server } from '../server.ts';
import { expect, type RunningProxy, test as withProxies } from '../surroundings/fixtures.ts';
import { readmeBlock, withChanges } from '../surroundings/readme-block.ts';
import { createVisitor, type Visitor } from './visitor.ts';

export interface TeamOptions {
  replicas?: 1 | 2 | 3;
  /** Settings of every server, which may depend on the public address. */
  env?: Environment | ((proxy: RunningProxy) => Promise<Environment>);
  /** Another address of the store than that of the redis-server which is started. */
  sharedUrl?: (redis: TestRedis) => Promise<string>;
  /** Arguments of the redis-server. */
  redisArgs?: readonly string[];
  /** Numbers at the upstream. */
  size?: number;
}

/** Several servers behind nginx, with a store, before one upstream; all on loopback. */
export interface Team {
  /** The public address. */
  url: string;
  redis: TestRedis;
  upstream: RawUpstream;
  /** The servers that run now, each at its place. */
  servers: Server[];
  /** Starts a server at the place of one that has ended. */
  startAt(place: number): Promise<void>;
  /** A person at the public address; `at` one server, if given. */
  visitor(at?: number): Visitor;
}

/** Texts of the block for several servers, on the ports of a test. */
function withReplicas(configuration: string, ports: readonly number[]): string {
  const block = readmeBlock('nginx', 'upstream dashboard {');
  const lines = ports.map((port) => `  server 127.0.0.1:${port} max_fails=0;`).join('\n');
  const [listed = ''] = /(^ {2}server .*\n)+/m.exec(block) ?? [];
  const upstream = withChanges(block, [[listed.trimEnd(), lines]]);
  const [single = ''] = /^ *proxy_pass .*$/m.exec(configuration) ?? [];
  const passing = readmeBlock('nginx', 'proxy_pass http://dashboard;');
  return withChanges(configuration, [
    [single, passing],
    ['http {', `http {\n${upstream}`],
  ]);
}

const gone = async ({ process: child }: Server) =>
  child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');

/** Ends a server at once, like a lost machine. */
export async function kill(server: Server | undefined): Promise<void> {
  if (server === undefined) return;
  const ended = gone(server);
  server.process.kill('SIGKILL');
  await ended;
}

/** Stops a server like a restart does, and waits for its end. */
export async function stop(server: Server | undefined): Promise<void> {
  if (server === undefined) return;
  const ended = gone(server);
  server.process.kill('SIGTERM');
  await ended;
}

export const test = withProxies.extend<{ startTeam: (options?: TeamOptions) => Promise<Team> }>({
  startTeam: async ({ proxyOf, serve }, use) => {
    const ending: (() => unknown)[] = [];
    await use(async ({ replicas = 3, env = {}, sharedUrl, redisArgs, size = 120 } = {}) => {
      requireProgram('Redis');
      const redis = await startTestRedis(redisArgs);
      const upstream = await startRawUpstream('http://127.0.0.1:1', size);
      ending.push(redis.stop, upstream.close);
      const ports: number[] = [];
      while (ports.length < replicas) ports.push(await freePort());
      const shared = sharedUrl ? await sharedUrl(redis) : redis.url;
      const proxy = await proxyOf('nginx', '', (text) => withReplicas(text, ports));
      const own = typeof env === 'function' ? await env(proxy) : env;

      const startOn = (port: number) =>
        serve({
          ...withPassword,
          ...proxy.env,
          APIFONICA_ACCOUNT_SID: 'acc-fault-test',
          APIFONICA_AUTH_TOKEN: 'canary-auth-token',
          APIFONICA_API_URL: upstream.url,
          SHARED_URL: shared,
          PORT: String(port),
          ...own,
        });
      const servers = await Promise.all(ports.map(startOn));
      await proxy.start(servers[0]!.url);
      return {
        url: proxy.publicOrigin,
        redis,
        upstream,
        servers,
        async startAt(place) {
          servers[place] = await startOn(ports[place]!);
        },
        visitor(at) {
          const visitor = createVisitor(at === undefined ? proxy.publicOrigin : servers[at]!.url);
          ending.push(visitor.close);
          return visitor;
        },
      };
    });
    for (const end of ending.reverse()) await end();
  },
});

export { expect };
