import type { AccountSetting } from './accounts/account.ts';
import { readAccounts } from './accounts/read-accounts.ts';
import { checkCertificates, checkNames } from './check-environment.ts';
import { createEnvironment, type Environment } from './environment.ts';
import { isLoopback } from './guard/address.ts';
import { type OidcSettings, readOidc } from './guard/oidc/oidc-settings.ts';
import { checkExposure, type Reach, readReach } from './guard/reach-settings.ts';
import { readSignIn, type SignIn } from './guard/sign-in-settings.ts';
import { type HistorySettings, readHistory } from './history/history-settings.ts';
import { type OutboundProxy, readProxy } from './read-proxy.ts';
import type { Settings } from './settings.ts';
import { readShared, type StoreAddress } from './shared/store-address.ts';
import type { ReadFile } from './text-file.ts';
import { readSealKeys, type SealKeys } from './upstream/seal.ts';

export interface Config extends Reach {
  /** 0 takes any free port. */
  port: number;
  signIn: SignIn;
  /** The company's identity provider; null without one. */
  oidc: OidcSettings | null;
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
  /** The store that several replicas share; null for a single process. */
  shared: StoreAddress | null;
  /** How long a session that this replica saw alive is read while the store is away. */
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

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const vendorUrl = 'https://api.apifonica.com';

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
  const reach = readReach(env);
  const accounts = readAccounts(env, concurrency);
  const days = env.integer('SANDBOX_DAYS', 0, 0, 400);
  const config: Config = {
    ...reach,
    port: env.integer('PORT', 3000, 0, 65_535),
    signIn: readSignIn(env),
    oidc: readOidc(env, reach.publicOrigin),
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
  const { signIn, oidc } = config;
  const hasSignIn = signIn !== null || oidc !== null || env.text('OIDC_ISSUER') !== undefined;
  checkExposure(env, reach, hasSignIn);
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
