import { isIP } from 'node:net';
import type { AccountSetting } from './accounts/account.ts';
import { readAccounts } from './accounts/read-accounts.ts';
import { checkCertificates } from './check-certificates.ts';
import { createEnvironment, type Environment } from './environment.ts';
import { isLoopback, readNetwork } from './guard/address.ts';
import { type OidcSettings, readOidc } from './guard/oidc/oidc-settings.ts';
import { isPasswordHash } from './guard/password.ts';
import { type HistorySettings, readHistory } from './history/history-settings.ts';
import { type OutboundProxy, readProxy } from './read-proxy.ts';
import { readSealKeys } from './seal-keys.ts';
import type { Settings } from './settings.ts';
import { type EngineAddress, readEngineAddress } from './shared/engine-address.ts';
import { seemsOurs, strangeNames } from './strange-names.ts';
import type { ReadFile } from './text-file.ts';
import type { SealKeys } from './upstream/seal.ts';

/** The password, given in the clear or hashed; null without one. */
export type SignIn = { password: string } | { hash: string } | null;

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  signIn: SignIn;
  /** The company's identity provider; null without one. */
  oidc: OidcSettings | null;
  /** The address that people use when a proxy stands in front; it may have a path. */
  publicOrigin: URL | null;
  /** The addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
  allowTokenReveal: boolean;
  metricsToken: string | null;
  /** null when no credentials are set; the embedded sandbox is then served. */
  accounts: readonly AccountSetting[] | null;
  /** The file of the accounts; null for a single account, or the sandbox. */
  accountsFile: string | null;
  /** The keys that seal cursors and checkpoints; null derives them from the tokens. */
  sealKeys: SealKeys | null;
  apiUrl: URL;
  /** The proxy on the way to the API; null without one. */
  proxy: OutboundProxy | null;
  /** The engine that several replicas share; null for a single process. */
  shared: EngineAddress | null;
  /** How long a session that this replica saw alive is read while the engine is away. */
  sharedGraceMs: number;
  /** The kept lists; null where none are kept. */
  history: HistorySettings | null;
  concurrency: number;
  timeoutMs: number;
  deadlineMs: number;
  sandbox: {
    accounts: number;
    numbers: number;
    latencyMs: number;
    seed: number;
    /** How many days lie behind the accounts; 0 leaves their lists as they are. */
    days: number;
    scenario: string | null;
  };
  logLevel: string;
}

/**
 * The first folders of our own paths. If a base path began with one, a proxy that removes the base
 * path would make the two look alike.
 */
const ownFolders = ['api', 'assets', 'flags', 'livez', 'metrics', 'readyz', 'sign-in'];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const vendorUrl = 'https://api.apifonica.com';

export const shortestPassword = 8;
/** Shorter tokens can be guessed. The password may be shorter, because its hash is costly. */
const shortestMetricsToken = 16;

function readApiUrl(env: Environment): URL {
  const url = env.url('APIFONICA_API_URL') ?? new URL(vendorUrl);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    env.refuse('APIFONICA_API_URL must be https, so that the credentials travel encrypted.');
  }
  if (/\/v2\/?$/.test(url.pathname)) {
    env.refuse('APIFONICA_API_URL must end before /v2, which the dashboard adds itself.');
  }
  return url;
}

function readSignIn(env: Environment): SignIn {
  const password = env.secret('DASHBOARD_PASSWORD');
  const hash = env.secret('DASHBOARD_PASSWORD_HASH');
  if (password !== undefined && hash !== undefined) {
    env.refuse(
      'DASHBOARD_PASSWORD and DASHBOARD_PASSWORD_HASH are both set; keep one, or its file.',
    );
  }
  if (password !== undefined && password.length < shortestPassword) {
    env.refuse(`DASHBOARD_PASSWORD must have at least ${shortestPassword} characters.`);
  }
  if (hash !== undefined && !isPasswordHash(hash)) {
    env.refuse('DASHBOARD_PASSWORD_HASH is not a hash that npm run hash-password made.');
  }
  if (hash !== undefined) return { hash };
  return password === undefined ? null : { password };
}

function readPublicOrigin(env: Environment): URL | null {
  const url = env.url('PUBLIC_ORIGIN');
  const path = url?.pathname.replace(/\/$/, '') ?? '';
  // A path with one spelling only, and without characters that the router interprets.
  if (!/^(\/[\w.~-]+)*$/.test(path)) {
    env.refuse(
      'PUBLIC_ORIGIN may end in a path of letters, digits, dots, dashes, underscores and tildes only, such as https://tools.example/numbers.',
    );
  }
  const [, folder = ''] = path.split('/');
  if (ownFolders.includes(folder)) {
    env.refuse(
      `PUBLIC_ORIGIN must not begin its path with /${folder}, which the dashboard needs for itself.`,
    );
  }
  return url ?? null;
}

function readProxies(env: Environment): string[] {
  const proxies = (env.text('TRUSTED_PROXIES') ?? '')
    .split(',')
    .flatMap((item) => item.trim() || []);
  for (const proxy of proxies) {
    const network = readNetwork(proxy);
    if (network === null) {
      env.refuse(
        `TRUSTED_PROXIES must be IP addresses, or ranges such as 10.0.0.0/8; got ${JSON.stringify(proxy)}.`,
      );
    } else if (network[1] === 0) {
      env.refuse(`TRUSTED_PROXIES has ${proxy}, which would let everybody say who they are.`);
    }
  }
  return proxies;
}

function readMetricsToken(env: Environment): string | null {
  const token = env.secret('METRICS_TOKEN');
  if (token === undefined) return null;
  if (token.length < shortestMetricsToken) {
    env.refuse(`METRICS_TOKEN must have at least ${shortestMetricsToken} characters.`);
  }
  // RFC 6750: the characters of a bearer token.
  if (!/^[\w.~+/-]+=*$/.test(token)) {
    env.refuse(
      'METRICS_TOKEN must be letters, digits and any of - . _ ~ + / only, as no other sign can be sent in a header.',
    );
  }
  return token;
}

function readShared(env: Environment): EngineAddress | null {
  const text = env.secret('SHARED_URL');
  if (text === undefined) return null;
  const address = readEngineAddress(text);
  // The address may hold a password, so it is not repeated.
  if (address === null) {
    env.refuse(
      'SHARED_URL is not an address of Redis or Valkey; it looks like redis://host:6379, rediss://user:password@host:6379 or redis+sentinel://host:26379,host:26379/master. A password without a user has a colon before it: redis://:password@host:6379.',
    );
  }
  return address;
}

/** The host to listen on: a name, or an address without the brackets of a URL. */
function readHost(env: Environment): string {
  const host = (env.text('HOST') ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  // A name has a letter: `0` and `127.1` are addresses to some programs only.
  const isName = /^(?=.*[a-z])[a-z\d]([\w.-]*[a-z\d])?$/i.test(host);
  if (isIP(host) === 0 && !isName) {
    env.refuse(
      `HOST must be an address or a name without its port, such as 127.0.0.1 or 0.0.0.0; got ${JSON.stringify(host)}.`,
    );
  }
  return host;
}

/**
 * Refuses variables and lines that look like a setting but are none: they would have no effect,
 * without a word.
 */
function checkNames(env: Environment, { variables, fileOf, unclear }: Settings) {
  const names = [...env.names];
  for (const { name, nearest } of strangeNames(variables, names)) {
    const file = fileOf.get(name);
    const place = file === undefined ? '' : ` in ${file}`;
    env.refuse(`${name}${place} is no setting of the dashboard; the nearest is ${nearest}.`);
  }
  for (const { words, line, file } of unclear) {
    const name = words.find((word) => names.includes(word) || seemsOurs(word, names));
    if (name === undefined) continue;
    env.refuse(
      `Line ${line} of ${file} is unclear: write ${name}=value, with the value in quotes if it has spaces, quotes or a # in it.`,
    );
  }
}

/** A dashboard that others can reach needs a sign-in, and a connection that keeps it secret. */
function checkExposure(env: Environment, { host, signIn, oidc, publicOrigin }: Config) {
  const hasSignIn = signIn !== null || oidc !== null || env.text('OIDC_ISSUER') !== undefined;
  const allowInsecureHttp = env.flag('ALLOW_INSECURE_HTTP');
  if (isLoopback(host)) {
    if (publicOrigin && !isLoopback(publicOrigin.hostname) && !hasSignIn) {
      env.refuse(
        'PUBLIC_ORIGIN says that a proxy lets others in: set DASHBOARD_PASSWORD, DASHBOARD_PASSWORD_FILE, DASHBOARD_PASSWORD_HASH or OIDC_ISSUER too.',
      );
    }
    const isClear = publicOrigin?.protocol === 'http:' && !isLoopback(publicOrigin.hostname);
    if (isClear && !allowInsecureHttp) {
      env.refuse(
        'PUBLIC_ORIGIN is http, which sends the password in the clear: use https, or set ALLOW_INSECURE_HTTP=true if that is meant.',
      );
    }
    return;
  }
  if (!hasSignIn) {
    env.refuse(
      `HOST ${host} can be reached from other machines: set DASHBOARD_PASSWORD, DASHBOARD_PASSWORD_FILE, DASHBOARD_PASSWORD_HASH or OIDC_ISSUER, or leave HOST at 127.0.0.1.`,
    );
  }
  if (publicOrigin?.protocol !== 'https:' && !allowInsecureHttp) {
    env.refuse(
      `HOST ${host} would send the password in the clear: set PUBLIC_ORIGIN to the https address of the proxy in front, or ALLOW_INSECURE_HTTP=true if that is meant.`,
    );
  }
}

/** The result of reading the environment. */
export type ReadConfig = {
  /** The files from which secrets were read. */
  secretFiles: readonly string[];
  /** The variables that hold a secret, set or not. */
  secretNames: ReadonlySet<string>;
} & ({ config: Config; problems: readonly [] } | { config: null; problems: readonly string[] });

interface Surroundings {
  /** The names SANDBOX_SCENARIO may take. */
  scenarioNames: readonly string[];
  readFile?: ReadFile;
}

/**
 * Reads the environment once.
 *
 * @returns the configuration, or every problem found, one line each. No line holds a secret.
 */
export function readConfig(
  settings: Settings,
  { scenarioNames, readFile }: Surroundings,
): ReadConfig {
  const env = createEnvironment(settings.variables, readFile);
  for (const problem of settings.problems) env.refuse(problem);
  const concurrency = env.integer('UPSTREAM_CONCURRENCY', 4, 1, 64);
  const publicOrigin = readPublicOrigin(env);
  const accounts = readAccounts(env, concurrency);
  const days = env.integer('SANDBOX_DAYS', 0, 0, 400);
  const config: Config = {
    host: readHost(env),
    port: env.integer('PORT', 3000, 0, 65_535),
    signIn: readSignIn(env),
    oidc: readOidc(env, publicOrigin),
    publicOrigin,
    trustedProxies: readProxies(env),
    allowTokenReveal: env.flag('ALLOW_TOKEN_REVEAL'),
    metricsToken: readMetricsToken(env),
    accounts,
    accountsFile: env.text('ACCOUNTS_FILE') ?? null,
    sealKeys: readSealKeys(env),
    apiUrl: readApiUrl(env),
    proxy: readProxy(env),
    shared: readShared(env),
    sharedGraceMs: 1000 * env.integer('SHARED_GRACE_S', 60, 0, 3600),
    history: readHistory(env, accounts === null && days > 0),
    concurrency,
    timeoutMs: env.integer('UPSTREAM_TIMEOUT_MS', 8000, 1, 600_000),
    deadlineMs: env.integer('UPSTREAM_DEADLINE_MS', 20_000, 1, 600_000),
    sandbox: {
      accounts: env.integer('SANDBOX_ACCOUNTS', 1, 1, 100),
      numbers: env.integer('SANDBOX_NUMBERS', 5310, 0, 200_000),
      latencyMs: env.integer('SANDBOX_LATENCY_MS', 80, 0, 60_000),
      seed: env.integer('SANDBOX_SEED', 1, 0, 2_147_483_647),
      days,
      scenario: env.text('SANDBOX_SCENARIO')
        ? env.oneOf('SANDBOX_SCENARIO', '', scenarioNames)
        : null,
    },
    logLevel: env.oneOf('LOG_LEVEL', 'info', logLevels),
  };
  checkExposure(env, config);
  checkNames(env, settings);
  checkCertificates(env, settings, readFile);
  if (config.allowTokenReveal && !['warn', 'info', 'debug', 'trace'].includes(config.logLevel)) {
    env.refuse(
      'ALLOW_TOKEN_REVEAL needs LOG_LEVEL warn or lower: who reads a token has to be logged.',
    );
  }
  const read = { secretFiles: env.files, secretNames: env.secretNames };
  return env.problems.length > 0
    ? { ...read, config: null, problems: env.problems }
    : { ...read, config, problems: [] };
}
