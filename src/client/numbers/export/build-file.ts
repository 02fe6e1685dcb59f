import { ownScriptUrl } from '../../lib/own-script-url.ts';
import workerUrl from './export.worker.ts?worker&url';
import type { ExportJob, ExportResult } from './export-job.ts';

/**
 * Builds a file in a worker, so that the page stays smooth however many rows there are.
 *
 * @throws the signal's reason when it was aborted; an Error when the file could not be made.
 */
export function buildFile(job: ExportJob, signal: AbortSignal): Promise<Blob> {
  signal.throwIfAborted();
  const worker = new Worker(ownScriptUrl(workerUrl), { type: 'module' });
  return new Promise<Blob>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<ExportResult>) => {
      if (data.ok) resolve(data.file);
      else reject(new Error(data.reason));
    };
    worker.onerror = (event) =>
      reject(new Error(event.message || 'The export could not be started.'));
    // The codes are copies made for this job, so they are given away.
    const codes = job.table.columns.flatMap((column) => column.codes?.buffer ?? []);
    worker.postMessage(job, codes);
  }).finally(() => worker.terminate());
}
