import type { Logger } from 'pino';
import type { NumberFilters } from '#contract/filters.ts';
import type { NumberPage } from '#contract/number.ts';
import { maxPageSize, type NumbersQuery } from '#contract/query.ts';
import { ProblemError } from '../problem-error.ts';
import type { OutboundProxy } from '../read-proxy.ts';
import type { WalkShare } from '../shared/walks.ts';
import type { UpstreamAnswer } from './attempt.ts';
import { createCaller } from './caller.ts';
import { createCheckpointCodec } from './checkpoint.ts';
import type { Gate } from './gate.ts';
import { firstWithRows, numberSpellings } from './identify-number.ts';
import { createCursorCodec, listAddress, pagePath } from './list-address.ts';
import { createListReader } from './list-reader.ts';
import { createPageCache, type PageCache } from './page-cache.ts';
import { readPage } from './read-page.ts';
import type { ReadSealKeys } from './seal.ts';
import { createShare } from './share.ts';
import { createSharedWalks } from './shared-walks.ts';
import type { Asking, OwnUpstream, UpstreamObserver } from './upstream.ts';
import { type WalkDeps, walk } from './walk.ts';
import { createWalkMemory } from './walk-memory.ts';

export interface UpstreamOptions {
  baseUrl: URL;
  accountSid: string;
  authToken: string;
  /** Reads the token again after it was refused; null when it cannot be read. */
  readToken?: () => string | null;
  /** The keys of cursors and checkpoints; derived from the first token by default. */
  keys?: ReadSealKeys;
  /** Requests in flight at once, at the most. */
  concurrency: number;
  /** Milliseconds for one attempt, and for all attempts of one call. */
  timeoutMs: number;
  deadlineMs: number;
  /** The one way to the upstream, and the pages of the last seconds; own ones by default. */
  gate?: Gate;
  pages?: PageCache;
  /** The walks of all replicas, and the log for them; null where this process walks for itself. */
  walks?: { share: WalkShare; log: Logger } | null;
  /** The proxy on the way out; null without one. */
  proxy?: OutboundProxy | null;
  observer?: UpstreamObserver;
}

/** The only holder of the credentials: every request to Apifonica goes through it. */
export function createUpstream(options: UpstreamOptions): OwnUpstream {
  const { baseUrl, accountSid, authToken, observer } = options;
  let currentToken = authToken;
  const address = listAddress(baseUrl, accountSid);
  const authorization = () =>
    `Basic ${Buffer.from(`${accountSid}:${currentToken}`).toString('base64')}`;

  function renewToken(): boolean {
    const token = options.readToken?.() ?? currentToken;
    const isNew = token !== currentToken;
    currentToken = token;
    return isNew;
  }

  const caller = createCaller({
    proxy: null,
    ...options,
    origin: address.origin,
    authorization,
    renewToken,
  });
  // The first token stays the key, so that a list can go on after the token has changed.
  const { keys = () => [authToken] } = options;
  const cursors = createCursorCodec(accountSid, keys);
  const share = createShare<NumberPage>();
  const cache = options.pages ?? createPageCache();
  const readList = createListReader({ accountSid, address, observer });

  /** Pages that walks are requesting now, and pages of quiet walks. */
  const walking = { loud: 0, quiet: 0 };
  const walkDeps: WalkDeps = {
    concurrency: options.concurrency,
    observer,
    checkpoints: createCheckpointCodec(accountSid, keys),
    memory: createWalkMemory(),
    hasRoom: (isQuiet) => walking.loud + (isQuiet ? walking.quiet : 0) < caller.walkRoom(),
    async askPage(filters, position, asking) {
      const read = (answer: UpstreamAnswer) => readList(answer, filters, position, asking.log);
      const kind = asking.isQuiet ? 'quiet' : 'loud';
      walking[kind] += 1;
      try {
        return await firstWithRows(filters, (spelling) => {
          const path = pagePath(address, spelling, maxPageSize, position);
          return caller.call({ ...asking, path, followed: position !== null, read });
        });
      } finally {
        walking[kind] -= 1;
      }
    },
  };

  const { checkpoints } = walkDeps;
  const shared = options.walks
    ? createSharedWalks({
        ...options.walks,
        checkpoints,
        walk: (walking) => walk(walkDeps, walking),
      })
    : null;

  async function listPage(
    { filters, limit, cursor }: NumbersQuery,
    spelling: NumberFilters,
    { signal, log, priority = 'person', fresh = false }: Asking,
  ) {
    const position = cursor === null ? null : cursors.open(cursor, filters);
    const path = pagePath(address, spelling, limit, position);
    const known = fresh ? undefined : await cache.get(path);
    if (known) return known;
    // A fresh request does not join a call that may use an older answer.
    return share(`${fresh} ${path}`, signal, async (shared) => {
      const read = (answer: UpstreamAnswer): NumberPage => {
        const { prev, next, ...page } = readList(answer, filters, position, log);
        return {
          limit,
          prev: prev && cursors.seal(prev, filters),
          next: next && cursors.seal(next, filters),
          ...page,
        };
      };
      const followed = position !== null;
      try {
        const page = await caller.call({ path, followed, read, signal: shared, log, priority });
        await cache.set(path, page);
        return page;
      } catch (error) {
        // A cached page has this expired cursor, so a restart must not use the cache.
        if (error instanceof ProblemError && error.code === 'cursor_expired') {
          await cache.clear();
        }
        throw error;
      }
    });
  }

  return {
    listNumbers: (query, asking) =>
      firstWithRows(query.filters, (spelling) => listPage(query, spelling, asking)),

    walk({ selection, after, checkpoint, fresh }, { signal, log, isQuiet = false }) {
      const asking = { selection, signal, log };
      if (isQuiet) return walk(walkDeps, { ...asking, isQuiet });
      if (after !== null) {
        if (shared !== null) return shared.goOn(after, asking);
        throw new ProblemError('invalid_cursor', 'This server shares no walks with others.');
      }
      if (checkpoint === null) return shared?.join(fresh, asking) ?? walk(walkDeps, asking);
      const places = walkDeps.checkpoints.open(checkpoint, selection);
      return walk(walkDeps, { ...asking, places });
    },

    async readToken(numberSid, number, { signal, log, priority = 'person' }) {
      const filters = { number };
      for (const spelling of numberSpellings(filters)) {
        const path = pagePath(address, spelling, maxPageSize, null);
        const read = (answer: UpstreamAnswer) => readPage(answer, filters, accountSid).numbers;
        const rows = await caller.call({ path, followed: false, read, signal, log, priority });
        const row = rows.find((one) => one.number_sid === numberSid);
        if (row !== undefined) return row.token || null;
      }
      return null;
    },

    state: caller.state,

    changeToken(token) {
      currentToken = token;
    },

    pause: caller.pause,
    changeProxy: caller.changeProxy,

    async close() {
      await shared?.close();
      await caller.close();
    },
  };
}
