import { describe, expect, test } from 'vitest';
import { createEnvironment } from '../environment.ts';
import { readAccounts } from './read-accounts.ts';

const secret = 'a-test-token';
const path = '/etc/numbers/accounts.json';

type Files = Record<string, string | Uint8Array>;

function read(list: unknown, files: Files = {}, variables: Record<string, string> = {}) {
  const all: Files = {
    [path]: typeof list === 'string' ? list : JSON.stringify(list),
    '/etc/numbers/tokens/one': `${secret}\n`,
    '/run/two': `${secret}-of-two`,
    ...files,
  };
  const env = createEnvironment({ ACCOUNTS_FILE: path, ...variables }, (name, most = 64 * 1024) => {
    const content = all[name];
    if (content === undefined) throw Object.assign(new Error('No file'), { code: 'ENOENT' });
    if (content.length > most) throw Object.assign(new Error('Large'), { code: 'EFBIG' });
    return Buffer.from(content);
  });
  const accounts = readAccounts(env, 4);
  return { accounts, problems: env.problems };
}

const one = { id: 'one', name: 'One Ltd', account_sid: 'acc-1', auth_token_file: 'tokens/one' };
const two = {
  id: 'two-2',
  name: ' Two Ltd ',
  account_sid: 'acc-2',
  auth_token_file: '/run/two',
  groups: { viewer: ['sales'], operator: ['telecom'] },
  concurrency: 9,
};

test('every account with its token, whose file is found from the folder of the list', () => {
  const { accounts, problems } = read([one, two]);
  expect(problems).toEqual([]);
  expect(accounts).toEqual([
    {
      account: { id: 'one', name: 'One Ltd', accountSid: 'acc-1', concurrency: 4, groups: null },
      authToken: secret,
      tokenFile: '/etc/numbers/tokens/one',
    },
    {
      account: {
        id: 'two-2',
        name: 'Two Ltd',
        accountSid: 'acc-2',
        concurrency: 9,
        groups: { viewer: ['sales'], operator: ['telecom'] },
      },
      authToken: `${secret}-of-two`,
      tokenFile: '/run/two',
    },
  ]);
});

test('a group may be left out', () => {
  const { accounts } = read([{ ...one, groups: { viewer: ['sales'] } }]);
  expect(accounts?.[0]?.account.groups).toEqual({ viewer: ['sales'], operator: [] });
});

test('a hundred accounts with their groups fit', () => {
  const groups = { viewer: Array(40).fill('a-group-of-people'), operator: [] };
  const many = Array.from({ length: 100 }, (_, at) => ({
    ...one,
    id: `a-${at}`,
    account_sid: `acc-${at}`,
    groups,
  }));
  expect(read(many).accounts).toHaveLength(100);
});

const entry = (words: string) => expect.stringMatching(`^Entry 1 .*of ACCOUNTS_FILE .*: ${words}`);

describe('each fault is one line that names the entry and the field', () => {
  test.each<[string, unknown, string]>([
    ['no id', { ...one, id: undefined }, 'id must be'],
    ['an id with capitals', { ...one, id: 'One' }, 'id must be'],
    ['an id of 41 characters', { ...one, id: 'a'.repeat(41) }, 'id must be'],
    ['an empty name', { ...one, name: ' ' }, 'name must be'],
    ['a name of two lines', { ...one, name: 'One\nTwo' }, 'name must be'],
    ['a long name', { ...one, name: 'a'.repeat(81) }, 'name must be'],
    ['an account SID with a colon', { ...one, account_sid: 'acc:1' }, 'account_sid must be'],
    ['a token in place of a file', { ...one, auth_token: secret }, '"auth_token" is no field'],
    ['a misspelt field', { ...one, concurency: 4 }, '"concurency" .* nearest is concurrency'],
    ['no concurrency at all', { ...one, concurrency: 0 }, 'concurrency must be'],
    ['a concurrency as text', { ...one, concurrency: '4' }, 'concurrency must be'],
    ['groups as a list', { ...one, groups: ['sales'] }, 'groups must be'],
    ['a misspelt group', { ...one, groups: { viewers: ['sales'] } }, 'groups must be'],
    ['a group that is no text', { ...one, groups: { viewer: [1] } }, 'groups must be'],
    ['no object', 'one', 'an account must be an object'],
    [
      'a token file that is not there',
      { ...one, auth_token_file: 'tokens/none' },
      'auth_token_file names a file that cannot be read: /etc/numbers/tokens/none \\(ENOENT\\)',
    ],
  ])('%s', (_, wrong, words) => {
    const { problems } = read([wrong]);
    expect(problems).toEqual([entry(words)]);
    expect(problems.join()).not.toContain(secret);
  });

  test('all of them at once', () => {
    const { problems } = read([
      { ...one, id: 'One', nam: 'One' },
      { ...two, concurrency: 65 },
    ]);
    expect(problems).toHaveLength(3);
  });

  test('two accounts with one id, or one account SID', () => {
    expect(read([one, { ...two, id: 'one', account_sid: 'acc-1' }]).problems).toEqual([
      expect.stringMatching(/^Entry 2 \(one\) .*: id is that of entry 1 too\.$/),
      expect.stringMatching(/^Entry 2 \(one\) .*: account_sid is that of entry 1 too\.$/),
    ]);
  });

  test('a token file of two lines, without its text', () => {
    const { problems } = read([one], { '/etc/numbers/tokens/one': `${secret}\n${secret}` });
    expect(problems).toEqual([entry('auth_token_file names a file that has more than one line')]);
    expect(problems.join()).not.toContain(secret);
  });
});

test.each<[string, string | unknown[], string]>([
  ['no JSON', '[\n{]', 'is not JSON from line 2 on: /etc/numbers/accounts.json\\.$'],
  ['a token alone', secret, 'is not JSON: /etc/numbers/accounts.json\\.$'],
  ['an object', '{"id": "one"}', 'must hold a list'],
  ['no account', [], 'holds no account'],
  ['too many accounts', Array(1001).fill(one), 'holds more than 1000 accounts'],
  ['a file over a megabyte', 'x'.repeat(1024 * 1024 + 1), 'cannot be read: .* \\(EFBIG\\)'],
])('%s is one line', (_, list, words) => {
  expect(read(list).problems).toEqual([expect.stringMatching(`^ACCOUNTS_FILE .*${words}`)]);
});

test.each(['APIFONICA_ACCOUNT_SID', 'APIFONICA_AUTH_TOKEN', 'APIFONICA_AUTH_TOKEN_FILE'])(
  'a file of accounts and %s are not for one server',
  (name) => {
    expect(read([one], {}, { [name]: secret }).problems).toEqual([
      `ACCOUNTS_FILE and ${name} are both set; keep one.`,
    ]);
  },
);

test('REQUIRE_LIVE is content with a file of accounts', () => {
  expect(read([one], {}, { REQUIRE_LIVE: 'true' }).problems).toEqual([]);
});
