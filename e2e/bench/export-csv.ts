import type { Page } from '@playwright/test';
import { exportChoices } from '../table.ts';
import type { Outcome } from './outcome.ts';
import { median, round, summary } from './statistics.ts';

const mostRatio = 1.5;
const mostFrameMs = 50;
const rounds = 5;

interface Exported {
  ms: number;
  file: Blob;
  frames: number[];
}

declare global {
  var exported: Promise<Exported>;
  var plainRows: { fields: string[]; rows: Record<string, string>[]; size: number } | undefined;
}

/** The time from the click on CSV to the finished file, and the length of each frame meanwhile. */
async function timeExport(page: Page) {
  await page.getByRole('button', { name: /^Export / }).click();
  await page.evaluate(() => {
    globalThis.exported = new Promise((resolve) => {
      const frames: number[] = [];
      let clickedAt = 0;
      let last: number | null = null;
      let isDone = false;
      const tick = () => {
        const now = performance.now();
        if (last !== null) frames.push(now - last);
        last = now;
        if (!isDone) requestAnimationFrame(tick);
      };
      const listen = ({ timeStamp }: Event) => {
        clickedAt = timeStamp;
        requestAnimationFrame(tick);
      };
      document.addEventListener('click', listen, { capture: true, once: true });
      const create = URL.createObjectURL;
      URL.createObjectURL = (file: Blob) => {
        const ms = performance.now() - clickedAt;
        URL.createObjectURL = create;
        // Some more frames, so that handing the file over is measured too.
        setTimeout(() => {
          isDone = true;
          resolve({ ms, file, frames });
        }, 200);
        return create(file);
      };
    });
  });
  const download = page.waitForEvent('download');
  await exportChoices(page).getByRole('button', { name: /^CSV/ }).click();
  const figures = await page.evaluate(async () => {
    const { ms, frames, file } = await globalThis.exported;
    return { ms, frames, bytes: file.size };
  });
  await (await download).cancel();
  return figures;
}

/** Keeps the exported rows as plain objects; their joined texts give the same bytes. */
const keepPlainRows = (page: Page) =>
  page.evaluate(async () => {
    const { file } = await globalThis.exported;
    const [head = '', ...lines] = (await file.text()).split('\r\n');
    const fields = head.split(',').map((field, at) => `${at} ${field}`);
    lines.pop();
    // Commas inside quotes shift the cells; the last field takes the rest.
    const rows = lines.map((line) => {
      const cells = line.split(',');
      const last = fields.length - 1;
      return Object.fromEntries(
        fields.map((field, at) => [
          field,
          at === last ? cells.slice(last).join(',') : (cells[at] ?? ''),
        ]),
      );
    });
    globalThis.plainRows = { fields, rows, size: file.size };
  });

/** The time of a plain join on the main thread, without quoting, guarding or pausing. */
const timePlainJoin = (page: Page) =>
  page.evaluate(() => {
    const { fields, rows, size } = globalThis.plainRows!;
    const started = performance.now();
    const lines = [fields.map((field) => field.replace(/^\d+ /, '')).join(',')];
    for (const row of rows) lines.push(fields.map((field) => row[field]).join(','));
    lines.push('');
    const file = new Blob([lines.join('\r\n')], { type: 'text/csv' });
    const ms = performance.now() - started;
    if (file.size !== size) throw new Error(`The join has ${file.size} bytes, not ${size}.`);
    return ms;
  });

/** The product's export, in its worker, against a plain join of the same bytes on the main thread. */
export async function benchExport(page: Page): Promise<Outcome> {
  const { bytes } = await timeExport(page);
  await keepPlainRows(page);
  await timePlainJoin(page);
  const times = { ours: [] as number[], plain: [] as number[] };
  const frames: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const exported = await timeExport(page);
    times.ours.push(exported.ms);
    frames.push(...exported.frames);
    times.plain.push(await timePlainJoin(page));
  }
  await page.evaluate(() => {
    globalThis.plainRows = undefined;
  });
  const ratio = median(times.ours) / median(times.plain);
  const longest = Math.max(...frames);
  return {
    measured: `${round(ratio, 2)} (${round(median(times.ours))} ms in a worker against ${round(median(times.plain))} ms on the main thread, ${round(bytes / 1e6, 1)} MB), longest frame ${round(longest)} ms`,
    reached: ratio <= mostRatio && longest <= mostFrameMs,
    figures: {
      ratio,
      ours: summary(times.ours),
      plain: summary(times.plain),
      frames: summary(frames),
      bytes,
    },
  };
}
