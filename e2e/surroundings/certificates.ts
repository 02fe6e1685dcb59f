import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its key, as texts and as files. */
export interface Certificate {
  key: string;
  cert: string;
  files: {
    key: string;
    cert: string;
    /** Both in one file. */
    both: string;
  };
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
     * Issues a certificate for host names, valid for some days; -1 gives one that expired yesterday.
     */
    issue(names: readonly [string, ...string[]], days = 2): Certificate {
      const at = (extension: string) => join(folder, `${names[0]}.${days}.${extension}`);
      const alternatives = names.map((name) => `DNS:${name}`).join(',');
      const subject = ['-subj', `/CN=${names[0]}`, '-addext', `subjectAltName=${alternatives}`];
      run('req', ...newKey, '-keyout', at('key'), '-out', at('csr'), ...subject);
      run(
        ...['x509', '-req', '-in', at('csr'), '-out', at('pem'), '-copy_extensions', 'copy'],
        ...['-CA', file, '-CAkey', key, '-days', String(days)],
      );
      const files = { key: at('key'), cert: at('pem'), both: at('both.pem') };
      const texts = {
        key: readFileSync(files.key, 'utf8'),
        cert: readFileSync(files.cert, 'utf8'),
      };
      writeFileSync(files.both, texts.cert + texts.key);
      return { ...texts, files };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export type Authority = ReturnType<typeof createAuthority>;
