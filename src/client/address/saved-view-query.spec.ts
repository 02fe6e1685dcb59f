import { expect, test } from 'vitest';
import { readViewQuery, viewQuery } from './saved-view-query.ts';

test('a view keeps its account, and neither open details nor a dialog', () => {
  const query = viewQuery({
    account: 'berlin',
    voice: true,
    open: '447480600503',
    dialog: 'admin',
  });
  expect(query).toBe('account=berlin&voice=true');
  expect(readViewQuery(query)).toMatchObject({ change: { account: 'berlin' }, dropped: [] });
});

test('a view of one account names none', () => {
  expect(viewQuery({ account: null, voice: true })).toBe('voice=true');
});

test('what a view cannot keep is named as it is written, once', () => {
  const query = 'type=sip&voice=perhaps&open=num-1&density=dense&utm_source=mail';
  const { change, dropped } = readViewQuery(query);
  expect(change).toMatchObject({ type: ['sip'], voice: null });
  expect(dropped).toEqual(['voice=perhaps', 'open=num-1', 'density=dense', 'utm_source=mail']);
});
