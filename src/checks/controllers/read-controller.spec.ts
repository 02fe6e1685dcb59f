import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readController } from './read-controller.ts';

test.each([null, '', '  ', '\t'])('%j is none', (text) => {
  expect(readController(text)).toEqual({ kind: 'none' });
});

test.each([
  'hooks',
  '//x.example.com/',
  '/hook',
  'http://',
  'http://[::1',
  'http://a b/',
  'https://x:99999/',
])('%j cannot be read', (text) => {
  expect(readController(text)).toEqual({ kind: 'unreadable' });
});

test.each([
  ['sip:42@pbx.example.com', 'sip'],
  ['FTP://x.example.com/', 'ftp'],
  ['hooks.example.com:8080/voice', null],
  ['localhost:3000/hook', null],
  ['hunter2:secret', null],
  ['javascript:alert(1)', null],
])('%j is a URL, but no web address', (text, scheme) => {
  expect(readController(text)).toEqual({ kind: 'foreign', scheme });
});

test('an address of the web is read, and nothing secret of it is kept', () => {
  const plain = { kind: 'web', isolation: null, hasUserInfo: false };
  expect(readController('https://Hooks.Example.com:443/a?b=1#c')).toEqual({
    ...plain,
    scheme: 'https',
    host: 'hooks.example.com',
  });
  expect(readController(' http://x.example.com:8080 ')).toEqual({
    ...plain,
    scheme: 'http',
    host: 'x.example.com:8080',
  });
  const secret = readController('https://ann:hunter2@10.0.0.1/hunter2?token=hunter2');
  expect(secret).toMatchObject({ hasUserInfo: true, host: '10.0.0.1' });
  expect(JSON.stringify(secret)).not.toContain('hunter2');
  expect(readController('https://ann@x.example.com')).toMatchObject({ hasUserInfo: true });
});

test('a host is shown up to 80 characters', () => {
  const host = `${'a'.repeat(60)}.${'b'.repeat(11)}.example`;
  expect(readController(`https://${host}/`)).toMatchObject({ host });
  expect(readController(`https://a${host}/`)).toMatchObject({
    host: `a${host.slice(0, 79)}…`,
  });
});

test('the memory is bounded, and forgetting changes no reading', () => {
  const first = readController('https://first.example.com/');
  readController('https://second.example.com/');
  expect(readController('https://first.example.com/')).toBe(first);
  for (let at = 0; at < 5000; at += 1) readController(`https://x${at}.example.com/`);
  expect(readController('https://first.example.com/')).not.toBe(first);
  expect(readController('https://first.example.com/')).toEqual(first);
});

test('any text behind the authority changes nothing', () => {
  const anyAuthority = fc.oneof(
    fc.webAuthority({ withUserInfo: true, withPort: true }),
    fc.constantFrom('127.1', '[::1]', '[::1', 'a@b@c.com', 'x:0', ':80', '@', 'a b', 'x\ty.com'),
    fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[/\\?#]/g, '')),
  );
  const anyRest = fc
    .tuple(fc.constantFrom('/', '?', '#', '\\'), fc.string({ unit: 'binary' }))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyAuthority, anyRest, (authority, rest) => {
      const text = `http://${authority}${rest}`;
      const controller = readController(text);
      expect(controller.kind === 'web').toBe(URL.canParse(text));
      if (controller.kind !== 'web') return;
      const { host, username, password } = new URL(text);
      expect(host).toContain(controller.host.replace(/…$/, ''));
      expect(controller.hasUserInfo).toBe(username + password !== '');
    }),
    { numRuns: 500 },
  );
});
