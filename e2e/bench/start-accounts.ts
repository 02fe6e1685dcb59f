import { readFile } from 'node:fs/promises';
import { type Server, startServer } from '../server.ts';
import { startAccountList } from '../team/account-list.ts';
import type { Outcome } from './outcome.ts';
import { median, round } from './statistics.ts';

const mostMs = 2000;
/** What the hundred accounts may take over one; the measure itself differs by as much. */
const mostMb = 4;
const rounds = 7;
const count = 100;

/** The memory that a process takes now, in MB. */
async function memoryMb({ process: child }: Server): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1000;
}

interface Measured {
  ms: number;
  mb: number;
}

type Accounts = Awaited<ReturnType<typeof startAccountList>>;

/** Starts a server with these accounts, and ends the server. */
async function start(accounts: Accounts): Promise<Measured> {
  const started = performance.now();
  const server = await startServer({ ...accounts.env, LOG_LEVEL: 'warn' });
  const ms = performance.now() - started;
  const mb = await memoryMb(server);
  const ended = new Promise((resolve) => server.process.once('exit', resolve));
  server.process.kill('SIGKILL');
  await ended;
  return { ms, mb };
}

/**
 * The time from the start of a server to its first line, and its memory then: with a hundred accounts
 * and, in turns, with one.
 */
export async function benchStartAccounts(): Promise<Outcome> {
  const ids = Array.from({ length: count }, (_, at) => `team-${at}`);
  const lists = {
    one: await startAccountList({ one: 3 }),
    all: await startAccountList(Object.fromEntries(ids.map((id) => [id, 3]))),
  };
  const measured = { one: [] as Measured[], all: [] as Measured[] };
  for (let at = 0; at < rounds; at += 1) {
    for (const name of ['one', 'all'] as const) measured[name].push(await start(lists[name]));
  }
  const connections = lists.all.connections();
  for (const list of Object.values(lists)) await list.close();
  const of = (name: keyof typeof measured, what: keyof Measured) =>
    median(measured[name].map((one) => one[what]));
  const more = of('all', 'mb') - of('one', 'mb');
  const ms = of('all', 'ms');
  return {
    measured: `${round(ms)} ms (with one account ${round(of('one', 'ms'))} ms), ${round(more, 1)} MB more than with one, ${connections} connections`,
    reached: ms < mostMs && more <= mostMb && connections === 0,
    figures: { measured, connections },
  };
}
