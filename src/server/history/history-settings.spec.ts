import { describe, expect, test } from 'vitest';
import { readConfig as read } from '../config.ts';
import { describeConfig } from '../describe-config.ts';
import { readSettings } from '../settings.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const webhook = 'https://hooks.example/in/a-secret-path?key=1';

const readConfig = (env: Record<string, string>) =>
  read(readSettings(env, { folders: [] }), {
    scenarioNames: [],
    readFile: (path) => {
      if (path === '/run/url') return Buffer.from(`${webhook}\n`);
      if (path === '/run/secret') return Buffer.from(`${secret}\n`);
      throw Object.assign(new Error('No such file'), { code: 'ENOENT' });
    },
  });

const HISTORY = 'file:/var/lib/rented-numbers';

test('nothing is kept without HISTORY', () => {
  expect(readConfig({}).config?.history).toBeNull();
});

test('HISTORY alone keeps a snapshot a day, for 400 days', () => {
  expect(readConfig({ HISTORY }).config?.history).toEqual({
    folder: '/var/lib/rented-numbers',
    schedule: '17 3 * * *',
    timeZone: 'UTC',
    keepDays: 400,
    maxBytes: 0,
    notify: null,
  });
});

test('every setting is read, the webhook from files', () => {
  const { config, problems, secretFiles } = readConfig({
    HISTORY: 'file:///srv/my%20history',
    HISTORY_SCHEDULE: '5 */6 * * 1-5',
    HISTORY_TZ: 'Europe/Tallinn',
    HISTORY_KEEP_DAYS: '30',
    HISTORY_MAX_BYTES: '500M',
    NOTIFY_WEBHOOK_URL_FILE: '/run/url',
    NOTIFY_WEBHOOK_SECRET_FILE: '/run/secret',
  });
  expect(problems).toEqual([]);
  expect(config?.history).toEqual({
    folder: '/srv/my history',
    schedule: '5 */6 * * 1-5',
    timeZone: 'Europe/Tallinn',
    keepDays: 30,
    maxBytes: 500 * 1024 * 1024,
    notify: { url: new URL(webhook), secret },
  });
  expect(secretFiles).toEqual(['/run/url', '/run/secret']);
});

describe('the days of the sandbox', () => {
  const days = { SANDBOX_DAYS: '30' };

  test('are kept without HISTORY, in a folder that goes with the process', () => {
    const { config, problems } = readConfig({ ...days, HISTORY_SCHEDULE: 'off' });
    expect(problems).toEqual([]);
    expect(config?.history).toMatchObject({ folder: null, schedule: null, keepDays: 400 });
    expect(config?.sandbox.days).toBe(30);
  });

  test('are kept in the folder of HISTORY', () => {
    const { config } = readConfig({ ...days, HISTORY });
    expect(config?.history?.folder).toBe('/var/lib/rented-numbers');
  });

  test('are none beside live data', () => {
    const live = { APIFONICA_ACCOUNT_SID: 'acc-test', APIFONICA_AUTH_TOKEN: 'secret' };
    expect(readConfig({ ...days, ...live }).config?.history).toBeNull();
  });
});

test('off takes snapshots on request only', () => {
  expect(readConfig({ HISTORY, HISTORY_SCHEDULE: 'off' }).config?.history?.schedule).toBeNull();
});

test('a receiver on this machine may be told over http', () => {
  const env = {
    HISTORY,
    NOTIFY_WEBHOOK_URL: 'http://127.0.0.1:9000/x',
    NOTIFY_WEBHOOK_SECRET: secret,
  };
  expect(readConfig(env).problems).toEqual([]);
});

const notify = { HISTORY, NOTIFY_WEBHOOK_URL: webhook, NOTIFY_WEBHOOK_SECRET: secret };

describe('what cannot be used is refused in one line, without a secret', () => {
  test.each([
    [{ HISTORY: '/var/lib/x' }, /^HISTORY must be file: and the absolute path/],
    [{ HISTORY: 'file:var/lib/x' }, /^HISTORY must be/],
    [{ HISTORY: 'file://host/var/lib/x' }, /^HISTORY must be/],
    [{ HISTORY: 'file:/' }, /^HISTORY must be/],
    [{ HISTORY: 'file:/a?b' }, /^HISTORY must be/],
    [{ HISTORY: 'file:/a%2fb' }, /^HISTORY must be/],
    [{ HISTORY: 's3://bucket/x' }, /^HISTORY must be/],
    [{ HISTORY, HISTORY_SCHEDULE: '61 3 * * *' }, /^HISTORY_SCHEDULE cannot be read; .*"61 3/],
    [{ HISTORY, HISTORY_SCHEDULE: '@daily' }, /^HISTORY_SCHEDULE does not have five fields/],
    [{ HISTORY, HISTORY_SCHEDULE: '0 0 30 2 *' }, /^HISTORY_SCHEDULE names a day that never/],
    [{ HISTORY, HISTORY_TZ: 'Mars/Base' }, /^HISTORY_TZ must be the name of a time zone/],
    [{ HISTORY, HISTORY_KEEP_DAYS: '0' }, /^HISTORY_KEEP_DAYS must be/],
    [{ HISTORY, HISTORY_MAX_BYTES: '5 GB' }, /^HISTORY_MAX_BYTES must be bytes/],
    [{ HISTORY, HISTORY_MAX_BYTES: '5' }, /^HISTORY_MAX_BYTES must be .* at least 1M, or 0/],
    [{ HISTORY, HISTORY_MAX_BYTES: '1023K' }, /^HISTORY_MAX_BYTES must be .* at least 1M, or 0/],
    [{ HISTORY_KEEP_DAYS: '30' }, /^HISTORY_KEEP_DAYS is set but no folder/],
    [{ ...notify, HISTORY: '' }, /^NOTIFY_WEBHOOK_URL is set but no folder/],
    [{ ...notify, NOTIFY_WEBHOOK_SECRET: '' }, /belong together/],
    [{ ...notify, NOTIFY_WEBHOOK_URL: '' }, /belong together/],
    [
      { ...notify, NOTIFY_WEBHOOK_URL: 'http://hooks.example' },
      /^NOTIFY_WEBHOOK_URL must be https/,
    ],
    [{ ...notify, NOTIFY_WEBHOOK_URL: 'hooks.example' }, /^NOTIFY_WEBHOOK_URL is not an address/],
    [
      { ...notify, NOTIFY_WEBHOOK_URL: 'https://a:b@x.example' },
      /^NOTIFY_WEBHOOK_URL must have no/,
    ],
    [
      { ...notify, NOTIFY_WEBHOOK_SECRET: secret.slice(6) },
      /^NOTIFY_WEBHOOK_SECRET must be whsec_/,
    ],
    [{ ...notify, NOTIFY_WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }, /^NOTIFY_WEBHOOK_SECRET must be/],
  ])('%j', (env, line) => {
    const { config, problems } = readConfig(env);
    expect(config).toBeNull();
    expect(problems).toEqual([expect.stringMatching(line)]);
    for (const text of [secret.slice(6), 'a-secret-path']) expect(problems[0]).not.toContain(text);
  });
});

test('the description names folder and times, and of the receiver only its host', () => {
  const { config } = readConfig({ ...notify, HISTORY_MAX_BYTES: '2G' });
  const text = describeConfig(config!, { files: [] }, []);
  expect(text).toMatch(
    /^history +\/var\/lib\/rented-numbers; 17 3 \* \* \* in UTC; kept 400 days, at most 2147483648 bytes an account$/m,
  );
  expect(text).toMatch(/^notices +to https:\/\/hooks\.example, signed$/m);
  expect(text).not.toMatch(/a-secret-path|whsec_/);
});
