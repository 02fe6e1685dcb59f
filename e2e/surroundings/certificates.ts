import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  key: string;
  cert: string;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A certificate authority for tests, made by the machine's OpenSSL. */
export function createAuthority(openssl: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rented-numbers-ca-'));
  const file = join(folder, 'authority.pem');
  const key = join(folder, 'authority.key');
  const run = (...parts: string[]) =>
    execFileSync(openssl, parts, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const subject = ['-subj', '/CN=Rented Numbers test authority'];
  run('req', '-x509', ...newKey, '-keyout', key, '-out', file, '-days', '2', ...subject);

  return {
    /** The file with the authority's own certificate. */
    file,
    /**
     * A certificate for a name, valid for a number of days from now; with -1 it expired yesterday.
     */
    issue(name: string, days = 2): Certificate {
      const at = (extension: string) => join(folder, `${name}.${days}.${extension}`);
      const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
      run('req', ...newKey, '-keyout', at('key'), '-out', at('csr'), ...names);
      run(
        ...['x509', '-req', '-in', at('csr'), '-out', at('pem'), '-copy_extensions', 'copy'],
        ...['-CA', file, '-CAkey', key, '-days', String(days)],
      );
      return { key: readFileSync(at('key'), 'utf8'), cert: readFileSync(at('pem'), 'utf8') };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export type Authority = ReturnType<typeof createAuthority>;
