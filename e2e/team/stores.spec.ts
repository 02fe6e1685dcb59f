import { startTestRedis } from '../../src/server/shared/test-redis.ts';
import { freePort } from '../free-port.ts';
import { requireProgram } from '../programs.ts';
import { type Environment, runToExit } from '../server.ts';
import { createAuthority } from '../surroundings/certificates.ts';
import { expect, test } from './replicas.ts';

test('a store behind TLS with the certificate of a private authority is shared; one of a stranger is not', async ({
  startTeam,
  serve,
}) => {
  const authority = createAuthority(requireProgram('OpenSSL'));
  const { files } = authority.issue(['localhost']);
  const port = await freePort();
  const url = `rediss://:a-test-password@localhost:${port}`;
  const trusting = { NODE_EXTRA_CA_CERTS: authority.file };
  const team = await startTeam({
    replicas: 2,
    redisArgs: [
      ...['--tls-port', String(port), '--tls-auth-clients', 'no'],
      ...['--tls-cert-file', files.cert, '--tls-key-file', files.key],
      ...['--tls-ca-cert-file', authority.file, '--requirepass', 'a-test-password'],
    ],
    sharedUrl: async () => url,
    env: trusting,
  });
  const ann = team.visitor();
  expect((await ann.enter()).status).toBe(200);
  for (const _ of [1, 2, 3, 4]) expect((await ann.ask('/api/numbers')).status).toBe(200);
  expect(team.servers.map((server) => server.log()).join()).not.toContain('a-test-password');

  const distrusting = await serve({ SHARED_URL: url, DASHBOARD_PASSWORD: 'correct horse' });
  expect((await fetch(`${distrusting.url}/readyz`)).status).toBe(503);
  expect(distrusting.log()).toMatch(/"cause":"\w*(CERT|SIGNATURE|SIGNED)\w*","msg":"shared store"/);
  expect(distrusting.log()).not.toContain('a-test-password');
  authority.remove();
});

const forgetful = ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'];
const line =
  /^The shared store of SHARED_URL has maxmemory-policy allkeys-lru, [^\n]+: set volatile-ttl or noeviction\.$/m;

test('a store that forgets sessions ends the start with one line', async () => {
  requireProgram('Redis');
  const redis = await startTestRedis(forgetful);
  const { code, stdout, stderr } = await runToExit({ SHARED_URL: redis.url });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(line);
  await redis.stop();
});

test('a store that forgets sessions ends a server that meets it later', async ({ serve }) => {
  requireProgram('Redis');
  const redis = await startTestRedis(forgetful);
  await redis.kill();
  const server = await serve({ SHARED_URL: redis.url });
  await redis.restart();
  await expect.poll(() => server.process.exitCode).toBe(1);
  expect(server.log()).toMatch(line);
  await redis.stop();
});

test('check-config names the store without its password, and starts nothing', async () => {
  const check = (env: Environment) =>
    runToExit(env, { args: ['--no-env-file', 'check-config'] }).then(({ stdout }) => stdout);
  const stdout = await check({ SHARED_URL: 'rediss+sentinel://me:canary@a,b:1/main/2' });
  expect(stdout).toMatch(
    /^shared store +a:26379, b:1, master main, database 2, with TLS; sessions are read for 60 s without it$/m,
  );
  expect(stdout).not.toContain('canary');
  expect(await check({})).toMatch(/^shared store +none: one process$/m);
});
