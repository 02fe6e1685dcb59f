import { pino } from 'pino';
import { connectEngine, type Engine } from './engine.ts';
import { readEngineAddress } from './engine-address.ts';
import { startTestRedis } from './test-redis.ts';

/** For specs: an engine, and as many connections to it as there would be replicas. */
export async function startTestEngine() {
  const redis = await startTestRedis();
  const engines: Engine[] = [];
  return {
    redis,
    async connect(): Promise<Engine> {
      const engine = connectEngine(readEngineAddress(redis.url)!, pino({ level: 'silent' }));
      engines.push(engine);
      await engine.firstUp;
      return engine;
    },
    async stop() {
      for (const engine of engines) await engine.close();
      await redis.stop();
    },
  };
}
