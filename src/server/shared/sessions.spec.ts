import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, passwordPerson } from '../people/person.ts';
import { createEngineSessions } from './engine-sessions.ts';
import { createMemorySessions } from './memory-sessions.ts';
import { handleOf, type SessionStore } from './sessions.ts';
import { hasRedis } from './test-redis.ts';
import { startTestEngine } from './test-shared.ts';

const issuer = 'https://id.example';
const personOf = (subject: string, sid: string | null): Person => ({
  name: subject,
  provider: { issuer, subject, sid },
  groups: ['support'],
  role: 'viewer',
});

/** What every store of sessions must do; `other` is the same store as another replica sees it. */
function conforms(open: () => Promise<{ store: SessionStore; other: SessionStore }>) {
  let store: SessionStore;
  let other: SessionStore;
  beforeAll(async () => {
    ({ store, other } = await open());
  });

  test('a session opened on one replica is known to the other', async () => {
    const id = await store.create(personOf('ann', '1'));
    expect(await other.touch(id)).toEqual(personOf('ann', '1'));
  });

  test('an ended session is ended everywhere', async () => {
    const id = await store.create(passwordPerson);
    await other.end(id);
    expect(await store.touch(id)).toBeNull();
  });

  test('an unknown id, or the handle of a session, opens nothing', async () => {
    const id = await store.create(passwordPerson);
    expect(await store.touch('unknown')).toBeNull();
    expect(await store.touch(handleOf(id))).toBeNull();
  });

  test('the provider ends one session, or all of a person, and nobody else', async () => {
    const first = await store.create(personOf('bob', 'b1'));
    const second = await store.create(personOf('bob', 'b2'));
    const third = await store.create(personOf('bob', 'b3'));
    const stranger = await store.create({
      ...personOf('bob', 'b1'),
      provider: { issuer: 'https://other.example', subject: 'bob', sid: 'b1' },
    });
    expect(await other.endAll({ issuer, sid: 'b1' })).toBe(1);
    expect(await store.touch(first)).toBeNull();
    expect(await store.touch(second)).not.toBeNull();
    expect(await other.endAll({ issuer, subject: 'bob' })).toBe(2);
    expect(await store.touch(second)).toBeNull();
    expect(await store.touch(third)).toBeNull();
    expect(await store.touch(stranger)).not.toBeNull();
    expect(await store.endAll({ issuer })).toBe(0);
  });

  test('a session that the provider gave no name ends with any session of the person', async () => {
    const nameless = await store.create(personOf('dan', null));
    const stranger = await store.create(personOf('eve', null));
    expect(await other.endAll({ issuer, sid: 'd1' })).toBe(0);
    expect(await other.endAll({ issuer, subject: 'dan', sid: 'd1' })).toBe(1);
    expect(await store.touch(nameless)).toBeNull();
    expect(await store.touch(stranger)).not.toBeNull();
  });

  test('the sessions of the password end without those of the provider', async () => {
    const byPassword = await store.create(passwordPerson);
    const byProvider = await store.create(personOf('fay', 'f'));
    expect(await other.endAll('password')).toBeGreaterThan(0);
    expect(await store.touch(byPassword)).toBeNull();
    expect(await store.touch(byProvider)).not.toBeNull();
  });

  test('the list names persons and handles, and a handle ends its session', async () => {
    const id = await store.create(personOf('cem', 'c'));
    const listed = (await other.list()).find(({ person }) => person.name === 'cem');
    expect(listed).toMatchObject({ handle: handleOf(id), person: personOf('cem', 'c') });
    expect(listed!.ageMs).toBeGreaterThanOrEqual(0);
    expect(listed!.idleMs).toBeLessThan(60_000);
    await other.endOne(listed!.handle);
    expect(await store.touch(id)).toBeNull();
  });

  test('every replica hears which sessions ended', async () => {
    const here: string[] = [];
    const there: string[] = [];
    store.onEnd((handles) => here.push(...handles));
    other.onEnd((handles) => there.push(...handles));
    const id = await store.create(passwordPerson);
    await store.end(id);
    await expect.poll(() => here).toContain(handleOf(id));
    await expect.poll(() => there).toContain(handleOf(id));
  });

  test('all sessions end at once', async () => {
    const id = await store.create(passwordPerson);
    expect(await other.endAll()).toBeGreaterThan(0);
    expect(await store.touch(id)).toBeNull();
    expect(await store.list()).toEqual([]);
  });
}

describe('sessions in memory', () => {
  conforms(async () => {
    const store = createMemorySessions();
    return { store, other: store };
  });
});

describe.skipIf(!(await hasRedis()))('sessions in the engine', () => {
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  conforms(async () => {
    const engine = await startTestEngine();
    stops.push(engine.stop);
    const store = createEngineSessions(await engine.connect());
    const other = createEngineSessions(await engine.connect());
    return { store, other };
  });
});
