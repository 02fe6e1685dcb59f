import type { Engine } from './engine.ts';
import { keyOf } from './keys.ts';
import type { Marks } from './marks.ts';

/** Marks in the engine: what one replica has marked is marked for all. */
export function createEngineMarks(engine: Engine): Marks {
  const keyFor = (name: string) => keyOf('mark', name);
  return {
    async use(name, ms) {
      const answer = await engine.ask((redis) => redis.set(keyFor(name), '', 'PX', ms, 'NX'));
      return answer === 'OK';
    },
    isUsed: async (name) => (await engine.ask((redis) => redis.exists(keyFor(name)))) === 1,
  };
}
