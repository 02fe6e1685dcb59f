import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(
  [
    '../**/*.{ts,tsx}',
    '!../words/**',
    '!../**/{words,*-words}.ts',
    '!../**/*.spec.ts',
    '!../**/test-*.ts',
  ],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** Patterns of a name or a sentence in code. The linter looks through JSX. */
const texts = [
  /\b(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt|label|what|says|hint|detail)="[^"]*\p{L}/u,
  /\b(?:title|placeholder|label|hint|detail|meaning): ['"`]/,
  /\bdoes: ['"`]\p{Lu}/u,
  /\bannounce\(['"`]/,
  /['"`]\p{Lu}\p{Ll}*[ ,:][^'"`]*['"`]/u,
];
/** Texts of errors, which only developers read. */
const ofDevelopers = /Error\(/;

test('texts stand in files of words', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(200);
  const found = Object.entries(sources).flatMap(([file, source]) =>
    source
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .split('\n')
      .filter((line) => !ofDevelopers.test(line) && texts.some((text) => text.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
