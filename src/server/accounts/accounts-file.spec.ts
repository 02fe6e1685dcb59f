import { expect, test } from 'vitest';
import { faultyLine } from './accounts-file.ts';

function lineOf(text: string): number | null {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return faultyLine(text, error);
    throw error;
  }
  throw new Error('This is JSON.');
}

const good = '  { "id": "north", "auth_token_file": "tokens/north" }';

test.each([
  ['a comma too many', `[\n${good},\n]`, 3],
  ['a comma too few', `[\n${good}\n${good}\n]`, 3],
  ['a name without quotes', `[\n${good},\n  { id: "south" }\n]`, 3],
  ['a word without quotes', `[\n${good},\n  { "concurrency": four, "id": "south" }\n]`, 3],
  ['a wrong word in the last line', `[\n${good},\n  { "id": south }]`, 3],
  ['a comment at the top', `// accounts\n[\n${good}\n]`, 1],
  ['a wrong mark at the top', `\n\n=[\n${good}\n]`, 3],
  ['a line break in a text', `[\n${good},\n  { "id": "so\nuth" }\n]`, 3],
  ['no end', `[\n${good},\n  [1\n\n`, 3],
  ['more behind the end', `[\n${good}\n]\n]`, 4],
  ['a wrong word whose surroundings are there twice', `[\n${twice()},\n${twice()}]`, null],
  ['a word alone', 'south', null],
  ['words that only look like a position', `x" JSON at position 1"${'\n'.repeat(30)}`, 1],
])('%s', (_, text, line) => expect(lineOf(text)).toBe(line));

test('the words of newer engines are read as well', () => {
  const error = new SyntaxError('Expected property name in JSON at position 3 (line 2 column 2)');
  expect(faultyLine('[\n{x', error)).toBe(2);
});

function twice() {
  return '  { "id": "a", "concurrency": four, "account_sid": "b" }';
}
