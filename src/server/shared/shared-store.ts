import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { ProblemError } from '../problem-error.ts';
import { answerMs, type StoreAddress, storeOptions } from './store-address.ts';
import { createStoreChannels, type StoreChannels } from './store-channels.ts';

/** A script that the store runs as one step, so that no other replica comes between. */
export interface Script {
  /** Unique among all scripts; letters only. */
  name: string;
  lua: string;
}

/** A hung store is asked this often whether it answers again. */
const askAgainMs = 250;
const retryAfterMs = 1000;

/** The connections of this replica to the store that all replicas share. */
export interface SharedStore extends Pick<StoreChannels, 'listen' | 'onMissed'> {
  /**
   * Sends commands. No command is sent twice: one whose answer was lost may have been carried out.
   * @throws ProblemError `store_unavailable` after `answerMs` at the latest; at once while the
   * store is known to be lost or to hang.
   */
  ask<T>(work: (redis: Redis) => Promise<T>): Promise<T>;
  /**
   * Runs a script in one step.
   * @throws ProblemError `store_unavailable` after `answerMs` at the latest.
   */
  run(script: Script, ...of: RunArguments): Promise<unknown>;
  /** Like `run`, but texts of the answer are bytes. */
  runForBytes: SharedStore['run'];
  /** Whether commands can be sent now. */
  isUp(): boolean;
  /** Whether the store was ever reached; resolves when it is. */
  readonly firstUp: Promise<void>;
  hasBeenUp(): boolean;
  /**
   * Calls a function after each loss of the store, once the store is there again, until the
   * returned function is called.
   */
  onReturn(listener: () => void): () => void;
  close(): Promise<void>;
}

type RunArguments = [keys: readonly string[], args: readonly (string | number | Buffer)[]];

const unavailable = (cause: unknown) =>
  new ProblemError('store_unavailable', 'The store that the servers share does not answer.', {
    retryAfterMs,
    cause,
  });

/**
 * The answer, or an error after `answerMs`. An answer that arrived while this process itself was too
 * busy to read it counts: timers run before sockets are read, and `setImmediate` runs after it.
 */
function inTime<T>(answer: Promise<T>, late: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    function giveUp() {
      late();
      reject(new Error('The store did not answer in time.'));
    }
    let last: NodeJS.Immediate | undefined;
    const timer = setTimeout(() => {
      last = setImmediate(giveUp);
    }, answerMs);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      clearImmediate(last);
    });
  });
}

/**
 * Connects to the store, and goes on trying while the store cannot be reached.
 * @param failed called for each command that was not carried out.
 */
export function connectStore(
  address: StoreAddress,
  logger: Logger,
  failed: () => void = () => {},
): SharedStore {
  const options = storeOptions(address);
  const commands = new Redis(options);
  const subscriber = new Redis({ ...options, autoResubscribe: false });
  const connections = [commands, subscriber];
  const channels = createStoreChannels(subscriber);
  const returned = new Set<() => void>();
  let hasBeenUp = false;
  let isLost = false;
  let isHung = false;
  let isClosed = false;
  let sayUp = () => {};
  const firstUp = new Promise<void>((resolve) => {
    sayUp = resolve;
  });

  function isBack() {
    const wasLost = isLost;
    isLost = false;
    isHung = false;
    hasBeenUp = true;
    if (wasLost) logger.info('shared store is back');
    if (wasLost) for (const listener of returned) listener();
    sayUp();
  }
  function lose() {
    if (!isLost && hasBeenUp) logger.error('shared store lost');
    isLost = true;
  }
  commands.on('ready', isBack);
  commands.on('close', lose);

  /**
   * Refuses all commands until the store answers again. Otherwise each command of a request would
   * wait `answerMs` for a hung store.
   */
  function hang() {
    if (isHung) return;
    isHung = true;
    lose();
    askAgain();
  }
  function askAgain() {
    const ask = () => commands.ping().then(isBack, askAgain);
    if (isHung && !isClosed) setTimeout(ask, askAgainMs).unref();
  }

  let saidWhy = '';
  for (const connection of connections) {
    // Without a listener, each failed try would end the process.
    connection.on('error', (error: NodeJS.ErrnoException) => {
      const why = error.code ?? error.message;
      if (why !== saidWhy) logger.warn({ cause: why }, 'shared store');
      saidWhy = why;
    });
    void connection.connect().catch(() => {});
  }
  async function command<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    try {
      if (isHung) throw new Error('The store hangs.');
      return await inTime(work(commands), hang);
    } catch (error) {
      failed();
      throw unavailable(error);
    }
  }

  const defined = new Set<string>();
  function define({ name, lua }: Script) {
    if (defined.has(name)) return;
    commands.defineCommand(name, { lua });
    defined.add(name);
  }

  function run(script: Script, method: string, ...[keys, args]: RunArguments): Promise<unknown> {
    define(script);
    // `defineCommand` adds the methods, which the type does not know.
    const methods = commands as unknown as Record<
      string,
      (...given: unknown[]) => Promise<unknown>
    >;
    return command(() => methods[method]!(keys.length, ...keys, ...args));
  }

  return {
    ask: command,
    run: (script, keys, args) => run(script, script.name, keys, args),
    runForBytes: (script, keys, args) => run(script, `${script.name}Buffer`, keys, args),
    listen: channels.listen,
    onMissed: channels.onMissed,
    isUp: () => commands.status === 'ready' && !isHung,
    firstUp,
    hasBeenUp: () => hasBeenUp,
    onReturn(listener) {
      returned.add(listener);
      return () => void returned.delete(listener);
    },
    async close() {
      isClosed = true;
      channels.close();
      for (const connection of connections) connection.disconnect();
    },
  };
}
