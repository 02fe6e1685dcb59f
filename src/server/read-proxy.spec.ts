import { expect, test } from 'vitest';
import { createEnvironment, type Variables } from './environment.ts';
import { readProxy } from './read-proxy.ts';

function read(variables: Variables) {
  const env = createEnvironment(variables);
  return { proxy: readProxy(env), problems: env.problems };
}

test('W12 there is no proxy without a variable, or with an empty one', () => {
  expect(read({})).toEqual({ proxy: null, problems: [] });
  expect(read({ HTTPS_PROXY: '', http_proxy: ' ' })).toEqual({ proxy: null, problems: [] });
});

test.each([
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, 'http://proxy.example:3128'],
  [{ HTTPS_PROXY: 'proxy.example:3128' }, 'http://proxy.example:3128'],
  [{ HTTPS_PROXY: 'https://proxy.example/' }, 'https://proxy.example'],
  [{ HTTPS_PROXY: 'http://[::1]:3128' }, 'http://[::1]:3128'],
  [{ HTTP_PROXY: 'http://a.example' }, 'http://a.example'],
  [{ HTTP_PROXY: 'http://a.example', HTTPS_PROXY: 'http://b.example' }, 'http://b.example'],
  [{ HTTPS_PROXY: 'http://a.example', https_proxy: 'http://b.example' }, 'http://b.example'],
])('W12 %o leads through %s', (variables, url) => {
  expect(read(variables)).toEqual({
    proxy: { url, authorization: null, except: '' },
    problems: [],
  });
});

test('W12 the address may be in a file, as other secrets are', () => {
  const file = Buffer.from('http://ann:canary@proxy.example:3128\n');
  const env = createEnvironment({ HTTPS_PROXY_FILE: '/run/proxy' }, () => file);
  expect(readProxy(env)?.url).toBe('http://proxy.example:3128');
  expect(env.problems).toEqual([]);
});

test('W12 user and password are taken out of the address', () => {
  const { proxy } = read({
    HTTPS_PROXY: 'http://a%40b:c%3Ad@proxy.example:3128',
    no_proxy: 'internal.example',
  });
  expect(proxy).toEqual({
    url: 'http://proxy.example:3128',
    authorization: `Basic ${Buffer.from('a@b:c:d').toString('base64')}`,
    except: 'internal.example',
  });
});

test.each([
  'http://',
  'http://user:canary@proxy.example:99999',
  'http://user:canary@proxy.example/path',
  'http://user:canary@proxy.example?x',
  'socks5://user:canary@proxy.example:1080',
  'ftp://user:canary@proxy.example',
  'http://user:canary%@proxy.example',
  'user:canary',
])('W12 %s is refused in one line, which quotes nothing of it', (HTTPS_PROXY) => {
  const { proxy, problems } = read({ HTTPS_PROXY });
  expect(proxy).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^HTTPS_PROXY /);
  expect(problems[0]).not.toContain('canary');
});
