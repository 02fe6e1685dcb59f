import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { connectEngine, type Engine } from './engine.ts';
import { answerMs, readEngineAddress } from './engine-address.ts';
import { hasRedis, startTestRedis, type TestRedis } from './test-redis.ts';

const silent = pino({ level: 'silent' });
const open: { close?(): Promise<void>; stop?(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await (one.close?.() ?? one.stop?.());
});

async function start(more?: readonly string[]): Promise<TestRedis> {
  const redis = await startTestRedis(more);
  open.push(redis);
  return redis;
}

function connect(url: string): Engine {
  const engine = connectEngine(readEngineAddress(url)!, silent);
  open.push(engine);
  return engine;
}

const lost = { code: 'store_unavailable' };
const add = { name: 'addForTest', lua: "return redis.call('incrby', KEYS[1], ARGV[1])" };

describe.skipIf(!(await hasRedis()))('with a redis-server', () => {
  test('commands and scripts are answered', async () => {
    const engine = connect((await start()).url);
    await engine.firstUp;
    await engine.ask((redis) => redis.set('a', '40'));
    expect(await engine.run(add, ['a'], [2])).toBe(42);
  });

  test('a replica takes two connections', async () => {
    const engine = connect((await start()).url);
    await engine.firstUp;
    engine.listen('a-channel', () => {});
    const hearers = () => engine.ask((redis) => redis.publish('a-channel', ''));
    await expect.poll(hearers).toBe(1);
    const clients = String(await engine.ask((redis) => redis.client('LIST')));
    expect(clients.trim().split('\n')).toHaveLength(2);
  });

  test('the password of the address is used', async () => {
    const { port } = await start(['--requirepass', 'a-test-password']);
    const engine = connect(`redis://:a-test-password@127.0.0.1:${port}`);
    await engine.firstUp;
    expect(await engine.ask((redis) => redis.ping())).toBe('PONG');
  });

  test('a command to an engine that was never there is refused', async () => {
    const redis = await start();
    await redis.kill();
    const engine = connect(redis.url);
    await expect(engine.ask((one) => one.ping())).rejects.toMatchObject(lost);
    expect(engine.hasBeenUp()).toBe(false);
  });

  test('a hung engine is given up, and used again when it is back', async () => {
    const redis = await start();
    const engine = connect(redis.url);
    await engine.firstUp;
    redis.freeze();
    await expect(engine.ask((one) => one.ping())).rejects.toMatchObject(lost);
    redis.thaw();
    await expect.poll(() => engine.ask((one) => one.ping()).catch(() => null)).toBe('PONG');
  });

  test('one command waits for a hung engine, and the next are refused at once', async () => {
    const redis = await start();
    const engine = connect(redis.url);
    await engine.firstUp;
    let returns = 0;
    engine.onReturn(() => {
      returns += 1;
    });
    redis.freeze();
    await expect(engine.ask((one) => one.ping())).rejects.toMatchObject(lost);
    expect(engine.isUp()).toBe(false);
    let sent = 0;
    const count = async () => {
      sent += 1;
    };
    await expect(engine.ask(count)).rejects.toMatchObject(lost);
    expect(sent).toBe(0);
    redis.thaw();
    await expect.poll(() => engine.isUp()).toBe(true);
    expect(await engine.run(add, ['b'], [2])).toBe(2);
    expect(returns).toBe(1);
  });

  test('an answer counts that this process was too busy to read in time', async () => {
    const engine = connect((await start()).url);
    await engine.firstUp;
    const answer = engine.ask((one) => one.ping());
    const begun = performance.now();
    while (performance.now() - begun < answerMs + 100);
    expect(await answer).toBe('PONG');
    expect(engine.isUp()).toBe(true);
  });

  test('a command is not carried out twice after a loss of the connection', async () => {
    const redis = await start();
    const engine = connect(redis.url);
    await engine.firstUp;
    const other = connect(redis.url);
    await other.firstUp;
    redis.freeze();
    await expect(engine.ask((one) => one.incr('n'))).rejects.toMatchObject(lost);
    redis.thaw();
    await expect.poll(() => engine.ask((one) => one.ping()).catch(() => null)).toBe('PONG');
    expect(Number(await other.ask((one) => one.get('n')))).toBeLessThanOrEqual(1);
  });

  test('messages arrive again after the engine was started anew', async () => {
    const redis = await start();
    const engine = connect(redis.url);
    const heard: string[] = [];
    engine.listen('news', (message) => heard.push(message));
    await engine.firstUp;
    const isHeard = async (message: string) => {
      // An engine that is starting answers nothing, and a slow answer may come too late.
      await engine.ask((one) => one.publish('news', message)).catch(() => {});
      return heard.includes(message);
    };
    await expect.poll(() => isHeard('before')).toBe(true);
    await redis.restart();
    await expect.poll(() => isHeard('after')).toBe(true);
  });
});
