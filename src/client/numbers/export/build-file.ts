import { ownScriptUrl } from '../../lib/own-script-url.ts';
import workerUrl from './export.worker.ts?worker&url';
import type { ExportJob, ExportNews } from './export-job.ts';

/**
 * Builds a file in a worker, so that the page stays smooth however many rows there are.
 *
 * @param onProgress told how many rows have been written, where the format lets that be known.
 * @throws the signal's reason when it was aborted; an Error when the file could not be made.
 */
export function buildFile(
  job: ExportJob,
  signal: AbortSignal,
  onProgress?: (done: number) => void,
): Promise<Blob> {
  signal.throwIfAborted();
  const worker = new Worker(ownScriptUrl(workerUrl), { type: 'module' });
  return new Promise<Blob>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data: news }: MessageEvent<ExportNews>) => {
      if (news.event === 'progress') onProgress?.(news.done);
      else if (news.event === 'done') resolve(news.file);
      else reject(new Error(news.reason));
    };
    worker.onerror = (event) =>
      reject(new Error(event.message || 'The export could not be started.'));
    // The codes are copies made for this job, so they are given away.
    const codes = job.table.columns.flatMap((column) => column.codes?.buffer ?? []);
    worker.postMessage(job, codes);
  }).finally(() => worker.terminate());
}
