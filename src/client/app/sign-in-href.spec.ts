import { expect, test } from 'vitest';
import { signInHref } from './sign-in-href.ts';

test.each(['', '?account=berlin&q=50 %25 %26 more&country_code=GB,EE'])(
  'the way back to %j survives the way there',
  (search) => {
    const there = new URL(signInHref(search), 'https://tools.example/numbers/');
    expect(there.pathname).toBe('/numbers/sign-in');
    const back = new URL(there.searchParams.get('to') ?? '', 'https://tools.example/numbers/');
    expect(back.href).toBe(new URL(`/numbers/${search}`, back).href);
  },
);
