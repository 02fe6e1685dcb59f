import type { Config, SignIn } from './config.ts';
import type { Settings } from './settings.ts';
import { describeEngine } from './shared/engine-address.ts';

function describeSignIn(signIn: SignIn): string {
  if (signIn === null) return 'none: everybody on this machine sees the numbers';
  return 'hash' in signIn ? 'by password, of which the hash is set' : 'by password';
}

function describeWayOut({ apiUrl, proxy, credentials }: Config): string {
  if (proxy === null || credentials === null || apiUrl.protocol !== 'https:') return 'no proxy';
  return `through ${proxy.url}${proxy.except === '' ? '' : `, but for ${proxy.except}`}`;
}

const list = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join(', '));

/** A description of what a configuration starts, line by line and without secrets. */
export function describeConfig(
  config: Config,
  { files }: Pick<Settings, 'files'>,
  secretFiles: readonly string[],
): string {
  const { credentials, sandbox, host } = config;
  const lines: Record<string, string> = {
    source: credentials
      ? `live data of ${config.apiUrl.href.replace(/\/$/, '')}, account ${credentials.accountSid}`
      : `sandbox data, ${sandbox.numbers} invented numbers${sandbox.scenario ? `, scenario ${sandbox.scenario}` : ''}`,
    address: `http://${host.includes(':') ? `[${host}]` : host}:${config.port === 0 ? '(any free port)' : config.port}`,
    'sign-in': describeSignIn(config.signIn),
    'public address': config.publicOrigin?.href ?? 'none',
    'trusted proxies': list(config.trustedProxies),
    'SIP tokens': config.allowTokenReveal ? 'shown on request' : 'never shown',
    metrics: config.metricsToken
      ? 'for this machine, and for others with the token'
      : 'for this machine only',
    'way out': describeWayOut(config),
    'shared store': config.shared ? describeEngine(config.shared) : 'none: one process',
    requests: `${config.concurrency} to Apifonica at once, ${config.timeoutMs} ms for an attempt, ${config.deadlineMs} ms for a call`,
    'log level': config.logLevel,
    '.env read': list(files),
    'secrets read': list(secretFiles),
  };
  return Object.entries(lines)
    .map(([name, text]) => `${name.padEnd(16)}${text}\n`)
    .join('');
}
