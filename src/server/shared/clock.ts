/**
 * The beginning of a script that needs the time: `now`, in milliseconds by the store's clock, so
 * that the clocks of the replicas do not matter.
 */
export const clock = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;
