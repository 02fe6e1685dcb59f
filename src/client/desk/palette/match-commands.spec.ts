import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { matchCommands } from './match-commands.ts';

const command = (label: string, more: Partial<Command> = {}): Command => ({
  id: label,
  group: 'Do',
  label,
  run() {},
  ...more,
});

const commands = [
  command('Load all'),
  command('Country: Ireland', { group: 'Filter', also: 'IE', isQuiet: true }),
  command('Country: Côte d’Ivoire', { group: 'Filter', also: 'CI', isQuiet: true }),
  command('Country: Estonia', { group: 'Filter', also: 'EE', isQuiet: true }),
  command('Voice: Yes', { group: 'Filter' }),
];

const labels = (text: string, most = 9) =>
  matchCommands(commands, text, most).map(({ label }) => label);

test.each([
  ['load', ['Load all']],
  ['all lo', ['Load all']],
  ['est', ['Country: Estonia']],
  ['ee', ['Country: Estonia']],
  ['filter voice', ['Voice: Yes']],
  ['cote', ['Country: Côte d’Ivoire']],
  ['ÍRELAND', ['Country: Ireland']],
  ['land', ['Country: Ireland']],
  ['load none', []],
])('%j finds %j', (text, found) => {
  expect(labels(text)).toEqual(found);
});

test('without a text all but the quiet ones are there', () => {
  expect(labels('  ')).toEqual(['Load all', 'Voice: Yes']);
});

test('a label that begins with the text comes first, and there are no more than asked for', () => {
  const two = [command('Use voice'), command('Voice: Any')];
  expect(matchCommands(two, 'voice', 9).map(({ label }) => label)).toEqual([
    'Voice: Any',
    'Use voice',
  ]);
  expect(labels('country', 2)).toHaveLength(2);
});
