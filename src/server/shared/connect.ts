import type { Logger } from 'pino';
import { createGate } from '../upstream/gate.ts';
import { createPageCache } from '../upstream/page-cache.ts';
import { connectEngine } from './engine.ts';
import type { EngineAddress } from './engine-address.ts';
import { createEngineMarks } from './engine-marks.ts';
import { createEngineLeases } from './engine-leases.ts';
import { createEngineSessions } from './engine-sessions.ts';
import { createEngineThrottle } from './engine-throttle.ts';
import type { Shared } from './shared.ts';

/** How long the start waits for the engine before requests are taken without it. */
const mostStartMs = 2000;

/** An engine that may not be used; the message names the remedy. */
export class UnfitEngineError extends Error {
  override readonly name = 'UnfitEngineError';
}

const policyPattern = /^maxmemory_policy:(\S+)/m;

/** What all replicas share, in an engine that speaks the protocol of Redis. */
export async function connectShared(address: EngineAddress, logger: Logger): Promise<Shared> {
  const engine = connectEngine(address, logger);
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, mostStartMs).unref();
  });
  await Promise.race([engine.firstUp, late]);
  if (engine.hasBeenUp()) {
    const info = await engine.ask((redis) => redis.info('memory'));
    const [, policy = ''] = policyPattern.exec(info) ?? [];
    // Such an engine forgets sessions and the count of wrong passwords when its memory is full.
    if (policy.startsWith('allkeys-')) {
      await engine.close();
      throw new UnfitEngineError(
        `The engine of SHARED_URL has maxmemory-policy ${policy}, which forgets sessions and pauses: set volatile-ttl or noeviction.`,
      );
    }
  }
  return {
    sessions: createEngineSessions(engine),
    marks: createEngineMarks(engine),
    throttle: createEngineThrottle(engine),
    leases: createEngineLeases(engine),
    account: () => ({ gate: (concurrency) => createGate(concurrency), pages: createPageCache() }),
    isReady: engine.hasBeenUp,
    close: engine.close,
  };
}
