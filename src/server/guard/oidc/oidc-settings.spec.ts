import { describe, expect, test } from 'vitest';
import { readConfig as read } from '../../config.ts';
import { describeConfig } from '../../describe-config.ts';
import { readSettings } from '../../settings.ts';

const secret = 'a-client-secret';

const readConfig = (env: Record<string, string>) => {
  const settings = readSettings(env, { folders: [] });
  return read(settings, {
    scenarioNames: [],
    readFile: (path) => {
      if (path === '/run/secret') return Buffer.from(`${secret}\n`);
      throw Object.assign(new Error('No such file'), { code: 'ENOENT' });
    },
  });
};

const company = {
  PUBLIC_ORIGIN: 'https://numbers.example',
  OIDC_ISSUER: 'https://id.example/realms/company',
  OIDC_CLIENT_ID: 'rented-numbers',
  OIDC_CLIENT_SECRET: secret,
  OIDC_ROLES: 'admin=telecom-admins,viewer=*',
};

test('company sign-in is a sign-in of its own, and needs no password', () => {
  const { config, problems } = readConfig({ ...company, HOST: '0.0.0.0' });
  expect(problems).toEqual([]);
  expect(config?.signIn).toBeNull();
  expect(config?.oidc).toEqual({
    issuer: new URL('https://id.example/realms/company'),
    clientId: 'rented-numbers',
    clientSecret: secret,
    scopes: 'openid profile email',
    groupsClaim: 'groups',
    roles: [
      { role: 'admin', group: 'telecom-admins' },
      { role: 'viewer', group: '*' },
    ],
    clockToleranceS: 30,
  });
});

test('a password may stay beside it, and the secret may be in a file', () => {
  const { OIDC_CLIENT_SECRET: _, ...rest } = company;
  const read = readConfig({
    ...rest,
    OIDC_CLIENT_SECRET_FILE: '/run/secret',
    DASHBOARD_PASSWORD: 'long-enough',
  });
  expect(read.config?.oidc?.clientSecret).toBe(secret);
  expect(read.config?.signIn).toEqual({ password: 'long-enough' });
  expect(read.secretFiles).toEqual(['/run/secret']);
  expect(read.secretNames).toContain('OIDC_CLIENT_SECRET');
});

test('a provider on this machine may be asked over http', () => {
  const { config } = readConfig({ ...company, OIDC_ISSUER: 'http://localhost:8080/realms/x' });
  expect(config?.oidc?.issuer.port).toBe('8080');
});

describe('each fault is one line that names the setting', () => {
  const without = (name: keyof typeof company) => ({ ...company, [name]: '' });
  test.each([
    [{ ...without('OIDC_ISSUER'), DASHBOARD_PASSWORD: 'long-enough' }, 'set OIDC_ISSUER too'],
    [without('OIDC_CLIENT_ID'), 'set OIDC_CLIENT_ID too'],
    [without('OIDC_CLIENT_SECRET'), 'set OIDC_CLIENT_SECRET or OIDC_CLIENT_SECRET_FILE too'],
    [without('OIDC_ROLES'), 'set OIDC_ROLES too'],
    [without('PUBLIC_ORIGIN'), 'OIDC_ISSUER needs PUBLIC_ORIGIN'],
    [{ ...company, OIDC_ISSUER: 'http://id.example' }, 'OIDC_ISSUER must be https'],
    [{ ...company, OIDC_ISSUER: 'id.example' }, 'OIDC_ISSUER is not an address'],
    [{ ...company, OIDC_ISSUER: `https://u:${secret}@id.example` }, 'OIDC_ISSUER must be'],
    [
      { ...company, OIDC_ISSUER: 'https://id.example/.well-known/openid-configuration' },
      'OIDC_ISSUER must end before',
    ],
    [{ ...company, OIDC_CLIENT_SECRET_FILE: '/run/secret' }, 'OIDC_CLIENT_SECRET_FILE are both'],
    [{ ...company, OIDC_ROLES: 'owner=x,viewer=*' }, 'OIDC_ROLES has "owner=x"'],
    [{ ...company, OIDC_ROLES: ',' }, 'set OIDC_ROLES too'],
    [{ ...company, OIDC_SCOPES: 'profile email' }, 'OIDC_SCOPES must include openid'],
    [{ ...company, OIDC_SCOPES: 'openid,profile' }, 'OIDC_SCOPES must include openid'],
    [{ ...company, OIDC_SCOPES: 'openid  profile' }, 'OIDC_SCOPES must be scopes'],
    [{ ...company, OIDC_CLOCK_TOLERANCE_S: '301' }, 'OIDC_CLOCK_TOLERANCE_S must be'],
    [{ ...company, OIDC_SCOPE: 'openid' }, 'OIDC_SCOPE is no setting'],
  ])('%o', (env, words) => {
    const { config, problems } = readConfig(env);
    expect(config).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
    expect(problems.join()).not.toContain(secret);
  });

  test('several faults are all named', () => {
    const { problems } = readConfig({ OIDC_ISSUER: 'https://id.example' });
    const named = ['OIDC_ROLES', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_ORIGIN'];
    expect(problems).toHaveLength(named.length);
    for (const [at, name] of named.entries()) expect(problems[at]).toContain(name);
  });
});

test('check-config tells the provider and the roles, and no secret', () => {
  const { config, secretFiles } = readConfig({ ...company, DASHBOARD_PASSWORD: 'long-enough' });
  const text = describeConfig(config!, { files: [] }, secretFiles);
  expect(text).toContain(
    'by https://id.example/realms/company, client rented-numbers; by password',
  );
  expect(text).toContain('admin for telecom-admins, viewer for *; by the claim groups');
  expect(text).not.toContain(secret);
});
