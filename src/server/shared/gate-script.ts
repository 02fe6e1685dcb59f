import * as v from 'valibot';
import { clock } from './clock.ts';
import type { Script } from './shared-store.ts';

/**
 * One turn of a replica at the gate of an account: the replica says what it holds and what waits,
 * and the store says what may start. The replica says the whole of it each time, so a turn whose
 * answer was lost is mended by the next.
 *
 * KEYS: the state of the gate (limit, successes, slowed, resume), the replicas at the gate.
 * ARGV: replica, turn, jobs it runs, jobs of walks that it runs or would, waiting people, walks and
 * early chains, most jobs at once, successes, milliseconds since the start of a job that overloaded
 * the upstream (-1 without one), pause in milliseconds, lease, patience, memory, channel.
 *
 * - The lease ends for a replica that says no more, and its slots are free.
 * - A replica that waits is passed over after `patience` without a word from it.
 * - A job may start if a slot is free for it behind all waiting jobs of a higher priority, and
 *   behind one job of each replica that has waited longer with the same priority.
 */
export const gateTurn: Script = {
  name: 'gateTurn',
  lua: `${clock}
local function number(at) return tonumber(ARGV[at]) end
local me, turn, held, walking, most = ARGV[1], number(2), number(3), number(4), number(8)
local waits = { number(5), number(6), number(7) }
local since = now
local used, walks, walkers = 0, 0, 0
local waiting = {}

local all = redis.call('HGETALL', KEYS[2])
for at = 1, #all, 2 do
  local one = cjson.decode(all[at + 1])
  if all[at] == me then
    if one.turn >= turn then return redis.error_reply('A later turn was here already.') end
    if one.patient > 0 then since = one.since end
  elseif one.over <= now then
    redis.call('HDEL', KEYS[2], all[at])
  else
    used = used + one.held
    walks = walks + one.walking
    if one.walking > 0 then walkers = walkers + 1 end
    if one.patient > now then table.insert(waiting, one) end
  end
end

local state = redis.call('HMGET', KEYS[1], 'limit', 'successes', 'slowed', 'resume')
local limit = math.min(tonumber(state[1] or most), most)
local successes = tonumber(state[2] or 0) + number(9)
local slowed = tonumber(state[3] or 0)
local resume = tonumber(state[4] or 0)
local age, pause = number(10), number(11)
local before = limit
if limit < most and successes >= limit then limit = limit + 1 end
if age >= 0 and now - age >= slowed then
  limit = math.max(1, math.floor(limit / 2))
  slowed = now
  successes = 0
end
if limit ~= before or limit == most then successes = 0 end
if pause > 0 and now + pause > resume then
  resume = now + pause
  redis.call('PUBLISH', ARGV[15], pause)
end
if limit < most or slowed == now or pause > 0 then
  redis.call('HSET', KEYS[1], 'limit', limit, 'successes', successes, 'slowed', slowed,
    'resume', resume)
  redis.call('PEXPIRE', KEYS[1], math.max(number(14), resume - now))
elseif state[1] then
  redis.call('HDEL', KEYS[1], 'limit', 'successes')
end

local free = limit - used - held
if resume > now then free = 0 end
local granted = 0
for rank = 1, 3 do
  local ahead = 0
  for _, one in ipairs(waiting) do
    for higher = 1, rank - 1 do ahead = ahead + one.waits[higher] end
    if one.waits[rank] > 0 and one.since < since then ahead = ahead + 1 end
  end
  local starting = math.max(0, math.min(waits[rank], free - ahead))
  waits[rank] = waits[rank] - starting
  granted = granted + starting
  free = free - starting
end

local left = waits[1] + waits[2] + waits[3]
-- A replica that was served, or that no longer waits, goes behind the others.
if granted > 0 or left == 0 then since = now end
local patient = left > 0 and math.max(now, resume) + number(13) or 0
local over = math.max(now + number(12), patient)
redis.call('HSET', KEYS[2], me, cjson.encode({ turn = turn, over = over, held = held + granted,
  walking = walking, waits = waits, since = since, patient = patient }))
redis.call('PEXPIRE', KEYS[2], math.max(over - now, redis.call('PTTL', KEYS[2])))
if free > 0 and #waiting > 0 then redis.call('PUBLISH', ARGV[15], 0) end
return { granted, limit, math.max(0, resume - now), walkers, walks }`,
};

const answerSchema = v.pipe(
  v.tuple([v.number(), v.number(), v.number(), v.number(), v.number()]),
  v.transform(([granted, limit, pausedForMs, otherWalkers, otherWalks]) => ({
    /** Jobs that may start now. */
    granted,
    /** Jobs that may run at once, of all replicas together. */
    limit,
    pausedForMs,
    /** Other replicas that walk, and their pages under way or waiting. */
    otherWalkers,
    otherWalks,
  })),
);

export type TurnAnswer = v.InferOutput<typeof answerSchema>;

export const readTurnAnswer = (answer: unknown): TurnAnswer => v.parse(answerSchema, answer);
