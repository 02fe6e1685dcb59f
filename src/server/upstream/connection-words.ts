import type { Leg } from './connections.ts';

/**
 * - `passing`: nobody answers, for example while a server starts; worth a retry soon.
 * - `lasting`: the failure stays until somebody acts.
 * - `distrust`: a server answers, but may not be the right one.
 */
type FailureKind = 'passing' | 'lasting' | 'distrust';

interface ConnectionWords {
  kind: FailureKind;
  what: string;
  remedy: string;
}

const sides: Record<Leg, { it: string; setting: string }> = {
  upstream: { it: 'Apifonica’s server', setting: 'APIFONICA_API_URL' },
  proxy: { it: 'the proxy', setting: 'HTTPS_PROXY' },
};

const checkNetwork = 'Check the network of the dashboard’s machine and its name service.';
const checkClock =
  'Nothing was sent. Check the clock of the dashboard’s machine; if that is right, the certificate has to be renewed.';

/** The first line whose pattern fits a code holds; the codes come from Node, OpenSSL and undici. */
const lines: [codes: RegExp, kind: FailureKind, what: string, remedy: string][] = [
  [
    /^ENOTFOUND$/,
    'lasting',
    'The name of {it} is not known',
    'Check {setting}, and the name service of the dashboard’s machine.',
  ],
  [/^EAI_/, 'passing', 'The name of {it} could not be looked up', checkNetwork],
  [
    /^ECONNREFUSED$/,
    'passing',
    'Connections to {it} are refused',
    'Check {setting}, or wait until it runs again.',
  ],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/,
    'passing',
    'The connection to {it} broke off',
    'If that lasts, check the network, and the proxy where there is one.',
  ],
  [
    /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    'passing',
    'No connection to {it} was made in time',
    'Check {setting} and the firewall. Where a proxy leads out, set HTTPS_PROXY.',
  ],
  [/^E(ADDRNOTAVAIL|HOST|NET)/, 'passing', 'No network leads to {it}', checkNetwork],
  [/^CERT_HAS_EXPIRED$/, 'distrust', 'The certificate of {it} has expired', checkClock],
  [/^CERT_NOT_YET_VALID$/, 'distrust', 'The certificate of {it} is not valid yet', checkClock],
  [
    /^(ERR_TLS_CERT_ALTNAME_\w+|HOSTNAME_MISMATCH)$/,
    'distrust',
    'The certificate of {it} is for another name',
    'Nothing was sent. Check {setting}: somebody else may be answering.',
  ],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)_\w+)$/,
    'distrust',
    'The certificate of {it} is of an authority that is not known here',
    'Nothing was sent. If the authority is your company’s, start the dashboard with NODE_EXTRA_CA_CERTS; if not, somebody else may be answering.',
  ],
  [
    /^((CERT|CRL|UNABLE_TO|ERROR_IN_C\w\w|PATH_LENGTH|INVALID_CA|INVALID_PURPOSE)(_|$)|UNSPECIFIED$)/,
    'distrust',
    'The certificate of {it} is not valid',
    'Nothing was sent. Somebody else may be answering.',
  ],
  [
    /^(EPROTO|ERR_SSL_\w+)$/,
    'lasting',
    'No encrypted connection to {it} could be agreed on',
    'Check the address and the port of {setting}.',
  ],
  [
    /^/,
    'lasting',
    'The connection to {it} failed before its answer was complete',
    'If that lasts, check the network, and the proxy where there is one.',
  ],
];

/** The meaning of a failed connection's code, and the remedy. */
export function connectionWords(code: string, leg: Leg): ConnectionWords {
  const { it, setting } = sides[leg];
  const fill = (text: string) => text.replace('{it}', it).replace('{setting}', setting);
  // The last pattern fits everything.
  const [, kind, what, remedy] = lines.find(([codes]) => codes.test(code))!;
  return { kind, what: fill(what), remedy: fill(remedy) };
}
