import type { RedisOptions } from 'ioredis';
import type { EngineAddress } from './engine-address.ts';

/**
 * The longest wait for one answer; a hung engine then counts as lost. A balancer that asks a second
 * server after the first one still answers within a second.
 */
export const answerMs = 400;
/** Answers that come later are dropped; none is waited for any longer. */
const graceMs = 500;

/** All options but one, whose type the constructor refuses with `undefined` in it. */
type Options = Omit<RedisOptions, 'replyMapping'>;

/** How to connect to the engine, and how long to wait for it. */
export function engineOptions(address: EngineAddress): Options {
  const { hosts, master, tls, username, password, database } = address;
  const secure = tls ? { tls: {} } : {};
  const place: Options =
    master === null
      ? { ...hosts[0], ...secure }
      : {
          sentinels: hosts.map((one) => ({ ...one })),
          name: master,
          ...(password !== null && { sentinelPassword: password }),
          ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
          ...secure,
          sentinelRetryStrategy: (times) => Math.min(50 * times, 500),
        };
  return {
    ...place,
    db: database,
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    // Together these settle every command in a second. With the defaults a command waits for the
    // engine to come back, and may be carried out twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerMs + graceMs,
    connectTimeout: 2000,
    socketTimeout: 1500,
    retryStrategy: (times) => Math.min(50 * times, 500),
    // After a failover the old master refuses to write; a new connection finds the new master.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
    lazyConnect: true,
  };
}
