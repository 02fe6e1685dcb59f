import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumbersQuery } from '#contract/query.ts';
import { firstPageAddress } from './page.ts';

const addressOf = (search: string) => firstPageAddress(new URLSearchParams(search));

test.each([
  ['', '/api/numbers'],
  ['?q=44&sort=-created&open=4420', '/api/numbers'],
  ['?type=mobile&voice=true', '/api/numbers?type=mobile&voice=true'],
  // Parameters have the order of the contract, not of the address.
  ['?voice=false&number=%2B44 20 7946 0000', '/api/numbers?number=442079460000&voice=false'],
  // Several values are several lists; the first list is requested first.
  ['?country_code=ee,gb&type=sip,local', '/api/numbers?country_code=ee&type=sip'],
  ['?voice=yes&type=&country_code=,XYZ', '/api/numbers'],
  ['?type=Local\\,+Mobile,sip', '/api/numbers?type=Local%2C+Mobile'],
  ['?voice=true&voice=false', '/api/numbers?voice=true'],
  ['?voice=yes&voice=true', '/api/numbers'],
  // None of these is a filter of the page.
  ['?country_name=Estonia&limit=5&cursor=a&__proto__=1', '/api/numbers'],
])('%s gives the address %s', (search, address) => {
  expect(addressOf(search)).toBe(address);
});

test('the account comes first, where there are several', () => {
  const search = new URLSearchParams('?type=sip&account=lab');
  expect(firstPageAddress(search, 'lab')).toBe('/api/numbers?account=lab&type=sip');
});

test('any address gives a valid request, and cannot break out of its header', () => {
  const anyValue = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('GB', 'true', '4420'));
  const anyName = fc.constantFrom('number', 'country_code', 'type', 'voice', 'x');
  fc.assert(
    fc.property(fc.array(fc.tuple(anyName, anyValue)), (entries) => {
      const address = firstPageAddress(new URLSearchParams(entries));
      expect(address).toMatch(/^\/api\/numbers(\?[\w%.*+=&-]+)?$/);
      const { searchParams } = new URL(address, 'http://localhost');
      expect(parseNumbersQuery(searchParams).faults).toEqual([]);
    }),
  );
});
