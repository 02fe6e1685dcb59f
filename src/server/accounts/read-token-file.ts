import { statSync } from 'node:fs';
import { readSmallFile } from '../read-small-file.ts';
import { readSecretFile } from '../text-file.ts';

/** The secret in a token file; null when it cannot be read now. */
export function readTokenFile(file: string): string | null {
  // A pipe gives its secret once, and waiting for another would stop the server.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  return readSecretFile(file, readSmallFile).text ?? null;
}
