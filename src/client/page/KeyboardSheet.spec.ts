import { expect, test } from 'vitest';
import { keyLabels } from '../desk/keys/key-names.ts';
import { keyGroups } from './KeyboardSheet.tsx';

const groups = keyGroups({ hasHistory: true, canTakeSnapshot: true });

test.each(groups)('$title: every effect and every key is told once', ({ shortcuts }) => {
  const does = shortcuts.map((shortcut) => shortcut.does);
  expect(new Set(does).size).toBe(does.length);
  const strokes = shortcuts.flatMap(({ keys }) =>
    keys.map((key) => keyLabels(key, 'Ctrl').join(' ')),
  );
  expect(new Set(strokes).size).toBe(strokes.length);
});

test('keys have the labels that are printed on them', () => {
  const labels = groups.flatMap(({ shortcuts }) =>
    shortcuts.flatMap(({ keys }) => keys.flatMap((key) => keyLabels(key, 'Ctrl'))),
  );
  for (const label of labels) expect(label).toMatch(/^(\S|F\d+|[A-Z][a-z]*( Up| Down)?)$/);
});
