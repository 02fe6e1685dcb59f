import { rootCertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { describeConfig } from './describe-config.ts';
import { readSettings } from './settings.ts';

const secret = 'a-test-token';
/** An authority that Node brings along. */
const root = `${rootCertificates[0]}\n`;

/** Reads a configuration from variables and files; a file is a path with its text or bytes. */
const configOf = (
  env: Record<string, string>,
  files: Record<string, string | Uint8Array> = {},
  folders: readonly string[] = [],
) => {
  const readFile = (path: string) => {
    const content = files[path];
    if (content === undefined) throw Object.assign(new Error('No such file'), { code: 'ENOENT' });
    return Buffer.from(content);
  };
  const settings = readSettings(env, { folders, readFile });
  return readConfig(settings, { scenarioNames: ['flaky', 'slow'], readFile });
};
const live = { APIFONICA_ACCOUNT_SID: 'acc-test', APIFONICA_AUTH_TOKEN: secret };

test('S2 an empty environment serves the sandbox on loopback', () => {
  const { config } = configOf({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    accounts: null,
    sandbox: { numbers: 5310, latencyMs: 80, scenario: null },
  });
  expect(config?.apiUrl.href).toBe('https://api.apifonica.com/');
});

test('both credentials serve the live API', () => {
  const account = {
    id: 'main',
    name: 'acc-test',
    accountSid: 'acc-test',
    concurrency: 4,
    groups: null,
  };
  expect(configOf(live).config?.accounts).toEqual([
    { account, authToken: secret, tokenFile: null },
  ]);
  const fromFile = configOf(
    { APIFONICA_ACCOUNT_SID: 'acc-test', APIFONICA_AUTH_TOKEN_FILE: '/run/secrets/token' },
    { '/run/secrets/token': `${secret}\n` },
  );
  expect(fromFile.config?.accounts).toEqual([
    { account, authToken: secret, tokenFile: '/run/secrets/token' },
  ]);
});

const reachable = { DASHBOARD_PASSWORD: 'long-enough', ALLOW_INSECURE_HTTP: 'true' };

describe('S2 and S14 each problem is one line that names the variable', () => {
  test.each([
    [{ APIFONICA_ACCOUNT_SID: 'acc-test' }, 'APIFONICA_AUTH_TOKEN'],
    [{ APIFONICA_AUTH_TOKEN: secret }, 'APIFONICA_ACCOUNT_SID'],
    [{ ...live, APIFONICA_ACCOUNT_SID: 'acc:test' }, 'APIFONICA_ACCOUNT_SID'],
    [{ ...live, APIFONICA_AUTH_TOKEN_FILE: '/run/token' }, 'APIFONICA_AUTH_TOKEN_FILE'],
    [{ APIFONICA_AUTH_TOKEN_FILE: '/no/such/file' }, '/no/such/file (ENOENT)'],
    [{ ...live, APIFONICA_API_URL: 'api.apifonica.com' }, 'APIFONICA_API_URL'],
    [{ ...live, APIFONICA_API_URL: 'http://api.apifonica.com' }, 'APIFONICA_API_URL'],
    [{ ...live, APIFONICA_API_URL: `https://u:${secret}@api.example` }, 'APIFONICA_API_URL'],
    [{ HOST: '127.0.0.1:3000', ...reachable }, 'HOST'],
    [{ HOST: 'http://numbers.lan', ...reachable }, 'HOST'],
    [{ HOST: '*', ...reachable }, 'HOST'],
    [{ HOST: '0', ...reachable }, 'HOST'],
    [{ PORT: '80a' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://numbers.example' }, 'DASHBOARD_PASSWORD'],
    [{ HOST: '0.0.0.0', DASHBOARD_PASSWORD: 'long-enough' }, 'ALLOW_INSECURE_HTTP'],
    [{ PUBLIC_ORIGIN: 'https://numbers.example' }, 'DASHBOARD_PASSWORD'],
    [{ DASHBOARD_PASSWORD: 'short' }, 'DASHBOARD_PASSWORD'],
    [{ DASHBOARD_PASSWORD_HASH: 'scrypt$1$1$1$x$y' }, 'DASHBOARD_PASSWORD_HASH'],
    [
      { DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'https://tools.example/num bers' },
      'PUBLIC_ORIGIN',
    ],
    [
      { DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'https://tools.example//numbers' },
      'PUBLIC_ORIGIN',
    ],
    [
      { DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'https://tools.example/:numbers' },
      'PUBLIC_ORIGIN',
    ],
    [
      { DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'https://tools.example/api/numbers' },
      '/api',
    ],
    [{ PUBLIC_ORIGIN: 'numbers.example' }, 'PUBLIC_ORIGIN'],
    [{ TRUSTED_PROXIES: '10.0.0.1, proxy' }, 'TRUSTED_PROXIES'],
    [{ ALLOW_TOKEN_REVEAL: 'yes' }, 'ALLOW_TOKEN_REVEAL'],
    [{ ALLOW_TOKEN_REVEAL: 'true', LOG_LEVEL: 'silent' }, 'LOG_LEVEL'],
    [{ DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'http://numbers.example' }, 'https'],
    [{ SANDBOX_NUMBERS: '-1' }, 'SANDBOX_NUMBERS'],
    [{ SANDBOX_ACCOUNTS: '101' }, 'SANDBOX_ACCOUNTS'],
    [{ SANDBOX_DAYS: '401' }, 'SANDBOX_DAYS'],
    [{ ACCOUNTS_FILE: '/no/such/list' }, '/no/such/list (ENOENT)'],
    [{ SEAL_KEYS_FILE: '/no/such/keys' }, '/no/such/keys (ENOENT)'],
    [{ ...live, ACCOUNTS_FILE: '/accounts.json' }, 'both set'],
    [{ UPSTREAM_CONCURRENCY: '0' }, 'UPSTREAM_CONCURRENCY'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ SANDBOX_SCENARIO: 'quick' }, 'flaky, slow'],
  ])('%j', (env, named) => {
    const { config, problems } = configOf(env);
    expect(config).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
    expect(problems[0]).not.toMatch(/\n/);
    expect(problems[0]).not.toContain(secret);
  });

  test('all of them at once', () => {
    const { problems } = configOf({ PORT: 'x', LOG_LEVEL: 'y', APIFONICA_AUTH_TOKEN: secret });
    expect(problems).toHaveLength(3);
  });

  test('http is fine on loopback, where a stand-in may listen', () => {
    const { config } = configOf({ ...live, APIFONICA_API_URL: 'http://127.0.0.1:9000/api' });
    expect(config?.apiUrl.port).toBe('9000');
  });
});

test.each([
  { DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'https://numbers.example' },
  { DASHBOARD_PASSWORD: 'long-enough', ALLOW_INSECURE_HTTP: 'true' },
])(
  'S2 the server may listen for others with a password, and https or an explicit permission: %j',
  (env) => {
    expect(configOf({ HOST: '0.0.0.0', ...env }).config?.host).toBe('0.0.0.0');
  },
);

describe('O9 the sandbox is never served in silence', () => {
  const dotEnv = 'APIFONICA_ACCOUNT_SID=acc-test\nAPIFONICA_AUTH_TOKEN=a-test-token\n';
  const isLive = (...given: Parameters<typeof configOf>) =>
    configOf(...given).config?.accounts?.[0]?.account.accountSid === 'acc-test';

  test('.env beside the program is read, whatever the working folder', () => {
    expect(isLive({}, { '/usr/.env': dotEnv }, ['/', '/usr'])).toBe(true);
  });

  test("the environment counts before the working folder, and the working folder before the program's", () => {
    const files = {
      '/.env': 'PORT=2\nHOST=127.0.0.2',
      '/usr/.env': 'PORT=3\nHOST=127.0.0.3\nSANDBOX_SEED=3',
    };
    const { config } = configOf({ PORT: '1' }, files, ['/', '/usr']);
    expect(config).toMatchObject({ port: 1, host: '127.0.0.2', sandbox: { seed: 3 } });
  });

  test.each(['', ' '])('a variable that is %j counts as not set', (empty) => {
    const env = { APIFONICA_ACCOUNT_SID: empty, APIFONICA_AUTH_TOKEN: empty };
    expect(isLive(env, { '/.env': dotEnv }, ['/'])).toBe(true);
  });

  test('REQUIRE_LIVE refuses the sandbox, and nothing else', () => {
    expect(configOf({ REQUIRE_LIVE: 'true' }).problems).toEqual([
      expect.stringContaining('APIFONICA_ACCOUNT_SID'),
    ]);
    expect(isLive({ ...live, REQUIRE_LIVE: 'true' })).toBe(true);
    expect(configOf({ REQUIRE_LIVE: 'false' }).config?.accounts).toBeNull();
  });

  test.each([
    ['APIFONICA_AUTH_TOKN', 'APIFONICA_AUTH_TOKEN'],
    ['APIFONICA_ACCOUNT_ID', 'APIFONICA_ACCOUNT_SID'],
    ['apifonica_auth_token', 'APIFONICA_AUTH_TOKEN'],
    ['APIFONCA_AUTH_TOKEN', 'APIFONICA_AUTH_TOKEN'],
    ['DASHBOARD_PASSWORD_HASH_FIEL', 'DASHBOARD_PASSWORD_HASH_FILE'],
    ['DASBOARD_PASSWORD', 'DASHBOARD_PASSWORD'],
    ['SANDBOX_NUMBER', 'SANDBOX_NUMBERS'],
    ['UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT_MS'],
    ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
    ['PUBLIC_ORIGINS', 'PUBLIC_ORIGIN'],
    ['REQUIRELIVE', 'REQUIRE_LIVE'],
    ['METRIC_TOKEN', 'METRICS_TOKEN'],
    ['ALLOW_INSECURE_HTTPS', 'ALLOW_INSECURE_HTTP'],
    ['SHARED_URI', 'SHARED_URL'],
    ['SHARED_GRACE', 'SHARED_GRACE_S'],
    ['HISTORYS', 'HISTORY'],
    ['HISTROY', 'HISTORY'],
    ['HISTORY_DIR', 'HISTORY'],
    ['HISTORY_PATH', 'HISTORY'],
    ['NOTIFY_WEBHOOK', 'NOTIFY_WEBHOOK_URL'],
  ])('%s is refused, and %s named', (name, nearest) => {
    const line = expect.stringMatching(new RegExp(`^${name} .* ${nearest}\\.$`));
    expect(configOf({ [name]: 'x' }).problems).toEqual([line]);
    expect(configOf({}, { '/.env': `${name}=x` }, ['/']).problems).toEqual([
      expect.stringMatching(new RegExp(`^${name} in /\\.env .* ${nearest}\\.$`)),
    ]);
  });

  test.each([
    {
      HOSTNAME: 'x',
      HOSTS: 'x',
      LOGLEVEL: 'x',
      HTTP_PROXY: 'x',
      SHARED_MEMORY: 'x',
      PORT_RANGE: 'x',
    },
    { DASHBOARD_SERVICE_HOST: '10.0.0.1', DASHBOARD_SERVICE_PORT_HTTP: '80' },
    { DASHBOARD_PORT: 'tcp://10.0.0.1:80', DASHBOARD_PORT_80_TCP_ADDR: '10.0.0.1' },
    { APIFONICA_AUTH_TOKN: '' },
    { HISTFILE: 'x', HISTSIZE: '1', HISTCONTROL: 'x', HISTFILESIZE: '1', HISTCMD: '1' },
    { HISTORY_IGNORE: '*', HISTORY_SUBSTRING_SEARCH_FUZZY: '1', STORY: 'x', VICTORY: 'x' },
    { NODE_REPL_HISTORY: 'x', NOTIFY_SOCKET: '/run/x', history: 'x' },
  ])('names of other programs are not refused: %j', (env) => {
    expect(configOf(env).problems).toEqual([]);
  });

  test.each([
    'APIFONICA_AUTH_TOKEN: a-test-token',
    'APIFONICA_AUTH_TOKEN a-test-token',
    'APIFONICA_AUTH_TOKEN',
    'APIFONICA_AUTH_TOKEN="a-test-token',
    'APIFONICA_AUTH_TOKEN="a-test"-token',
    'APIFONICA_AUTH_TOKEN=a#test',
    'APIFONICA_AUTH_TOKEN=#test',
    'export APIFONICA_AUTH_TOKEN a-test-token',
    'APIFONICA_AUTH_TOKN: a-test-token',
    'set APIFONICA_AUTH_TOKEN=a-test-token',
    'setenv APIFONICA_AUTH_TOKEN a-test-token',
    'ENV APIFONICA_AUTH_TOKEN=a-test-token',
    'Environment=APIFONICA_AUTH_TOKEN=a-test-token',
    '$env:APIFONICA_AUTH_TOKEN="a-test-token"',
    '- APIFONICA_AUTH_TOKEN=a-test-token',
    '"APIFONICA_AUTH_TOKEN"="a-test-token"',
    '{"APIFONICA_AUTH_TOKEN": "a-test-token"}',
    '\u200bAPIFONICA_AUTH_TOKEN=a-test-token',
  ])('a line of .env that is unclear is refused: %s', (line) => {
    const { problems } = configOf({}, { '/.env': `# ours\n${line}\n` }, ['/']);
    expect(problems).toEqual([
      expect.stringMatching(/^Line 2 of \/\.env is unclear: write APIFON/),
    ]);
    // The token is a-test-token.
    expect(problems.join()).not.toContain('test');
  });
});

test('O9 a secret in .env may have a = in it', () => {
  const text = 'APIFONICA_ACCOUNT_SID=acc-test\nAPIFONICA_AUTH_TOKEN=YWJj=ZGVm==\n';
  const { config, problems } = configOf({}, { '/.env': text }, ['/']);
  expect(problems).toEqual([]);
  expect(config?.accounts?.[0]?.authToken).toBe('YWJj=ZGVm==');
});

describe('O12 a .env that cannot be read is one line', () => {
  const failing = (code: string) => () => {
    throw Object.assign(new Error('Refused'), { code });
  };
  test.each([
    ['EISDIR', /^\/\.env is a folder/],
    ['EACCES', /^\/\.env cannot be read \(EACCES\)/],
    ['EIO', /^\/\.env cannot be read \(EIO\)/],
  ])('%s', (code, line) => {
    const settings = readSettings({ PORT: 'x' }, { folders: ['/'], readFile: failing(code) });
    const { problems } = readConfig(settings, { scenarioNames: [] });
    expect(problems).toEqual([expect.stringMatching(line), expect.stringMatching(/^PORT /)]);
  });

  test('UTF-16 is refused by name, a byte-order mark of UTF-8 dropped', () => {
    const text = '\ufeffPORT=4711\r\nHOST=::1\r\n';
    const utf16 = Buffer.from(text, 'utf16le');
    for (const bytes of [utf16, Buffer.from(utf16).swap16(), utf16.subarray(2)]) {
      expect(configOf({}, { '/.env': bytes }, ['/']).problems).toEqual([
        expect.stringMatching(/^\/\.env is UTF-16/),
      ]);
    }
    expect(configOf({}, { '/.env': text }, ['/']).config).toMatchObject({
      port: 4711,
      host: '::1',
    });
  });
});

describe('O21 a secret is what its file says, or is refused at the start', () => {
  const passwordOf = (content: string | Uint8Array) =>
    configOf({ DASHBOARD_PASSWORD_FILE: '/secret' }, { '/secret': content });

  test.each(['correct horse', 'correct horse\n', 'correct horse\r\n', '\ufeffcorrect horse\n\n'])(
    '%j is the same as typed',
    (content) => {
      expect(passwordOf(content).config?.signIn).toEqual({ password: 'correct horse' });
    },
  );

  test.each<[string | Uint8Array, string]>([
    ['correct\u200bhorse\n', 'has an invisible character in it'],
    [' correct horse\n', 'begins or ends with a space'],
    ['correct horse \n', 'begins or ends with a space'],
    ['correct horse\u00a0', 'begins or ends with a space'],
    ['correct\nhorse', 'has more than one line'],
    ['\ncorrect horse', 'has more than one line'],
    ['correct\u2028horse', 'has more than one line'],
    ['correct\thorse', 'has a control character'],
    ['correct\u0085horse', 'has a control character'],
    ['correct horse\x1b', 'has a control character'],
    ['', 'is empty'],
    ['\n', 'is empty'],
    [Buffer.from('\ufeffcorrect horse', 'utf16le'), 'is UTF-16'],
    [Buffer.from('correct horse', 'utf16le'), 'is UTF-16'],
    [Buffer.from('corr\u00e9ct horse', 'latin1'), 'is not UTF-8'],
  ])('%j', (content, fault) => {
    const { problems } = passwordOf(content);
    expect(problems).toEqual([expect.stringContaining(fault)]);
    expect(problems[0]).toMatch(/^DASHBOARD_PASSWORD_FILE names a file that .*: \/secret\.$/);
  });

  test('the same rules hold for each secret in a variable', () => {
    for (const name of ['APIFONICA_AUTH_TOKEN', 'DASHBOARD_PASSWORD', 'METRICS_TOKEN']) {
      const { problems } = configOf({ [name]: ' a-test-token-with-spaces' });
      expect(problems).toContainEqual(`${name} begins or ends with a space.`);
    }
  });
});

describe('O18 every secret may be in a file', () => {
  const hash =
    'scrypt$32768$8$3$uT0d4QxoNAL1WTfJk0Bgow$pBJj93_pCAWwRZcvDitGQcfuzga0_5zPyidFW3vjNkg';
  const files = { '/hash': `${hash}\n`, '/metrics': 'a-token-for-metrics\n' };

  test('the hash of the password, and the token of the metrics', () => {
    const env = { DASHBOARD_PASSWORD_HASH_FILE: '/hash', METRICS_TOKEN_FILE: '/metrics' };
    expect(configOf(env, files).config).toMatchObject({
      signIn: { hash },
      metricsToken: 'a-token-for-metrics',
    });
  });

  test.each(['x', 'fifteen-letters', 'sixteen letters ok', 'sixteen-lettérs-ok'])(
    'a metrics token that can be guessed or cannot be sent is refused: %j',
    (token) => {
      expect(configOf({ METRICS_TOKEN: token }).problems).toEqual([
        expect.stringMatching(/^METRICS_TOKEN /),
      ]);
    },
  );
});

describe('O11 proxies and HOST are read in every spelling', () => {
  test.each([
    '10.0.0.1',
    '10.0.0.0/8',
    '2001:DB8:0::1',
    '2001:db8::/32, 127.0.0.1',
    '::ffff:10.0.0.0/104',
    '[::1]',
    'fe80::1%eth0',
  ])('proxies may be %s', (proxies) => {
    expect(configOf({ TRUSTED_PROXIES: proxies }).problems).toEqual([]);
  });

  test.each([
    '10.0.0.0/33',
    '10.1/8',
    '10.0.0.1/',
    '10.0.0.0/8/8',
    '010.0.0.1',
    '0x0a.0.0.1',
    '::/129',
    'proxy',
    '*',
    '0.0.0.0/0',
    '::/0',
    '::ffff:0.0.0.0/64',
  ])('proxies cannot be %s', (proxies) => {
    expect(configOf({ TRUSTED_PROXIES: proxies }).problems).toEqual([
      expect.stringMatching(/^TRUSTED_PROXIES /),
    ]);
  });

  test.each([
    '127.0.0.2',
    '127.255.255.254',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    'LOCALHOST',
    '::ffff:127.0.0.1',
  ])('HOST %s is loopback, which needs no password', (host) => {
    const { config } = configOf({ HOST: host });
    expect(config?.host).toBe(host.replace(/[[\]]/g, ''));
  });

  test.each([
    '10.0.0.1',
    '0.0.0.0',
    '::',
    '[::]',
    '128.0.0.1',
    '::127.0.0.1',
    'localhost.example',
    '127.example',
  ])('HOST %s is not loopback', (host) => {
    expect(configOf({ HOST: host }).config).toBeNull();
  });
});

describe('what several servers share', () => {
  const url = 'rediss://me:canary@store.example/2';

  test('without an address nothing is shared', () => {
    expect(configOf({}).config).toMatchObject({ shared: null, sharedGraceMs: 60_000 });
  });

  test.each([
    [{ SHARED_URL: url, SHARED_GRACE_S: '0' }, {}],
    [{ SHARED_URL_FILE: '/url', SHARED_GRACE_S: '0' }, { '/url': `${url}\n` }],
  ])('the address may be in a variable or in a file, and is secret: %j', (env, files) => {
    const { config, secretNames } = configOf(env, files);
    expect(config).toMatchObject({ shared: { password: 'canary', tls: true }, sharedGraceMs: 0 });
    expect([...secretNames]).toContain('SHARED_URL');
    const described = describeConfig(config!, { files: [] }, []);
    expect(described).toContain('store.example:6379, database 2, with TLS; nothing is read');
    expect(described).not.toContain('canary');
  });

  test.each([
    { SHARED_URL: 'http://me:canary@store.example' },
    { SHARED_URL: 'redis://me:canary@one.example,two.example' },
    { SHARED_URL: 'redis+sentinel://me:canary@one.example,two.example' },
    { SHARED_URL: 'redis://me:canary@store.example/zero' },
    { SHARED_URL: 'redis://canary@store.example' },
    { SHARED_URL: url, SHARED_URL_FILE: '/canary' },
    { SHARED_URL: url, SHARED_GRACE_S: 'a minute' },
  ])('a wrong address is refused in one line without the password: %j', (env) => {
    const { problems } = configOf(env);
    expect(problems).toEqual([expect.stringMatching(/^SHARED_/)]);
    // The path of the file may be named, the password not.
    expect(problems.join().replace('/canary', '')).not.toContain('canary');
  });

  test('a password without its colon is refused with the remedy', () => {
    const { problems } = configOf({ SHARED_URL: 'redis://canary@store.example' });
    expect(problems).toEqual([expect.stringContaining('redis://:password@host:6379')]);
  });
});

describe('W12 the outbound proxy and its certificates', () => {
  test('the proxy is read with all other settings, is secret, and refused with them', () => {
    const { config, secretNames } = configOf({ https_proxy: 'http://u:canary@proxy.example' });
    expect(config?.proxy).toMatchObject({ url: 'http://proxy.example' });
    expect([...secretNames]).toContain('https_proxy');
    const { problems } = configOf({ HTTPS_PROXY: 'socks5://u:canary@proxy.example', PORT: 'x' });
    expect(problems).toHaveLength(2);
    expect(problems.join()).toContain('HTTPS_PROXY must be an http or https proxy');
    expect(problems.join()).not.toContain('canary');
  });

  test('NODE_EXTRA_CA_CERTS is refused where Node does not read it', () => {
    const { problems } = configOf({}, { '/.env': 'NODE_EXTRA_CA_CERTS=/etc/ca.pem' }, ['/']);
    expect(problems).toEqual([expect.stringMatching(/^NODE_EXTRA_CA_CERTS is in \/\.env/)]);
  });

  test.each([
    ['a file that is missing', {}, ['cannot be read: /etc/ca.pem (ENOENT).']],
    ['a file of another kind', { '/etc/ca.pem': 'MIIB' }, ['not made of certificates']],
    ['a damaged one', { '/etc/ca.pem': `${root}${root.slice(0, 200)}` }, ['not made of']],
    ['a certificate', { '/etc/ca.pem': root }, []],
  ])('NODE_EXTRA_CA_CERTS with %s', (_, files, expected) => {
    const { problems } = configOf({ NODE_EXTRA_CA_CERTS: '/etc/ca.pem' }, files);
    expect(problems).toEqual(expected.map((words) => expect.stringContaining(words)));
  });

  test('every variable that may hold the password of a proxy is secret, chosen or not', () => {
    const proxy = 'http://u:canary@proxy.example';
    const { secretNames } = configOf({ https_proxy: proxy, HTTPS_PROXY: proxy });
    expect([...secretNames]).toEqual(
      expect.arrayContaining(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']),
    );
  });
});
