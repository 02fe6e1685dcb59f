import { rowLine } from '#contract/number-line.ts';
import { isPause } from '../is-pause.ts';
import type { InventoryRule } from '../rule.ts';

/**
 * One number in several rows. Rows with equal SIDs are one row that came twice, and no duplicate.
 */
export const duplicateNumber: InventoryRule = {
  id: 'duplicate-number',
  level: 'error',
  title: 'Listed more than once',
  remedy:
    'Compare the setups of these numbers. Keep the intended one and give the others back, or ask Apifonica why the number is listed again.',
  *check(rows) {
    const sidsOf = new Map<string, Set<string> | string>();
    for (const [at, row] of rows.entries()) {
      if (isPause(at)) yield null;
      const { number_sid } = row;
      const line = rowLine(row);
      const sids = sidsOf.get(line);
      // A Set for each number would cost more than all other rules together.
      if (sids === undefined) sidsOf.set(line, number_sid);
      else if (typeof sids !== 'string') sids.add(number_sid);
      else if (sids !== number_sid) sidsOf.set(line, new Set([sids, number_sid]));
    }
    for (const sids of sidsOf.values()) {
      if (typeof sids === 'string') continue;
      const message = `The number is rented ${sids.size} times under different SIDs. Apifonica does not document which setup a call or message reaches.`;
      for (const sid of sids) yield [sid, { field: 'number', message }];
    }
  },
};
