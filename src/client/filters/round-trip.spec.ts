import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterEntries, isFilterText } from '#contract/filters.ts';
import { parseInventoryQuery, parseNumbersQuery } from '#contract/query.ts';
import {
  type FlagName,
  flagNames,
  type ListName,
  selectionEntries,
  selectionParts,
} from '#contract/selection.ts';
import { type Address, addressSelection } from '../address/address.ts';
import { cleanSearch, readAddress, writeAddress } from '../address/query-string.ts';
import { toggled } from '../address/toggled.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import { facetValues } from '../ui/facet-values.ts';

const anyText = fc.oneof(
  fc.constantFrom('GB', 'gb', 'GBR', '', 'Local Mobile', 'short_code', 'a,b', 'a\\,b', '%2C', 'ä+'),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ minLength: 60, maxLength: 70 }),
);
const anyRows = fc
  .array(
    fc.record({
      country_code: anyText,
      type: anyText,
      name: fc.option(anyText),
      country_name: anyText,
      voice: fc.boolean(),
      messaging: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => rows.map((row, at) => rentedNumber({ ...row, number_sid: `num-${at}` })));

const noAddress = { number: null, country_code: null, type: null, voice: null, messaging: null };

/** The address as it is read after a reload. */
function reloaded<Name extends ListName | FlagName>(name: Name, chosen: Address[Name]) {
  const { search } = new URL(cleanSearch(writeAddress({ [name]: chosen })), 'http://localhost');
  return readAddress(search).values[name];
}

test('W10 each facet that shows a row, clicked, shows it: here and to the server', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom('country_code', 'type'), (rows, name) => {
      const set = createRowSet(rows);
      const view = createRowViewer();
      const { facets } = view(set, { selection: {}, search: null, sort: null });
      const offered = facetValues([], set.columns[name].values, facets[name], (v) => v);
      expect(new Set(offered.map(({ value }) => value))).toEqual(
        new Set(rows.map((row) => row[name]).filter(isFilterText)),
      );
      let chosen: string[] | null = null;
      for (const { value, count } of offered) {
        const alone = reloaded(name, toggled(null, value)!);
        expect(alone).toEqual([value]);
        const selection = addressSelection({ ...noAddress, [name]: alone });
        const [part, ...others] = selectionParts(selection);
        expect(others).toEqual([]);
        const asked = parseNumbersQuery(new URLSearchParams(filterEntries(part!)));
        expect(asked).toMatchObject({ query: { filters: { [name]: value } }, faults: [] });
        const shown = view(set, { selection, search: null, sort: null });
        expect(shown.length).toBe(count);
        expect(shown.findIndex((row) => row[name] !== value)).toBe(-1);
        chosen = toggled(chosen, value);
      }
      if (chosen === null) return;
      expect(reloaded(name, chosen)).toEqual(chosen);
      const all = selectionEntries(addressSelection({ ...noAddress, [name]: chosen }));
      const { query, faults } = parseInventoryQuery(new URLSearchParams(all));
      expect(faults).toEqual([]);
      expect(query.selection[name]).toEqual(chosen);
    }),
  );
});

test('W10 each yes and no that the rail counts, clicked, shows as many rows: here and to the server', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(...flagNames), fc.boolean(), (rows, name, value) => {
      const set = createRowSet(rows);
      const view = createRowViewer();
      const { facets } = view(set, { selection: {}, search: null, sort: null });
      expect(reloaded(name, value)).toBe(value);
      const selection = addressSelection({ ...noAddress, [name]: value });
      const shown = view(set, { selection, search: null, sort: null });
      expect(shown.length).toBe(facets[name].get(String(value)) ?? 0);
      expect(shown.findIndex((row) => row[name] !== value)).toBe(-1);
      const asked = parseNumbersQuery(new URLSearchParams(selectionEntries(selection)));
      expect(asked).toMatchObject({ query: { filters: { [name]: value } }, faults: [] });
    }),
  );
});
