import { clock } from './clock.ts';
import type { Script } from './shared-store.ts';

// A walk is a hash: `state` (running, done, failed), `began`, `fence`, `lease` (until when its owner
// may write, and since when nobody does), `last` (the id of the last event), `checkpoint`, `read`
// (the highest ordinal read) and `seen` (when a reader last asked). Its events are a stream.

/**
 * KEYS: the walk of the selection. ARGV: a new id, the beginning of the key of a walk, milliseconds
 * of a lease, of keeping, in which an ended walk may be joined, and in which a walk is fresh (or
 * empty). @returns the id, and 1 for a new walk.
 */
export const joinScript: Script = {
  name: 'joinWalk',
  lua: `${clock}
local id = redis.call('GET', KEYS[1])
if id then
  local walk = redis.call('HMGET', ARGV[2] .. id, 'state', 'began', 'lease')
  local isLive = walk[1] == 'running' or walk[1] == 'done'
  local isRecent = isLive and walk[3] + ARGV[5] >= now
  if isRecent and (ARGV[6] == '' or walk[2] + ARGV[6] >= now) then return { id, 0 } end
end
id = ARGV[1]
local key = ARGV[2] .. id
redis.call('SET', KEYS[1], id, 'PX', ARGV[4])
redis.call('HSET', key, 'state', 'running', 'began', now, 'fence', 1, 'lease', now + ARGV[3],
  'last', '0-0', 'checkpoint', '', 'read', 0)
redis.call('PEXPIRE', key, ARGV[4])
return { id, 1 }`,
};

/**
 * KEYS: walk, events. ARGV: the id behind which to read, its ordinal, most entries, milliseconds of
 * keeping. @returns nil without the walk or some of its events, or whether nobody writes, the
 * checkpoint, and the entries.
 */
export const readScript: Script = {
  name: 'readWalk',
  lua: `${clock}
local walk = redis.call('HMGET', KEYS[1], 'state', 'lease', 'last', 'checkpoint', 'read')
if not walk[1] then return nil end
redis.call('HSET', KEYS[1], 'seen', now)
if tonumber(ARGV[2]) > tonumber(walk[5]) then redis.call('HSET', KEYS[1], 'read', ARGV[2]) end
local entries = redis.call('XRANGE', KEYS[2], '(' .. ARGV[1], '+', 'COUNT', ARGV[3])
-- A store whose memory is full may have dropped the events; nobody may read on behind a gap.
local function ordinalOf(id) return tonumber(string.match(id, '%d+$')) end
local gap = entries[1] and ordinalOf(entries[1][1]) - 1 or ordinalOf(walk[3])
if gap > tonumber(ARGV[2]) then return nil end
local isTip = #entries == 0 or entries[#entries][1] == walk[3]
local isOrphan = 0
if walk[1] == 'running' then
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
  redis.call('PEXPIRE', KEYS[2], ARGV[4])
  if tonumber(walk[2]) <= now then isOrphan = 1 end
end
return { isOrphan, isTip and walk[4] or '', entries }`,
};

/** KEYS: walk. ARGV: milliseconds of a lease. @returns fence, last id and checkpoint, or nil. */
export const claimScript: Script = {
  name: 'claimWalk',
  lua: `${clock}
local walk = redis.call('HMGET', KEYS[1], 'state', 'lease', 'last', 'checkpoint')
if walk[1] ~= 'running' or tonumber(walk[2]) > now then return nil end
local fence = redis.call('HINCRBY', KEYS[1], 'fence', 1)
redis.call('HSET', KEYS[1], 'lease', now + ARGV[1])
return { fence, walk[3], walk[4] }`,
};

/**
 * KEYS: walk, events, the walk of the selection. ARGV: fence, the last id known, milliseconds of a
 * lease (0 gives it back), of keeping, channel, checkpoint, the state from now on, then id, kind and
 * content of each event. @returns `gone`, `refused`, or the highest ordinal read and the time since.
 */
export const appendScript: Script = {
  name: 'appendToWalk',
  lua: `${clock}
local walk = redis.call('HMGET', KEYS[1], 'state', 'fence', 'last', 'read', 'seen')
if not walk[1] then return 'gone' end
local last = #ARGV > 7 and ARGV[#ARGV - 2] or ARGV[2]
-- The writer may not know that an earlier try has written these events.
local isWritten = walk[3] == last
local isNext = walk[1] == 'running' and walk[3] == ARGV[2]
if walk[2] ~= ARGV[1] or not (isWritten or isNext) then return 'refused' end
if not isWritten then
  for at = 8, #ARGV, 3 do redis.call('XADD', KEYS[2], ARGV[at], ARGV[at + 1], ARGV[at + 2]) end
end
redis.call('HSET', KEYS[1], 'last', last, 'checkpoint', ARGV[6], 'state', ARGV[7], 'lease', now + ARGV[3])
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[4]) end
if last ~= ARGV[2] or ARGV[3] == '0' then redis.call('PUBLISH', ARGV[5], last) end
return { tonumber(walk[4]), walk[5] and now - walk[5] or -1 }`,
};
