import { ownScriptUrl } from '../lib/own-script-url.ts';
import workerUrl from './export.worker.ts?worker&url';
import type { ExportJob, ExportNews } from './export-job.ts';
import type { PackedTable } from './export-table.ts';

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
