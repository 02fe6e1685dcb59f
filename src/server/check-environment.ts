import { X509Certificate } from 'node:crypto';
import { closest, distance } from 'fastest-levenshtein';
import type { Environment } from './environment.ts';
import type { Settings } from './settings.ts';
import { type ReadFile, readSmallFile } from './text-file.ts';

/**
 * Beginnings of our own names; no other program's variables should begin so, but for those of shells
 * and their plug-ins.
 */
const ownBeginning =
  /^(APIFONICA_|DASHBOARD_|OIDC_|SANDBOX_|UPSTREAM_|SHARED_(GRACE|UR[IL])|NOTIFY_WEBHOOK(_|$)|HISTORY_(?!IGNORE$|BASE$|START_|SUBSTRING_))/;

/** Shorter names are not compared: other programs have similar ones. */
const shortestName = 12;

/** HISTORY is as short as HISTSIZE, HISTFILE and HISTCMD of shells, which are further from it. */
const isNearHistory = (name: string) => name.startsWith('H') && distance(name, 'HISTORY') <= 2;

/**
 * Kubernetes sets variables for its services in every container, and a service may be called
 * `dashboard`.
 */
const ofKubernetes = /^\w+_(SERVICE_(HOST|PORT(_\w+)?)|PORT_\d+_(TCP|UDP|SCTP)(_\w+)?)$/;
const isOfKubernetes = (name: string, value: string) =>
  ofKubernetes.test(name) || (name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(value));

/** Whether a name is probably a misspelling of one of ours. */
function seemsOurs(name: string, known: readonly string[]): boolean {
  const upper = name.toUpperCase();
  return (
    ownBeginning.test(upper) ||
    isNearHistory(name) ||
    known.some(
      (ours) => ours.length >= shortestName && distance(upper, ours) <= Math.floor(ours.length / 5),
    )
  );
}

/** Our name that a reader means, most likely: one of the family of HISTORY may mean the folder. */
function nearestOf(name: string, known: readonly string[]): string {
  const nearest = closest(name, known);
  return name.startsWith('HISTORY_') && distance(name, nearest) > 2 ? 'HISTORY' : nearest;
}

/** Names that are nearly ours, each with our nearest name. */
function strangeNames(
  variables: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): { name: string; nearest: string }[] {
  return Object.entries(variables)
    .filter(([name, value = '']) => !known.includes(name) && !isOfKubernetes(name, value))
    .filter(([name]) => seemsOurs(name, known))
    .map(([name]) => ({ name, nearest: nearestOf(name.toUpperCase(), known) }));
}

/**
 * Refuses variables and lines that look like a setting but are none: they would have no effect,
 * without a word.
 */
export function checkNames(env: Environment, { variables, fileOf, unclear }: Settings) {
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

const pem = /-----BEGIN ([A-Z\d ]*CERTIFICATE)-----[\s\S]*?(?:-----END \1-----|$)/g;

/** Whether a text has certificates, and no damaged one: Node would then take none. */
function hasCertificates(text: string): boolean {
  const certificates = text.match(pem) ?? [];
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
    return certificates.length > 0;
  } catch {
    return false;
  }
}

/** Node itself reads this variable, before anything of ours runs, and goes on without the file. */
export function checkCertificates(
  env: Environment,
  { fileOf }: Settings,
  readFile: ReadFile = readSmallFile,
) {
  const name = 'NODE_EXTRA_CA_CERTS';
  const path = env.text(name);
  const place = fileOf.get(name);
  if (place !== undefined) {
    env.refuse(
      `${name} is in ${place}, where Node does not look for it: set it in the environment that starts the dashboard.`,
    );
    return;
  }
  if (path === undefined) return;
  try {
    if (!hasCertificates(Buffer.from(readFile(path)).toString('latin1'))) {
      env.refuse(`${name} names a file that is not made of certificates in PEM form: ${path}.`);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unreadable';
    // A bundle of many authorities is larger than a file of settings.
    if (code !== 'EFBIG')
      env.refuse(`${name} names a file that cannot be read: ${path} (${code}).`);
  }
}
