import { describe, expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { passwordInWebhook, secretInWebhook, secretParameter } from './webhook-secrets.ts';

describe('secret-parameter', () => {
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

  test.each([
    'https://x.example.com/token=a',
    'https://x.example.com/#?token=a',
    '?',
    '',
    'token=a',
  ])('%j has no query with a secret', (url) => {
    expect(secretParameter(url)).toBeNull();
  });
});

describe('password-in-webhook', () => {
  test.each([
    'https://ann:hunter2@x.example.com/a',
    'https://hunter2@x.example.com/a',
    'https://:hunter2@x.example.com/hunter2?hunter2',
  ])('%s is shown redacted', (call_controller) => {
    expect(passwordInWebhook.check(soundRow({ call_controller }), context)).toEqual([
      {
        field: 'call_controller',
        message:
          'The call controller holds credentials (https://•••@x.example.com): everyone who may list the numbers reads them, and they end up in logs and exports.',
      },
    ]);
  });

  test.each([null, '', 'https://x.example.com/a@b', 'https://x.example.com/?a:b@c', 'sip:a:b@c'])(
    '%j gives no finding',
    (call_controller) => {
      expect(passwordInWebhook.check(soundRow({ call_controller }), context)).toEqual([]);
    },
  );
});

describe('secret-in-webhook', () => {
  test('a secret in the query is shown redacted', () => {
    const msg_controller = 'https://x.example.com/hunter2?id=hunter2&api_key=hunter2';
    expect(secretInWebhook.check(soundRow({ msg_controller }), context)).toEqual([
      {
        field: 'msg_controller',
        message:
          'The message controller on x.example.com seems to hold a secret (?api_key=•••): everyone who may list the numbers reads it, and it ends up in logs and exports.',
      },
    ]);
  });

  test.each([
    null,
    '',
    'https://x.example.com/?id=1',
    'https://x.example.com/token=1',
    'a?token=1',
  ])('%j gives no finding', (call_controller) => {
    expect(secretInWebhook.check(soundRow({ call_controller }), context)).toEqual([]);
  });
});
