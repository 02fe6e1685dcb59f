import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { listAt, momentOf } from './test-child-lists.ts';
import { changesOf, listOf, openTestHistory, temporaryFolder } from './test-history.ts';

const folder = 'node_modules/.cache/history-child';
const program = `${folder}/child.js`;

/** Node reads no TypeScript, so the process of the tests is built first, with its thread. */
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: {
        input: {
          child: 'src/server/history/store/test-writing-child.ts',
          'history-worker': 'src/server/history/tasks/worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  await writeFile(`${folder}/package.json`, '{ "type": "module" }');
});

interface Kept {
  seq: number;
  name: string;
  round: number;
}

/** A process that keeps lists, and what it said to have kept. */
function startWriter(path: string, name: string, options: { most?: number; shell?: string } = {}) {
  const { most = Number.POSITIVE_INFINITY, shell } = options;
  const args = [program, path, name, String(most)];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child: ChildProcess =
    shell === undefined
      ? spawn(process.execPath, args, { stdio: [...stdio] })
      : spawn('sh', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, ...args], {
          stdio: [...stdio],
        });
  onTestFinished(() => void child.kill('SIGKILL'));
  const kept: Kept[] = [];
  const failures: string[] = [];
  const ended = once(child, 'close');
  let hasBegun = () => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  if (child.stdout === null) throw new Error('The process has no output.');
  createInterface(child.stdout).on('line', (line) => {
    const [, seq, round] = /^kept (\d+) (\d+)$/.exec(line) ?? [];
    if (seq === undefined) failures.push(line);
    else kept.push({ seq: Number(seq), name, round: Number(round) });
    hasBegun();
  });
  return { child, kept, failures, begun, ended };
}

/** Every list that was said to be kept is there, once and whole, and no other list is torn. */
async function expectWhole(path: string, said: readonly Kept[]): Promise<number> {
  const history = (await openTestHistory(path)).account('acc-1');
  const snapshots = await history.snapshots();
  const seqs = snapshots.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, at) => seqs.length - at));
  expect(new Set(said.map(({ seq }) => seq)).size).toBe(said.length);
  const lists = new Map<number, unknown>();
  for (const { seq, asOf, total } of snapshots) {
    const round = Date.parse(asOf) - Date.parse(momentOf(0));
    const list = await listOf(history, seq);
    const name = /^\w+/.exec(list[0]?.name ?? '')?.[0] ?? '';
    const whole = listAt(name, round).sort((a, b) => (a.number_sid < b.number_sid ? -1 : 1));
    expect(list).toEqual(whole);
    expect(total).toBe(list.length);
    lists.set(seq, [name, round]);
  }
  for (const { seq, name, round } of said) expect(lists.get(seq)).toEqual([name, round]);
  const of = lists.values();
  expect(new Set([...of].map(String)).size).toBe(lists.size);
  if (seqs.length > 1) await changesOf(history, 1, seqs.length);
  return seqs.length;
}

test('fifty writers that are killed anywhere leave no list torn, doubled or lost', async () => {
  const path = await temporaryFolder();
  const said: Kept[] = [];
  for (let kill = 0; kill < 50; kill += 1) {
    const writer = startWriter(path, `w${kill}`);
    await Promise.race([writer.begun, writer.ended]);
    // Some milliseconds: a moment anywhere within the next commits.
    setTimeout(() => writer.child.kill('SIGKILL'), Math.random() * 60);
    await writer.ended;
    said.push(...writer.kept);
    expect(writer.failures).toEqual([]);
  }
  expect(said.length).toBeGreaterThanOrEqual(50);
  await expectWhole(path, said);
});

test('four writers at once leave no list torn, doubled or lost', async () => {
  const path = await temporaryFolder();
  const writers = ['one', 'two', 'three', 'four'].map((name) =>
    startWriter(path, name, { most: 25 }),
  );
  await Promise.all(writers.map(({ ended }) => ended));
  expect(writers.flatMap(({ failures }) => failures)).toEqual([]);
  const said = writers.flatMap(({ kept }) => kept);
  expect(said.length).toBeGreaterThanOrEqual(25);
  expect(await expectWhole(path, said)).toBe(said.length);
});

test('a writer without room keeps nothing, says why, and leaves the lists and no remains', async () => {
  const path = await temporaryFolder();
  const first = startWriter(path, 'first', { most: 3 });
  await first.ended;
  const before = await readdir(path, { recursive: true });

  // The system refuses longer files, as a full disk refuses more of them.
  const full = startWriter(path, 'full', { shell: "trap '' XFSZ; ulimit -f 1" });
  await full.ended;
  expect(full.kept).toEqual([]);
  expect(full.failures.join()).toMatch(
    /^failed No snapshot was kept: acc-1\/\S+ cannot be written, as the file would be larger/,
  );
  expect(await readdir(path, { recursive: true })).toEqual(before);
  expect(await expectWhole(path, first.kept)).toBe(3);

  const again = startWriter(path, 'again', { most: 1 });
  await again.ended;
  expect(await expectWhole(path, [...first.kept, ...again.kept])).toBe(4);
});
