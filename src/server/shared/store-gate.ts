import { randomUUID } from 'node:crypto';
import { createAdaptiveLimit } from '../upstream/adaptive-limit.ts';
import { type Gate, longestTimerMs, safetyMs } from '../upstream/gate.ts';
import { gateTurn, readTurnAnswer, type TurnAnswer } from './gate-script.ts';
import { createJobs } from './jobs.ts';
import { keyOf } from './keys.ts';
import type { Replicas } from './replicas.ts';
import type { SharedStore } from './shared-store.ts';

/** Slots of a replica that says no more are free after this time. */
const leaseMs = 2000;
const renewMs = 500;
/** Waiting replicas ask again after this time, if no message woke them. */
const pollMs = 40;
/** Others stop waiting for a replica that has not asked for so long. */
const patienceMs = 500;
/** While the store is lost, it is asked so often. */
const retryMs = 250;
/**
 * After the return of the store, all replicas say again what they hold before one takes more than
 * its part. They notice the return within half a second.
 */
const settleMs = 600;
/** How long a lowered limit is remembered without any request. */
const memoryMs = 60 * 60 * 1000;
/**
 * If a pause lasts so much longer here than in the store, the store has lost it and is told again.
 * A smaller difference is only the time that the answer took.
 */
const toleranceMs = 200;

interface StoreGateOptions {
  store: SharedStore;
  replicas: Replicas;
  /** Names the account in keys. */
  account: string;
  /** Jobs at once, at the most, of all replicas together. */
  concurrency: number;
}

/**
 * The one way to the upstream for all replicas. Jobs wait in the line of their own replica, and a
 * replica takes turns at the gate: see `gateTurn`.
 *
 * While the store is lost, each replica runs its part of the limit, and at least one job; pauses
 * that it knows hold.
 */
export function createStoreGate(options: StoreGateOptions): Gate {
  const { store, replicas, account, concurrency } = options;
  const me = randomUUID();
  const keys = [keyOf('gate', account), keyOf('gate-replicas', account)];
  const channel = keyOf('gate-news', account);
  const now = () => performance.now();
  const jobs = createJobs(() => {
    startIfAlone();
    takeTurnSoon();
  });
  /** The last limit that the store gave. While the store is lost, this replica adapts the limit. */
  const adaptive = createAdaptiveLimit(concurrency, now);

  let resumeAt = 0;
  let others = { otherWalkers: 0, otherWalks: 0 };
  let isLost = false;
  let settledAt = 0;

  let turns = 0;
  let isAsking = false;
  let isDue = false;
  let soon: NodeJS.Immediate | undefined;
  let alarm: NodeJS.Timeout | undefined;

  /** Events here that the store has yet to be told. */
  let successes = 0;
  let slowedStart: number | null = null;
  let owesPause = false;
  let isClosed = false;

  const pausedForMs = () => Math.max(0, resumeAt - now());
  /** Whether this replica decides alone what may start. */
  const isAlone = () => isLost || now() < settledAt;
  const ownPart = () =>
    Math.max(1, Math.floor(adaptive.limit() / (replicas.count() ?? concurrency)));

  function hold(ms: number) {
    resumeAt = Math.max(resumeAt, now() + ms);
  }

  const start = (most: number) => (pausedForMs() > 0 ? 0 : jobs.start(most));

  function startIfAlone() {
    if (isAlone()) start(ownPart() - jobs.running());
  }

  function learn({ granted, limit, pausedForMs: paused, ...walks }: TurnAnswer) {
    if (isLost) settledAt = now() + settleMs;
    isLost = false;
    others = walks;
    adaptive.set(limit);
    hold(paused);
    // The store has lost the pause, or was never told.
    owesPause ||= pausedForMs() > paused + toleranceMs;
    // A request may have left before its slot was granted, and a pause may have begun.
    if (start(granted) < granted || owesPause) isDue = true;
    startIfAlone();
  }

  /** All that the store has to know, in the order of the arguments of `gateTurn`. */
  function tell(): (string | number)[] {
    turns += 1;
    const waiting = jobs.waiting();
    const wants = isAlone() ? waiting.map(() => 0) : waiting;
    const age = slowedStart === null ? -1 : Math.max(0, Math.round(now() - slowedStart));
    const pause = owesPause ? Math.ceil(pausedForMs()) : 0;
    const news = [successes, age, pause];
    successes = 0;
    slowedStart = null;
    owesPause = false;
    const held = [jobs.running(), jobs.walks()];
    const times = [leaseMs, patienceMs, memoryMs];
    return [me, turns, ...held, ...wants, concurrency, ...news, ...times, channel];
  }

  async function ask(): Promise<void> {
    isDue = false;
    try {
      learn(readTurnAnswer(await store.run(gateTurn, keys, tell())));
    } catch {
      isLost = true;
      startIfAlone();
    }
  }

  /** Takes turns until there is nothing new to say, and sets the alarm for the next. */
  async function takeTurn(): Promise<void> {
    clearImmediate(soon);
    soon = undefined;
    isDue = true;
    if (isAsking) return;
    isAsking = true;
    do await ask();
    while (isDue && !isLost);
    isAsking = false;
    setAlarm();
  }

  /** Takes a turn after the callbacks under way, so that one turn says all that they change. */
  function takeTurnSoon() {
    soon ??= setImmediate(() => void takeTurn());
  }

  function setAlarm() {
    clearTimeout(alarm);
    if (isClosed) return;
    const due: number[] = [];
    if (jobs.running() > 0) due.push(renewMs);
    if (jobs.isAnyWaiting()) due.push(pausedForMs() || (isAlone() ? retryMs : pollMs));
    if (due.length === 0) return;
    alarm = setTimeout(ring, Math.min(...due, longestTimerMs));
    alarm.unref();
  }

  function ring() {
    startIfAlone();
    void takeTurn();
  }

  const stopListening = store.listen(channel, (message) => {
    const pause = Number(message);
    if (pause > 0) {
      hold(pause);
      setAlarm();
    } else if (jobs.isAnyWaiting()) void takeTurn();
  });
  const forgetReturn = store.onReturn(() => {
    settledAt = now() + settleMs;
    void takeTurn();
  });
  // The first turn learns the limit and the pause.
  void store.firstUp.then(takeTurn);

  return {
    run(priority, signal, job) {
      const result = jobs.add(priority, signal, job);
      startIfAlone();
      void takeTurn();
      return result;
    },
    pause(ms) {
      hold(ms + safetyMs);
      owesPause = true;
      void takeTurn();
    },
    pausedForMs,
    speedUp() {
      adaptive.speedUp();
      successes += 1;
      takeTurnSoon();
    },
    slowDown(startedAt) {
      adaptive.slowDown(startedAt);
      slowedStart = Math.max(startedAt, slowedStart ?? startedAt);
      takeTurnSoon();
    },
    limit: adaptive.limit,
    walkRoom() {
      if (isAlone()) return ownPart();
      const { otherWalkers, otherWalks } = others;
      const fairPart = Math.ceil(adaptive.limit() / (otherWalkers + 1));
      return Math.max(fairPart, adaptive.limit() - otherWalks);
    },
    close() {
      isClosed = true;
      stopListening();
      forgetReturn();
      clearTimeout(alarm);
    },
  };
}
