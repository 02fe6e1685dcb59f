import * as v from 'valibot';
import { type Person, personSchema } from '../people/person.ts';
import { clock } from './clock.ts';
import { createGrace } from './grace.ts';
import { keyOf } from './keys.ts';
import { patiently } from './patiently.ts';
import {
  absoluteMs,
  handleOf,
  idleMs,
  isOf,
  mostSessions,
  newSessionId,
  type OpenSession,
  type SessionStore,
} from './sessions.ts';
import type { Script, SharedStore } from './shared-store.ts';

/**
 * KEYS: session, index. ARGV: handle, person, idle and absolute time, most sessions, prefix, channel.
 * Where the index is full, it may name sessions that have ended without use; they go first.
 */
const createScript: Script = {
  name: 'createSession',
  lua: `${clock}
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
local most = tonumber(ARGV[5])
if redis.call('ZCARD', KEYS[2]) >= most then
  for _, handle in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
    if redis.call('EXISTS', ARGV[6] .. handle) == 0 then redis.call('ZREM', KEYS[2], handle) end
  end
end
if redis.call('ZCARD', KEYS[2]) >= most then
  local oldest = redis.call('ZPOPMIN', KEYS[2])[1]
  redis.call('DEL', ARGV[6] .. oldest)
  redis.call('PUBLISH', ARGV[7], cjson.encode({ oldest }))
end
local over = now + ARGV[4]
redis.call('HSET', KEYS[1], 'person', ARGV[2], 'created', now, 'seen', now)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('ZADD', KEYS[2], over, ARGV[1])
redis.call('PEXPIREAT', KEYS[2], over)`,
};

/** KEYS: session. ARGV: idle and absolute time. */
const touchScript: Script = {
  name: 'touchSession',
  lua: `${clock}
local session = redis.call('HMGET', KEYS[1], 'person', 'created')
if not session[1] then return nil end
local left = session[2] + ARGV[2] - now
if left <= 0 then
  redis.call('DEL', KEYS[1])
  return nil
end
redis.call('HSET', KEYS[1], 'seen', now)
redis.call('PEXPIRE', KEYS[1], math.min(left, ARGV[1]))
return session[1]`,
};

/** KEYS: index, then sessions. ARGV: channel, message, then handles. */
const endScript: Script = {
  name: 'endSessions',
  lua: `
local ended = 0
for at = 2, #KEYS do
  ended = ended + redis.call('DEL', KEYS[at])
  redis.call('ZREM', KEYS[1], ARGV[at + 1])
end
if ended > 0 then redis.call('PUBLISH', ARGV[1], ARGV[2]) end`,
};

/** KEYS: index, which loses sessions that are gone. ARGV: prefix. @returns handle, person, age and idle time of each session. */
const listScript: Script = {
  name: 'listSessions',
  lua: `${clock}
local found = {}
for _, handle in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local session = redis.call('HMGET', ARGV[1] .. handle, 'person', 'created', 'seen')
  if session[1] then
    table.insert(found, { handle, session[1], now - session[2], now - session[3] })
  else
    redis.call('ZREM', KEYS[1], handle)
  end
end
return found`,
};

/** How long a replica that listens again tries to read the open sessions. */
const catchUpMs = 10_000;

const index = keyOf('sessions');
const endedChannel = keyOf('sessions-ended');
const prefix = keyOf('session', '');

const handlesSchema = v.array(v.string());
const listSchema = v.array(v.tuple([v.string(), v.string(), v.number(), v.number()]));

const readPerson = (text: string): Person => v.parse(personSchema, JSON.parse(text));

/**
 * Sessions in the store: every replica knows them, and a restart of a replica ends none.
 * @param graceMs how long a session that was seen alive can be recalled without the store.
 * @param most sessions at once; the oldest makes room.
 */
export function createStoreSessions(
  store: SharedStore,
  graceMs: number,
  most = mostSessions,
): SessionStore {
  const grace = createGrace(graceMs);
  const listeners: ((handles: readonly string[]) => void)[] = [];
  function sayEnded(handles: readonly string[]) {
    for (const handle of handles) grace.forget(handle);
    for (const listener of listeners) listener(handles);
  }
  store.listen(endedChannel, (message) => sayEnded(v.parse(handlesSchema, JSON.parse(message))));
  /** Finds the sessions that ended while this replica could not listen. */
  async function catchUp() {
    const known = grace.handles();
    const open = await patiently(catchUpMs, list);
    const living = new Set(open.map(({ handle }) => handle));
    const ended = known.filter((handle) => !living.has(handle));
    if (ended.length > 0) sayEnded(ended);
  }
  store.onMissed(() => void catchUp().catch(() => {}));

  async function endSessions(handles: readonly string[]): Promise<void> {
    if (handles.length === 0) return;
    const keys = [index, ...handles.map((handle) => prefix + handle)];
    const args = [endedChannel, JSON.stringify(handles), ...handles];
    await store.run(endScript, keys, args);
    for (const handle of handles) grace.forget(handle);
  }

  async function list(): Promise<OpenSession[]> {
    const found = v.parse(listSchema, await store.run(listScript, [index], [prefix]));
    return found.map(([handle, person, ageMs, idleFor]) => ({
      handle,
      person: readPerson(person),
      ageMs,
      idleMs: idleFor,
    }));
  }

  return {
    async create(person) {
      const id = newSessionId();
      const handle = handleOf(id);
      const limits = [idleMs, absoluteMs, most];
      const args = [handle, JSON.stringify(person), ...limits, prefix, endedChannel];
      await store.run(createScript, [prefix + handle, index], args);
      grace.saw(handle, person);
      return id;
    },
    async touch(id) {
      const handle = handleOf(id);
      const found = await store.run(touchScript, [prefix + handle], [idleMs, absoluteMs]);
      const person = typeof found === 'string' ? readPerson(found) : null;
      if (person === null) grace.forget(handle);
      else grace.saw(handle, person);
      return person;
    },
    recall: (id) => grace.recall(handleOf(id)),
    end: (id) => endSessions([handleOf(id)]),
    endOne: (handle) => endSessions([handle]),
    async endAll(of) {
      const isMeant = (person: Person) => of === undefined || isOf(person, of);
      // Even if the store cannot be asked: the secret that opened them may be known to others.
      grace.forgetWhere(isMeant);
      const chosen = (await list()).filter(({ person }) => isMeant(person));
      await endSessions(chosen.map(({ handle }) => handle));
      return chosen.map(({ person }) => person);
    },
    list,
    onEnd: (listener) => void listeners.push(listener),
  };
}
