import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '#contract/routes.ts';
import type { Person } from '../people/person.ts';
import { createFullApp } from '../security/test-full-app.ts';
import { createPageFolder } from '../security/test-page-folder.ts';
import { emptyPage } from '../test-app.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { Account } from './account.ts';
import { mainAccount, silentUpstream, testAccounts } from './test-accounts.ts';

const accountNamed = (id: string, groups: Account['groups']): Account => ({
  ...mainAccount,
  id,
  name: `The ${id}`,
  accountSid: `acc-${id}`,
  groups,
});

const sales = accountNamed('sales', { viewer: ['sales'], operator: ['telecom'] });
const board = accountNamed('board', { viewer: ['board'], operator: [] });
const lab = accountNamed('lab', { viewer: ['sales', 'board'], operator: [] });

const person = (...groups: string[]): Person => ({
  name: 'Ann',
  provider: { issuer: 'https://id.example', subject: 'ann', sid: null },
  groups,
  role: 'viewer',
});

/** The app over three accounts, and how often each was asked. */
async function createApp(changes: { clientDir?: string } = {}) {
  const asked: string[] = [];
  const upstreamOf = (account: Account): Upstream => ({
    ...silentUpstream,
    listNumbers: async () => {
      asked.push(account.id);
      return emptyPage;
    },
  });
  const of = [sales, board, lab].map((account) => ({ account, upstream: upstreamOf(account) }));
  const full = await createFullApp({ accounts: testAccounts(of), ...changes });
  const as = async (who: Person) => {
    const cookie = `sid=${await full.store.create(who)}`;
    return (path: string, init: RequestInit = {}) =>
      full.ask(path, { ...init, headers: { cookie, ...init.headers } });
  };
  return { ...full, asked, as };
}

const withoutId = (text: string) => text.replace(/"requestId":"[^"]*"/, '"requestId":""');

async function everythingOf(response: Response) {
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: withoutId(await response.text()) };
}

describe('an account that is not for the person is like one that does not exist', () => {
  test.each([
    ['GET', routes.numbers],
    ['GET', routes.inventory],
    ['GET', routes.checks],
    ['GET', routes.session],
    ['POST', routes.token.replace(':number_sid', 'num-sip')],
  ])('%s %s', async (method, path) => {
    const { as, asked } = await createApp();
    const ask = await as(person('sales'));
    const forbidden = await everythingOf(await ask(`${path}?account=board`, { method }));
    expect(forbidden).toMatchObject({ status: 404, body: expect.stringContaining('account_gone') });
    expect(await everythingOf(await ask(`${path}?account=bored`, { method }))).toEqual(forbidden);
    expect(asked).toEqual([]);
  });

  test('the log has no line that only one of them has, and says what was asked for', async () => {
    const { as, log } = await createApp();
    const ask = await as(person('sales'));
    const ids = ['board', 'bored'];
    for (const id of ids) await ask(`${routes.numbers}?account=${id}`);
    const lines = log().map(({ time, requestId, ms, ...line }) => line);
    const linesOf = (id: string) => lines.filter(({ refusedAccount }) => refusedAccount === id);
    expect(linesOf('board').map(({ msg }) => msg)).toEqual(['problem', 'request']);
    expect(ids.flatMap(linesOf)).toEqual(lines);
    const withoutId = ids.map((id) => linesOf(id).map(({ refusedAccount, ...line }) => line));
    expect(withoutId[0]).toEqual(withoutId[1]);
  });

  test.each([routes.numbers, routes.session])(
    '%s: the log shortens what was asked for, without control characters',
    async (path) => {
      const { as, log } = await createApp();
      const ask = await as(person('sales'));
      await ask(`${path}?account=%1b%5B2J%C2%9B${'x'.repeat(200)}`);
      expect(log().at(-1)?.refusedAccount).toBe(`%1B%5B2J%C2%9B${'x'.repeat(46)}`);
    },
  );
});

describe('the account of a request', () => {
  test('is the named one, and the log names it', async () => {
    const { as, asked, log } = await createApp();
    const ask = await as(person('sales'));
    expect((await ask(`${routes.numbers}?account=lab&type=mobile`)).status).toBe(200);
    expect(asked).toEqual(['lab']);
    expect(log().at(-1)).toMatchObject({ msg: 'request', account: 'lab' });
  });

  test('may be left out where the person may read one', async () => {
    const { as, asked } = await createApp();
    expect((await (await as(person('telecom')))(routes.numbers)).status).toBe(200);
    expect(asked).toEqual(['sales']);
  });

  test('has to be named where the person may read several', async () => {
    const { as, asked } = await createApp();
    const response = await (await as(person('sales')))(routes.numbers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_query', parameter: 'account' });
    expect(asked).toEqual([]);
  });

  test('is given once', async () => {
    const { as } = await createApp();
    const response = await (await as(person('sales')))(
      `${routes.numbers}?account=lab&account=sales`,
    );
    expect(await response.json()).toMatchObject({ code: 'invalid_query', parameter: 'account' });
  });

  test('is gone for a person who may read none', async () => {
    const { as } = await createApp();
    const ask = await as(person('hr'));
    for (const path of [routes.numbers, routes.session]) {
      expect(await (await ask(path)).json()).toMatchObject({ code: 'account_gone' });
    }
  });

  test('is nothing that a stranger learns of', async () => {
    const { ask } = await createApp();
    for (const path of [routes.numbers, routes.session, routes.find]) {
      for (const id of ['sales', 'bored']) {
        const response = await ask(`${path}?account=${id}`, { headers: { cookie: '' } });
        expect(response.status).toBe(401);
      }
    }
  });
});

describe('the session', () => {
  test('lists the accounts that the person may read, and shows the first', async () => {
    const { as } = await createApp();
    expect(await (await (await as(person('sales')))(routes.session)).json()).toMatchObject({
      account: { id: 'sales', name: 'The sales' },
      accounts: [
        { id: 'sales', name: 'The sales' },
        { id: 'lab', name: 'The lab' },
      ],
      account_sid: 'acc-sales',
    });
  });

  test('shows the named account', async () => {
    const { as } = await createApp();
    const ask = await as(person('sales'));
    expect(await (await ask(`${routes.session}?account=lab`)).json()).toMatchObject({
      account: { id: 'lab', name: 'The lab' },
      account_sid: 'acc-lab',
    });
  });
});

describe('the page preloads the first page of', () => {
  const { clientDir, remove } = createPageFolder();
  afterAll(remove);

  test.each([
    ['the first account, of several', ['sales'], '/', 'account=sales'],
    ['the account in the address', ['sales'], '/?type=sip&account=lab', 'account=lab&type=sip'],
    ['the only account, without its name', ['telecom'], '/?type=sip', 'type=sip'],
    ['the only account, by its name', ['telecom'], '/?account=sales', 'account=sales'],
    ['no account that is not for the person', ['sales'], '/?account=board', null],
    ['no account that does not exist', ['sales'], '/?account=bored', null],
    ['no account for a person who may read none', ['hr'], '/', null],
  ])('%s', async (_, groups, path, search) => {
    const { as, asked } = await createApp({ clientDir });
    const ask = await as(person(...groups));
    const response = await ask(path, { headers: { 'sec-fetch-site': 'none' } });
    expect(response.status).toBe(200);
    const link = search === null ? null : `<./api/numbers?${search}>; rel=preload; as=fetch`;
    expect(response.headers.get('link')).toBe(link);
    expect(asked).toEqual([]);
  });
});
