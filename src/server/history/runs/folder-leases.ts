import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lease, Leases } from '../../shared/leases.ts';
import { isMissing, isTaken } from '../files/broken.ts';

const free = 'free';
/** A holder whose file says nothing that can be read counts as one of so many milliseconds. */
const usualMs = 60_000;

/** The newest lease of a name, as its file says. */
interface Standing {
  fence: number;
  text: string;
}

const msOf = (text: string) => Number(/ ms=(\d{1,9})$/.exec(text)?.[1] ?? usualMs);

/**
 * Leases as files of a folder that several processes share, also on several machines.
 *
 * Each lease of a name is a file of its own, `name.1`, `name.2` and so on, and the highest counts.
 * A file is made only where there is none, so that of several processes one gets the lease. The
 * holder writes its random id and a growing number into it. No clocks are compared: a lease is over
 * when its file says "free", or when the same process has seen it unchanged for the lease's time.
 * So a lease of a process that died ends, at its time after another process asked first.
 *
 * @param now milliseconds of a clock that never goes back.
 */
export function createFolderLeases(
  folder: string,
  now: () => number = () => performance.now(),
): Leases {
  /** What the newest lease of a name said, and since when it has said so. */
  const seen = new Map<string, Standing & { since: number }>();
  const fileOf = (name: string, fence: number) => join(folder, `${name}.${fence}`);

  async function fences(name: string): Promise<number[]> {
    const files = await readdir(folder).catch((error) => {
      if (isMissing(error)) return [];
      throw error;
    });
    return files
      .filter((file) => file.startsWith(`${name}.`))
      .map((file) => Number(file.slice(name.length + 1)))
      .filter((fence) => Number.isSafeInteger(fence) && fence > 0);
  }

  async function newest(name: string): Promise<Standing> {
    const fence = Math.max(0, ...(await fences(name)));
    if (fence === 0) return { fence, text: free };
    // A file that is gone by now belonged to a lease before the newest.
    const text = await readFile(fileOf(name, fence), 'utf8').catch(() => '');
    return { fence, text };
  }

  /** Whether the newest lease is over, as far as this process can tell. */
  function isOver(name: string, { fence, text }: Standing): boolean {
    if (text === free) return true;
    const before = seen.get(name);
    if (before?.fence === fence && before.text === text) return now() - before.since >= msOf(text);
    seen.set(name, { fence, text, since: now() });
    return false;
  }

  /** Makes the file of a lease, whole at once; false when there is one. */
  async function create(name: string, fence: number, text: string): Promise<boolean> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `draft-${randomUUID()}`);
    try {
      await writeFile(draft, text, { mode: 0o600 });
      await link(draft, fileOf(name, fence));
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  function leaseOf(name: string, fence: number, holder: string, firstMs: number): Lease {
    let beats = 0;
    let until = now() + firstMs;
    const isNewest = async () => Math.max(...(await fences(name))) === fence;
    return {
      fence,
      async renew(ms) {
        if (now() >= until || !(await isNewest())) return false;
        beats += 1;
        await writeFile(fileOf(name, fence), `${holder} ${beats} ms=${ms}`);
        until = now() + ms;
        return isNewest();
      },
      async release() {
        if (now() >= until || !(await isNewest())) return;
        until = Number.NEGATIVE_INFINITY;
        await writeFile(fileOf(name, fence), free);
      },
    };
  }

  return {
    isHeld: async (name) => !isOver(name, await newest(name)),

    async take(name, ms) {
      const last = await newest(name);
      if (!isOver(name, last)) return null;
      const fence = last.fence + 1;
      const holder = randomUUID();
      if (!(await create(name, fence, `${holder} 0 ms=${ms}`))) return null;
      const others = (await fences(name)).filter((other) => other !== fence);
      // Where this process was slow, others have had further leases meanwhile.
      const isLate = others.some((other) => other > fence);
      const past = isLate ? [fence] : others;
      for (const one of past) await rm(fileOf(name, one), { force: true });
      return isLate ? null : leaseOf(name, fence, holder, ms);
    },
  };
}
