import { startCountingUpstream } from './counting-upstream.ts';
import { measureWalk, type Upstream, type Walk, walkOnce } from './measure-walk.ts';
import type { Outcome } from './outcome.ts';
import { median, round } from './statistics.ts';

const sandbox = { SANDBOX_NUMBERS: '10000', LOG_LEVEL: 'warn' };
const latencyMs = 50;
const concurrencies = [1, 4, 16] as const;
const rounds = 3;

const either = [true, false];
const capabilities = either.flatMap((voice) => either.map((messaging) => ({ voice, messaging })));

/**
 * The bound of the speed-up over a serial walk: all pages divided by those of the longest proof
 * chain.
 */
const boundOf = (upstream: Upstream) =>
  upstream.pages() / Math.max(...capabilities.map((one) => upstream.pages(one)));

/**
 * The summary of the walks at one concurrency: the median times, and the worst of every other
 * figure.
 */
const sumUp = (concurrency: number, walks: readonly Walk[], leastRequests: number) => ({
  everyRowMs: median(walks.map(({ everyRowMs }) => everyRowMs)),
  wholeMs: median(walks.map(({ wholeMs }) => wholeMs)),
  requestsRatio: Math.max(...walks.map(({ requests }) => requests)) / leastRequests,
  isHonest: walks.every((walk) => walk.isWhole && walk.mostInFlight <= concurrency),
  walks,
});

/**
 * Loads the sandbox's 10,000 numbers at 50 ms a request with the built server, at a concurrency of
 * 1, 4 and 16 in turns. The upstream is the bench's own, with the sandbox's rows, because it must
 * count the requests that arrive.
 */
export async function benchWalk(): Promise<Outcome> {
  const rows = [...(await walkOnce(sandbox)).rows.values()];
  const upstream = await startCountingUpstream(rows, latencyMs);
  try {
    const walks = { 1: [] as Walk[], 4: [] as Walk[], 16: [] as Walk[] };
    for (let at = 0; at < rounds; at += 1) {
      for (const concurrency of concurrencies) {
        walks[concurrency].push(await measureWalk(upstream, rows, concurrency));
      }
    }
    const [serial, four, sixteen] = concurrencies.map((concurrency) =>
      sumUp(concurrency, walks[concurrency], upstream.pages()),
    ) as [Summary, Summary, Summary];
    const bound = boundOf(upstream);
    const shareOfBound = ({ wholeMs }: Summary) => serial.wholeMs / wholeMs / bound;
    const rowsSooner = serial.everyRowMs / sixteen.everyRowMs;
    const seconds = [serial, four, sixteen].map(({ wholeMs }) => `${round(wholeMs / 1000, 1)} s`);
    return {
      measured: `at 4: ${round(shareOfBound(four), 2)} of the bound, ${round(four.requestsRatio, 2)} times the requests; at 16: every row ${round(rowsSooner, 1)} times sooner, the proof in ${round(shareOfBound(sixteen), 2)} of the bound, ${round(sixteen.requestsRatio, 2)} times the requests (whole at 1, 4 and 16: ${seconds.join(', ')})`,
      reached:
        [serial, four, sixteen].every(({ isHonest }) => isHonest) &&
        shareOfBound(four) >= 0.85 &&
        four.requestsRatio <= 1.05 &&
        rowsSooner >= 4 &&
        shareOfBound(sixteen) >= 0.8 &&
        sixteen.requestsRatio <= 2.6,
      figures: { bound, serial, four, sixteen },
    };
  } finally {
    upstream.close();
  }
}

type Summary = ReturnType<typeof sumUp>;
