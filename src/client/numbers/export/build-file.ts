import { ownScriptUrl } from '../../lib/own-script-url.ts';
import workerUrl from './export.worker.ts?worker&url';
import type { ExportJob, ExportResult } from './export-job.ts';

/** Builds a file in a worker, so that the page stays smooth however many rows there are. */
export function buildFile(job: ExportJob): Promise<Blob> {
  const worker = new Worker(ownScriptUrl(workerUrl), { type: 'module' });
  return new Promise<Blob>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ExportResult>) => {
      if (data.ok) resolve(data.file);
      else reject(new Error(data.reason));
    };
    worker.onerror = (event) =>
      reject(new Error(event.message || 'The export could not be started.'));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
