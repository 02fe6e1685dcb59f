import { startTestRedis } from './test-redis.ts';

/** More than there are apps and servers in a run of all tests. */
const databases = 10_000;

let used = 0;

/**
 * For runs of the tests with `TEST_SHARED=true`, in which all servers of the tests keep in a store
 * what they share: starts one redis-server for the run.
 * @returns the function that stops the redis-server; undefined in other runs.
 */
export async function startCommonRedis(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_SHARED !== 'true') return undefined;
  const redis = await startTestRedis(['--databases', String(databases)]);
  process.env.TEST_SHARED_URL = redis.url;
  return redis.stop;
}

/**
 * The address of a database of its own in the redis-server of the run, so that tests share nothing.
 * @param worker the number of the worker that runs the test.
 * @returns undefined in runs without `TEST_SHARED=true`.
 */
export function ownDatabase(worker: number): string | undefined {
  const url = process.env.TEST_SHARED_URL;
  if (url === undefined) return undefined;
  used += 1;
  return `${url}/${(worker * 500 + used) % databases}`;
}
