import { X509Certificate } from 'node:crypto';
import type { Environment } from './environment.ts';
import { readSmallFile } from './read-small-file.ts';
import type { Settings } from './settings.ts';
import type { ReadFile } from './text-file.ts';

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
