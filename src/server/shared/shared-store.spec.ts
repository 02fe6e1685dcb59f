import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { connectStore, type SharedStore } from './shared-store.ts';
import { answerMs, readStoreAddress } from './store-address.ts';
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

function connect(url: string): SharedStore {
  const sharedStore = connectStore(readStoreAddress(url)!, silent);
  open.push(sharedStore);
  return sharedStore;
}

const lost = { code: 'store_unavailable' };
const add = { name: 'addForTest', lua: "return redis.call('incrby', KEYS[1], ARGV[1])" };

describe.skipIf(!(await hasRedis()))('with a redis-server', () => {
  test('commands and scripts are answered', async () => {
    const sharedStore = connect((await start()).url);
    await sharedStore.firstUp;
    await sharedStore.ask((redis) => redis.set('a', '40'));
    expect(await sharedStore.run(add, ['a'], [2])).toBe(42);
  });

  test('a replica takes two connections', async () => {
    const sharedStore = connect((await start()).url);
    await sharedStore.firstUp;
    sharedStore.listen('a-channel', () => {});
    const hearers = () => sharedStore.ask((redis) => redis.publish('a-channel', ''));
    await expect.poll(hearers).toBe(1);
    const clients = String(await sharedStore.ask((redis) => redis.client('LIST')));
    expect(clients.trim().split('\n')).toHaveLength(2);
  });

  test('the password of the address is used', async () => {
    const { port } = await start(['--requirepass', 'a-test-password']);
    const sharedStore = connect(`redis://:a-test-password@127.0.0.1:${port}`);
    await sharedStore.firstUp;
    expect(await sharedStore.ask((redis) => redis.ping())).toBe('PONG');
  });

  test('a command to a store that was never there is refused', async () => {
    const redis = await start();
    await redis.kill();
    const sharedStore = connect(redis.url);
    await expect(sharedStore.ask((one) => one.ping())).rejects.toMatchObject(lost);
    expect(sharedStore.hasBeenUp()).toBe(false);
  });

  test('a hung store is given up, and used again when it is back', async () => {
    const redis = await start();
    const sharedStore = connect(redis.url);
    await sharedStore.firstUp;
    redis.freeze();
    await expect(sharedStore.ask((one) => one.ping())).rejects.toMatchObject(lost);
    redis.thaw();
    await expect.poll(() => sharedStore.ask((one) => one.ping()).catch(() => null)).toBe('PONG');
  });

  test('one command waits for a hung store, and the next are refused at once', async () => {
    const redis = await start();
    const sharedStore = connect(redis.url);
    await sharedStore.firstUp;
    let returns = 0;
    sharedStore.onReturn(() => {
      returns += 1;
    });
    redis.freeze();
    await expect(sharedStore.ask((one) => one.ping())).rejects.toMatchObject(lost);
    expect(sharedStore.isUp()).toBe(false);
    let sent = 0;
    const count = async () => {
      sent += 1;
    };
    await expect(sharedStore.ask(count)).rejects.toMatchObject(lost);
    expect(sent).toBe(0);
    redis.thaw();
    await expect.poll(() => sharedStore.isUp()).toBe(true);
    expect(await sharedStore.run(add, ['b'], [2])).toBe(2);
    expect(returns).toBe(1);
  });

  test('an answer counts that this process was too busy to read in time', async () => {
    const sharedStore = connect((await start()).url);
    await sharedStore.firstUp;
    const answer = sharedStore.ask((one) => one.ping());
    const begun = performance.now();
    while (performance.now() - begun < answerMs + 100);
    expect(await answer).toBe('PONG');
    expect(sharedStore.isUp()).toBe(true);
  });

  test('a command is not carried out twice after a loss of the connection', async () => {
    const redis = await start();
    const sharedStore = connect(redis.url);
    await sharedStore.firstUp;
    const other = connect(redis.url);
    await other.firstUp;
    redis.freeze();
    await expect(sharedStore.ask((one) => one.incr('n'))).rejects.toMatchObject(lost);
    redis.thaw();
    await expect.poll(() => sharedStore.ask((one) => one.ping()).catch(() => null)).toBe('PONG');
    expect(Number(await other.ask((one) => one.get('n')))).toBeLessThanOrEqual(1);
  });

  test('messages arrive again after the store was started anew', async () => {
    const redis = await start();
    const sharedStore = connect(redis.url);
    const heard: string[] = [];
    sharedStore.listen('news', (message) => heard.push(message));
    await sharedStore.firstUp;
    const isHeard = async (message: string) => {
      // A store that is starting answers nothing, and a slow answer may come too late.
      await sharedStore.ask((one) => one.publish('news', message)).catch(() => {});
      return heard.includes(message);
    };
    await expect.poll(() => isHeard('before')).toBe(true);
    await redis.restart();
    await expect.poll(() => isHeard('after')).toBe(true);
  });
});
