import { saveFile } from '../ui/save-file.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/export.ts';
import workerUrl from './export.worker.ts?worker&url';
import type { ExportJob, ExportNews, FileFormat } from './export-job.ts';
import type { PackedTable } from './export-table.ts';

/**
 * The folder that the page is served in: `/`, or one below it where the dashboard shares its origin
 * with other programs. One build serves below any path, so only the address tells.
 */
const basePath = (): string => new URL('.', location.href).pathname;

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** Only an asset of our own may run. */
function checked(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  const isAsset = ['assets/', 'src/'].some((folder) => pathname.startsWith(basePath() + folder));
  if (origin === location.origin && isAsset) return url;
  throw new TypeError('Only a script of this page can be started.');
}

// Not in TypeScript's DOM library yet; browsers without it take the string.
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('rented-numbers', { createScriptURL: checked });

/** The address of a worker as the content security policy wants it: made by our one named policy. */
export const ownScriptUrl = (url: string): string =>
  (policy ?? { createScriptURL: checked }).createScriptURL(url);

/** The rows written so far. */
export interface Written {
  rows: number;
  of: number;
}

interface Build {
  format: ExportJob['format'];
  /** Packs the rows for the worker while the worker starts. */
  pack: () => PackedTable | Promise<PackedTable>;
  /** Called with the rows written; Excel files report none before their end. */
  onProgress?: (written: Written) => void;
  signal: AbortSignal;
}

/**
 * Builds a file in a worker, so that the page stays smooth however many rows there are.
 *
 * @returns the file, and how many rows are in it.
 * @throws the signal's reason when it was aborted; an Error when the file could not be made.
 */
export async function buildFile({ format, pack, onProgress, signal }: Build) {
  signal.throwIfAborted();
  const worker = new Worker(ownScriptUrl(workerUrl), { type: 'module' });
  const failure = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onerror = ({ message }) =>
      reject(new Error(message || 'The export could not be started.'));
  });
  try {
    const table = await Promise.race([pack(), failure]);
    const file = new Promise<Blob>((resolve, reject) => {
      worker.onmessage = ({ data: news }: MessageEvent<ExportNews>) => {
        if (news.event === 'progress') onProgress?.({ rows: news.done, of: table.count });
        else if (news.event === 'done') resolve(news.file);
        else reject(new Error(news.reason));
      };
    });
    // The codes are copies made for this job: the worker can own them.
    const codes = table.columns.flatMap((column) => column.codes?.buffer ?? []);
    worker.postMessage({ format, table } satisfies ExportJob, codes);
    return { file: await Promise.race([file, failure]), count: table.count };
  } finally {
    worker.terminate();
  }
}

/** Builds the file of a table, starts its download and says so. */
export async function saveTable(table: PackedTable, format: FileFormat, name: string) {
  try {
    const { signal } = new AbortController();
    const { file } = await buildFile({ format, pack: () => table, signal });
    saveFile(file, name);
    showToast({ text: words.exported });
  } catch {
    showToast({ text: words.failed });
  }
}
