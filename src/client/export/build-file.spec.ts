import { afterAll, describe, expect, test, vi } from 'vitest';
import { ownScriptUrl } from './build-file.ts';

vi.stubGlobal('location', new URL('http://127.0.0.1:3000/?number=1'));
afterAll(() => vi.unstubAllGlobals());

describe('S25 only an asset of our own becomes a script', () => {
  test.each(['/assets/export.worker-A1.js', 'http://127.0.0.1:3000/assets/a.js', '/src/a.ts'])(
    '%s does',
    (url) => {
      expect(ownScriptUrl(url)).toBe(url);
    },
  );

  test.each([
    'https://evil.example/assets/a.js',
    '//evil.example/assets/a.js',
    '\\\\evil.example\\assets\\a.js',
    'http://127.0.0.1:3001/assets/a.js',
    'https://127.0.0.1:3000/assets/a.js',
    'http://127.0.0.1:3000@evil.example/assets/a.js',
    'data:text/javascript,alert(1)//assets/a.js',
    'blob:http://127.0.0.1:3000/assets/a.js',
    'javascript:alert(1)',
    '/api/numbers',
    '/assets/../api/numbers',
    '/assets/%2e%2e/api/numbers',
    '/theme.js',
    '',
  ])('%j does not', (url) => {
    expect(() => ownScriptUrl(url)).toThrow(TypeError);
  });
});
