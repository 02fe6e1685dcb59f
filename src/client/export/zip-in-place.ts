import { type AsyncZippable, strToU8, type Zippable, zipSync } from 'fflate/browser';

export { strToU8, zipSync };

/**
 * Stands in for fflate's `zip`, which starts workers from `blob:` addresses that our content
 * security policy refuses. The export runs in a worker of its own already.
 */
export function zip(files: AsyncZippable, done: (error: null, archive: Uint8Array) => void): void {
  done(null, zipSync(files as Zippable));
}
