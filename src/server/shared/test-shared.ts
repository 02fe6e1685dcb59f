import { pino } from 'pino';
import { connectEngine, type Engine } from './engine.ts';
import { readEngineAddress } from './engine-address.ts';
import { startTestRedis } from './test-redis.ts';

interface EngineKind {
  /** Arguments of the redis-server. */
  args: readonly string[];
  /** User and password, as an address has them. */
  credentials: string;
}

/** The rights that the page on several servers gives to a user of its own. */
const rights = '~{rn:1}:* &{rn:1}:* +@all -@admin -@dangerous +info'.split(' ');

/** The kinds of engines that every store has to work with. */
export const engineKinds: Record<string, EngineKind> = {
  'no password': { args: [], credentials: '' },
  'a password': { args: ['--requirepass', 'pass word'], credentials: ':pass%20word@' },
  'a user of few rights': {
    args: ['--user', 'default', 'off', '--user', 'me', 'on', '>p@ss', ...rights],
    credentials: 'me:p%40ss@',
  },
};

export const engineKindNames = Object.keys(engineKinds);

/** For specs: an engine, and as many connections to it as there would be replicas. */
export async function startTestEngine(kind = 'no password') {
  const { args, credentials } = engineKinds[kind]!;
  const redis = await startTestRedis(args);
  const url = redis.url.replace('//', `//${credentials}`);
  const engines: Engine[] = [];
  return {
    redis,
    async connect(): Promise<Engine> {
      const engine = connectEngine(readEngineAddress(url)!, pino({ level: 'silent' }));
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
