import { describe, expect, test } from 'vitest';
import { refusedParts } from './refused-parts.ts';

describe('refusedParts', () => {
  test('names what cannot be read, and nothing else', () => {
    expect(refusedParts('?number=abc&voice=maybe&type=mobile&utm=1&q=')).toEqual([
      'number=abc',
      'voice=maybe',
    ]);
    expect(refusedParts('?country_code=GB,EE&sort=-created&open=num1')).toEqual([]);
    expect(refusedParts('')).toEqual([]);
  });

  test('a long one is shortened', () => {
    const [part] = refusedParts(`?number=${'x'.repeat(300)}`);
    expect(part!.length).toBeLessThan(60);
  });
});
