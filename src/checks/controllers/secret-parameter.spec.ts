import { expect, test } from 'vitest';
import { secretParameter } from './secret-parameter.ts';

const inQuery = (query: string) => secretParameter(`https://x.example.com/hook?${query}`);

test.each([
  ['token=a', 'token'],
  ['a=1&key=b', 'key'],
  ['api_key=x', 'api_key'],
  ['apiKey=x', 'apiKey'],
  ['APIKEY=x', 'APIKEY'],
  ['X-Api-Key=x', 'X-Api-Key'],
  ['secret=x', 'secret'],
  ['clientSecret=x', 'clientSecret'],
  ['password=x', 'password'],
  ['passwd=x', 'passwd'],
  ['pass=x', 'pass'],
  ['sig=x', 'sig'],
  ['X-Amz-Signature=x', 'X-Amz-Signature'],
  ['auth=x', 'auth'],
  ['access.token=x', 'access.token'],
  ['tok%65n=x', 'token'],
  ['accessKey=x', 'accessKey'],
  ['hMac=x', 'hMac'],
  ['v2Key=x', '•••'],
  ['token[hunter2]=x', '•••'],
  ['key_4f8a9c=x', '•••'],
  ['a=1&token=b#key=c', 'token'],
])('%s holds a secret in %s', (query, shown) => {
  expect(inQuery(query)).toBe(shown);
});

test.each([
  '',
  'token',
  'token=',
  'monkey=1',
  'signal=1',
  'author=me',
  'passenger=1',
  'keyboard=1',
  'step0=campaign%200',
  'id=token',
])('%j holds no secret', (query) => {
  expect(inQuery(query)).toBeNull();
});

test('an address that is a query alone is read too', () => {
  expect(secretParameter('?token=a')).toBe('token');
});

test.each(['https://x.example.com/token=a', 'https://x.example.com/#?token=a', '?', '', 'token=a'])(
  '%j has no query with a secret',
  (url) => {
    expect(secretParameter(url)).toBeNull();
  },
);
