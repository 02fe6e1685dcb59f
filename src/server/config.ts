import { readFileSync } from 'node:fs';

export interface Credentials {
  accountSid: string;
  authToken: string;
}

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** null: no credentials are set, so the embedded sandbox is served. */
  credentials: Credentials | null;
  apiUrl: URL;
  concurrency: number;
  timeoutMs: number;
  deadlineMs: number;
  sandbox: { numbers: number; latencyMs: number; seed: number; scenario: string | null };
  logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const loopbackHosts = ['127.0.0.1', 'localhost', '::1'];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

interface Surroundings {
  /** The names SANDBOX_SCENARIO may take. */
  scenarioNames: readonly string[];
  readFile?: (path: string) => string;
}

/**
 * Reads the environment once.
 *
 * @returns the configuration, or every problem found, one line each. No line holds a secret.
 */
export function readConfig(
  env: Environment,
  { scenarioNames, readFile = (path) => readFileSync(path, 'utf8') }: Surroundings,
): { config: Config; problems: [] } | { config: null; problems: string[] } {
  const problems: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;

  function integer(name: string, fallback: number, min: number, max: number): number {
    const value = text(name);
    if (value === undefined) return fallback;
    if (/^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max)
      return Number(value);
    problems.push(
      `${name} must be a whole number from ${min} to ${max}; got ${JSON.stringify(value)}.`,
    );
    return fallback;
  }

  function oneOf(name: string, fallback: string, allowed: readonly string[], why = ''): string {
    const value = text(name) ?? fallback;
    if (!allowed.includes(value)) {
      problems.push(
        `${name} must be one of ${allowed.join(', ')}; got ${JSON.stringify(value)}.${why}`,
      );
    }
    return value;
  }

  function authToken(): string | undefined {
    const path = text('APIFONICA_AUTH_TOKEN_FILE');
    const direct = text('APIFONICA_AUTH_TOKEN');
    if (path === undefined) return direct;
    if (direct !== undefined) {
      problems.push('APIFONICA_AUTH_TOKEN and APIFONICA_AUTH_TOKEN_FILE are both set; keep one.');
    }
    try {
      const content = readFile(path).trim();
      if (content !== '') return content;
      problems.push(`APIFONICA_AUTH_TOKEN_FILE names an empty file: ${path}.`);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
      problems.push(`APIFONICA_AUTH_TOKEN_FILE names a file that cannot be read: ${path}${code}.`);
    }
    return undefined;
  }

  function credentials(): Credentials | null {
    const before = problems.length;
    const sid = text('APIFONICA_ACCOUNT_SID');
    const token = authToken();
    if (problems.length > before) return null;
    if (sid === undefined && token === undefined) return null;
    if (token === undefined) {
      problems.push(
        'APIFONICA_ACCOUNT_SID is set but no token: set APIFONICA_AUTH_TOKEN or APIFONICA_AUTH_TOKEN_FILE too, or unset it to use the sandbox.',
      );
      return null;
    }
    if (sid === undefined) {
      problems.push(
        'A token is set but no account: set APIFONICA_ACCOUNT_SID too, or unset the token to use the sandbox.',
      );
      return null;
    }
    // RFC 7617: a colon would end the user name; other characters have no place in an identifier.
    if (!/^[\w-]{1,64}$/.test(sid)) {
      problems.push('APIFONICA_ACCOUNT_SID must be letters, digits, dashes and underscores only.');
      return null;
    }
    return { accountSid: sid, authToken: token };
  }

  function apiUrl(): URL {
    const fallback = 'https://api.apifonica.com';
    const value = text('APIFONICA_API_URL') ?? fallback;
    if (!URL.canParse(value)) {
      problems.push('APIFONICA_API_URL is not a URL; it looks like https://api.apifonica.com.');
      return new URL(fallback);
    }
    const url = new URL(value);
    const isLoopback = loopbackHosts.includes(url.hostname.replace(/[[\]]/g, ''));
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
      problems.push('APIFONICA_API_URL must be https, so that the credentials travel encrypted.');
    }
    if (url.username || url.password || url.search || url.hash) {
      problems.push(
        'APIFONICA_API_URL must be an address only: no user, password, query or fragment.',
      );
    }
    return url;
  }

  const config: Config = {
    host: oneOf(
      'HOST',
      '127.0.0.1',
      loopbackHosts,
      ' There is no sign-in yet, so the dashboard serves this machine only.',
    ),
    port: integer('PORT', 3000, 0, 65_535),
    credentials: credentials(),
    apiUrl: apiUrl(),
    concurrency: integer('UPSTREAM_CONCURRENCY', 4, 1, 64),
    timeoutMs: integer('UPSTREAM_TIMEOUT_MS', 8000, 1, 600_000),
    deadlineMs: integer('UPSTREAM_DEADLINE_MS', 20_000, 1, 600_000),
    sandbox: {
      numbers: integer('SANDBOX_NUMBERS', 5310, 0, 200_000),
      latencyMs: integer('SANDBOX_LATENCY_MS', 80, 0, 60_000),
      seed: integer('SANDBOX_SEED', 1, 0, 2_147_483_647),
      scenario: text('SANDBOX_SCENARIO') ? oneOf('SANDBOX_SCENARIO', '', scenarioNames) : null,
    },
    logLevel: oneOf('LOG_LEVEL', 'info', logLevels),
  };
  return problems.length > 0 ? { config: null, problems } : { config, problems: [] };
}
