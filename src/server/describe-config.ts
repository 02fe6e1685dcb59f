import type { AccountSetting } from './accounts/account.ts';
import type { Config } from './config.ts';
import type { Settings } from './settings.ts';
import { describeStore } from './shared/store-address.ts';

function describeSignIn({ signIn, oidc }: Config): string {
  const ways = [
    ...(oidc === null ? [] : [`by ${oidc.issuer.href}, client ${oidc.clientId}`]),
    ...(signIn === null
      ? []
      : ['hash' in signIn ? 'by password, of which the hash is set' : 'by password']),
  ];
  return ways.length === 0 ? 'none: everybody on this machine sees the numbers' : ways.join('; ');
}

/** The roles of company sign-in; nothing without it. */
function describeRoles({ oidc }: Config): Record<string, string> {
  if (oidc === null) return {};
  const rules = oidc.roles.map(({ role, group }) => `${role} for ${group}`);
  return { roles: `${rules.join(', ')}; by the claim ${oidc.groupsClaim}` };
}

function describeWayOut({ apiUrl, proxy, accounts }: Config): string {
  if (proxy === null || accounts === null || apiUrl.protocol !== 'https:') return 'no proxy';
  return `through ${proxy.url}${proxy.except === '' ? '' : `, but for ${proxy.except}`}`;
}

function describeShared({ shared, sharedGraceMs }: Config): string {
  if (shared === null) return 'none: one process';
  const grace =
    sharedGraceMs === 0
      ? 'nothing is read without it'
      : `sessions are read for ${sharedGraceMs / 1000} s without it`;
  return `${describeStore(shared)}; ${grace}`;
}

function describeHistory({ history }: Config): string {
  if (history === null) return 'none kept';
  const { folder, schedule, timeZone, keepDays, maxBytes } = history;
  const times = schedule === null ? 'on request only' : `${schedule} in ${timeZone}`;
  const most = maxBytes === 0 ? '' : `, at most ${maxBytes} bytes an account`;
  return `${folder ?? 'in a temporary folder'}; ${times}; kept ${keepDays} days${most}`;
}

/** Path and query of the receiver may hold a secret. */
const describeNotices = ({ history }: Config): string =>
  history?.notify ? `to ${history.notify.url.origin}, signed` : 'none';

const list = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join(', '));

const several = (count: number) => `${count} accounts`;

/** The source of the numbers, in the words of the line that the server prints as it starts. */
export function describeSource({ accounts, apiUrl, sandbox }: Config): string {
  if (accounts !== null) {
    const which = accounts.length > 1 ? ` (${several(accounts.length)})` : '';
    return `live data of ${apiUrl.href.replace(/\/$/, '')}${which}`;
  }
  const which = sandbox.accounts > 1 ? `${several(sandbox.accounts)}, the first with ` : '';
  const scenario = sandbox.scenario ? `, scenario ${sandbox.scenario}` : '';
  const days = sandbox.days > 0 ? `, ${sandbox.days} days ago` : '';
  return `sandbox data (${which}${sandbox.numbers} invented numbers${days}${scenario})`;
}

const groups = (names: readonly string[]) => (names.length === 0 ? 'nobody' : names.join(', '));

function describeAccount({ account, tokenFile }: AccountSetting): string {
  const parts = [
    account.name,
    account.accountSid,
    `${account.concurrency} requests at once`,
    ...(tokenFile === null ? [] : [`token of ${tokenFile}`]),
    ...(account.groups === null
      ? []
      : [
          `viewers: ${groups(account.groups.viewer)}`,
          `operators: ${groups(account.groups.operator)}`,
        ]),
  ];
  return `account ${account.id}: ${parts.join('; ')}\n`;
}

/** A description of what a configuration starts, line by line and without secrets. */
export function describeConfig(
  config: Config,
  { files }: Pick<Settings, 'files'>,
  secretFiles: readonly string[],
): string {
  const { accounts, accountsFile, host } = config;
  const lines: Record<string, string> = {
    source:
      accountsFile === null && accounts !== null
        ? `${describeSource(config)}, account ${list(accounts.map(({ account }) => account.accountSid))}`
        : describeSource(config),
    ...(accountsFile !== null && { accounts: `${accounts?.length} of ${accountsFile}` }),
    address: `http://${host.includes(':') ? `[${host}]` : host}:${config.port === 0 ? '(any free port)' : config.port}`,
    'sign-in': describeSignIn(config),
    ...describeRoles(config),
    'public address': config.publicOrigin?.href ?? 'none',
    'trusted proxies': list(config.trustedProxies),
    'SIP tokens': config.allowTokenReveal ? 'shown on request' : 'never shown',
    metrics: config.metricsToken
      ? 'for this machine, and for others with the token'
      : 'for this machine only',
    'way out': describeWayOut(config),
    'shared store': describeShared(config),
    history: describeHistory(config),
    notices: describeNotices(config),
    'seal keys': config.sealKeys ? `${config.sealKeys.length}` : 'derived from the token',
    requests: `${config.concurrency} to Apifonica at once, ${config.timeoutMs} ms for an attempt, ${config.deadlineMs} ms for a call`,
    'log level': config.logLevel,
    '.env read': list(files),
    'secrets read': list(secretFiles),
  };
  const described = Object.entries(lines).map(([name, text]) => `${name.padEnd(16)}${text}\n`);
  const ofFile = accountsFile === null ? [] : (accounts ?? []);
  return [...described, ...ofFile.map(describeAccount)].join('');
}
