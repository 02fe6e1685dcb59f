import * as v from 'valibot';
import { expect, test } from 'vitest';
import { soundRow } from '#checks/test-row.ts';
import { type FindEvent, findEventSchema } from '#contract/find.ts';
import type { NumberPage } from '#contract/number.ts';
import type { NumbersQuery } from '#contract/query.ts';
import { routes } from '#contract/routes.ts';
import type { Account } from '../accounts/account.ts';
import { mainAccount, silentUpstream, testAccounts } from '../accounts/test-accounts.ts';
import type { Person } from '../people/person.ts';
import { ProblemError } from '../problem-error.ts';
import { createFullApp } from '../security/test-full-app.ts';
import { createTestApp, emptyPage } from '../test-app.ts';
import type { Asking } from '../upstream/upstream.ts';

const address = `${routes.find}?number=%2B44%207480%20600503`;

const accountAt = (at: number): Account => ({
  ...mainAccount,
  id: `account-${at}`,
  name: `Account ${at}`,
  groups: at % 2 === 0 ? { viewer: ['even'], operator: [] } : null,
});

type Answer = (query: NumbersQuery, asking: Asking) => Promise<NumberPage>;

/** As many accounts as there are answers. */
const accountsThat = (answers: readonly Answer[]) =>
  testAccounts(
    answers.map((listNumbers, at) => ({
      account: accountAt(at),
      upstream: { ...silentUpstream, listNumbers },
    })),
  );

const eventsOf = async (response: Response): Promise<FindEvent[]> =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => v.parse(findEventSchema, JSON.parse(line)));

const has: Answer = async () => ({ ...emptyPage, numbers: [soundRow()] });
const hasNot: Answer = async () => emptyPage;
const fails: Answer = () =>
  Promise.reject(new ProblemError('upstream_timeout', 'It took too long.'));

test('every account is asked for exactly the number, and one that fails is named', async () => {
  const queries: NumbersQuery[] = [];
  const noting: Answer = (query) => {
    queries.push(query);
    return has(query, {} as Asking);
  };
  const { ask } = createTestApp(undefined, { accounts: accountsThat([hasNot, fails, noting]) });
  const events = await eventsOf(await ask(address));
  expect(events[0]).toEqual({ event: 'asked', accounts: 3 });
  expect(events.slice(1, -1)).toHaveLength(3);
  expect(events.slice(1, -1)).toEqual(
    expect.arrayContaining([
      { event: 'answered', account: { id: 'account-0', name: 'Account 0' }, numbers: [] },
      {
        event: 'failed',
        account: { id: 'account-1', name: 'Account 1' },
        problem: expect.objectContaining({ code: 'upstream_timeout', retryable: true }),
      },
      { event: 'answered', account: { id: 'account-2', name: 'Account 2' }, numbers: [soundRow()] },
    ]),
  );
  expect(events.at(-1)).toEqual({ event: 'done', answered: 2, failed: 1 });
  expect(queries).toEqual([{ filters: { number: '447480600503' }, limit: 20, cursor: null }]);
});

test('only accounts that the person may read are asked or counted', async () => {
  const asked: string[] = [];
  const answers = [0, 1, 2].map((at) => async () => {
    asked.push(accountAt(at).id);
    return emptyPage;
  });
  const full = await createFullApp({ accounts: accountsThat(answers) });
  const person: Person = {
    name: 'Ann',
    provider: { issuer: 'https://id.example', subject: 'ann', sid: null },
    groups: ['odd'],
    role: 'viewer',
  };
  const cookie = `sid=${await full.store.create(person)}`;
  const events = await eventsOf(await full.ask(address, { headers: { cookie } }));
  expect(events[0]).toEqual({ event: 'asked', accounts: 1 });
  expect(asked).toEqual(['account-1']);
});

test('eight accounts are asked at once, and another when one has answered', async () => {
  const waiting: (() => void)[] = [];
  const answer: Answer = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return emptyPage;
  };
  const { ask } = createTestApp(undefined, { accounts: accountsThat(Array(20).fill(answer)) });
  const whole = ask(address).then(eventsOf);
  await expect.poll(() => waiting.length).toBe(8);
  waiting.shift()?.();
  await expect.poll(() => waiting.length).toBe(8);
  for (let answered = 1; answered < 20; answered += 1) {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.();
  }
  expect((await whole).at(-1)).toEqual({ event: 'done', answered: 20, failed: 0 });
});

test('no account is asked any more when the reader leaves', async () => {
  const signals: AbortSignal[] = [];
  const answer: Answer = (_, { signal }) => {
    signals.push(signal);
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
  };
  const { ask } = createTestApp(undefined, { accounts: accountsThat(Array(20).fill(answer)) });
  const reader = (await ask(address)).body!.getReader();
  await reader.read();
  const second = reader.read();
  await expect.poll(() => signals.length).toBe(8);
  await reader.cancel();
  await second;
  expect(signals.map(({ aborted }) => aborted)).toEqual(Array(8).fill(true));
});

test('when the server stops, the accounts that have not answered are named', async () => {
  const stopping = new AbortController();
  const answer: Answer = (_, { signal }) =>
    new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
  const { ask } = createTestApp(undefined, {
    accounts: accountsThat([hasNot, answer]),
    stopping: stopping.signal,
  });
  const response = await ask(address);
  stopping.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
  expect((await eventsOf(response)).at(-1)).toEqual({ event: 'done', answered: 0, failed: 2 });
});

test('a client has twenty searches at once, and another when one has ended', async () => {
  const answer: Answer = (_, { signal }) =>
    new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
  const { ask } = createTestApp(undefined, { accounts: accountsThat([answer]) });
  const searches: Response[] = [];
  for (let at = 0; at < 20; at += 1) searches.push(await ask(address));
  expect(searches.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const refused = await ask(address);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: 'busy' });
  await searches[0]?.body?.cancel();
  expect((await ask(address)).status).toBe(200);
});

test.each(['', '?number=', '?number=12', '?number=447480600503&account=account-1'])(
  '%j is refused',
  async (search) => {
    const { ask } = createTestApp(undefined, { accounts: accountsThat([has]) });
    const response = await ask(routes.find + search);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_query' });
  },
);
