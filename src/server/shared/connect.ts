import type { Logger } from 'pino';
import { connectEngine, type Engine } from './engine.ts';
import type { EngineAddress } from './engine-address.ts';
import { createEngineGate } from './engine-gate.ts';
import { createEnginePages } from './engine-pages.ts';
import { createEngineSessions } from './engine-sessions.ts';
import { createEngineThrottle } from './engine-throttle.ts';
import { createEngineWalks } from './engine-walks.ts';
import { digestOf } from './keys.ts';
import { createEngineLeases } from './leases.ts';
import { createEngineMarks } from './marks.ts';
import { createReplicas, type Replicas } from './replicas.ts';
import type { Shared, SharedAccount } from './shared.ts';

/**
 * Why an engine may not be used, as one line that names the remedy; null for one that may.
 * @param info the engine's answer to `INFO`.
 */
function unfitnessOf(info: string): string | null {
  const [, policy = ''] = /^maxmemory_policy:(\S+)/m.exec(info) ?? [];
  if (policy.startsWith('allkeys-')) {
    // Such an engine forgets sessions and the count of wrong passwords when its memory is full.
    return `The shared store of SHARED_URL has maxmemory-policy ${policy}, which forgets sessions and pauses: set volatile-ttl or noeviction.`;
  }
  if (/^cluster_enabled:1/m.test(info)) {
    return 'The shared store of SHARED_URL is a part of a cluster, which answers for some keys only: name a single server of Redis or Valkey, or Sentinels.';
  }
  return null;
}

/** How long the start waits for the engine before requests are taken without it. */
const mostStartMs = 2000;

interface Surroundings {
  logger: Logger;
  /** How long a session that this replica saw alive is read without the engine. */
  graceMs: number;
  /** Called with one line when the engine may not be used, at the start, when it is first met, or on its return. */
  refuse: (problem: string) => void;
  /** Called for each command that the engine did not carry out. */
  failed?: () => void;
}

/** Looks at the settings of the engine. */
async function checkFitness(engine: Engine, { logger, refuse }: Surroundings): Promise<void> {
  const info = await engine
    .ask((redis) => redis.info())
    .catch(({ cause }: Error) => {
      logger.warn({ cause: String(cause) }, 'settings of the shared store unknown');
      return '';
    });
  const problem = unfitnessOf(info);
  if (problem !== null) refuse(problem);
}

function createAccount(engine: Engine, replicas: Replicas, key: string): SharedAccount {
  const account = digestOf(key);
  return {
    gate: (concurrency) => createEngineGate({ engine, replicas, account, concurrency }),
    pages: createEnginePages(engine, account),
    walks: createEngineWalks(engine, key),
  };
}

/** What all replicas share, in an engine that speaks the protocol of Redis. */
export async function connectShared(
  address: EngineAddress,
  surroundings: Surroundings,
): Promise<Shared> {
  const { logger, graceMs, failed } = surroundings;
  const engine = connectEngine(address, logger, failed);
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, mostStartMs).unref();
  });
  async function checkAlways() {
    await engine.firstUp;
    // Another engine may answer at the address later, or the same one with other settings.
    engine.onReturn(() => void checkFitness(engine, surroundings));
    await checkFitness(engine, surroundings);
  }
  await Promise.race([checkAlways(), late]);
  const replicas = createReplicas(engine);
  return {
    sessions: createEngineSessions(engine, graceMs),
    marks: createEngineMarks(engine),
    throttle: createEngineThrottle(engine),
    leases: createEngineLeases(engine),
    account: (key) => createAccount(engine, replicas, key),
    isReady: engine.hasBeenUp,
    health: () => ({ kind: 'engine', is_up: engine.isUp() }),
    async close() {
      replicas.close();
      await engine.close();
    },
  };
}
