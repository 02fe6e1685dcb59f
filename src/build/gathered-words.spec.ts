import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { expect, test } from 'vitest';

const isWords = (file: string) => /\/words\/|[/-]words\.ts$/.test(file);
const client = 'src/client';
const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .map((file) => join(client, file))
  .filter(
    (file) => /\.tsx?$/.test(file) && !isWords(file) && !/\.spec\.|\.d\.ts$|\/test-/.test(file),
  );

/** Attributes and properties that a person reads or hears. */
const spoken =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|text|does|hint|detail|says|what)$/;
/** These may also name something in code, as one word. */
const naming = /^(?:does|what)$/;
/** Functions that say something. */
const says = /^(?:announce|showToast)$/;

/** The texts that an expression can be. */
function textsOf(node: ESTree.Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return [node.value];
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.raw);
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : textsOf(node.left)), ...textsOf(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsOf(node.left), ...textsOf(node.right)] : [];
    case 'ArrowFunctionExpression':
      return textsOf(node.body);
    case 'JSXExpressionContainer':
      return textsOf(node.expression);
    default:
      return [];
  }
}

const isNode = (value: object): value is ESTree.Node => 'type' in value;

/** All nodes in a part of a syntax tree. */
function nodesIn(part: unknown): ESTree.Node[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(nodesIn);
  return isNode(part) ? [part, ...inside] : inside;
}

/** Whether an attribute or a property says its value. */
const isSaid = (name: string, value: ESTree.Node) =>
  spoken.test(name) &&
  !(naming.test(name) && textsOf(value).every((text) => /^[\w-]+$/.test(text)));

/** What a node says by itself. */
function saidBy(node: ESTree.Node): readonly ESTree.Node[] {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return node.children;
    case 'JSXAttribute': {
      const { name, value } = node;
      return value && name.type === 'JSXIdentifier' && isSaid(name.name, value) ? [value] : [];
    }
    case 'Property':
      return node.key.type === 'Identifier' && isSaid(node.key.name, node.value)
        ? [node.value]
        : [];
    case 'CallExpression':
      return node.callee.type === 'Identifier' && says.test(node.callee.name) ? node.arguments : [];
    default:
      return [];
  }
}

/** The texts of a module that a person reads on the page. */
const writtenTexts = (file: string, source: string): string[] =>
  nodesIn(parseSync(file, source).program)
    .flatMap((node) => saidBy(node).flatMap(textsOf))
    .filter((text) => /\p{L}/u.test(text));

test('every text that a person reads stands in a file of words', () => {
  expect(files.length).toBeGreaterThan(300);
  const written = files.flatMap((file) =>
    writtenTexts(file, readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(written).toEqual([]);
});

test.each([
  ['<p>Hello</p>', 'Hello'],
  ['<p>{isOn ? on : "Off"}</p>', 'Off'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template.
  ['<p title={`${count} rows`} />', ' rows'],
  ['<Button label="Close" />', 'Close'],
  ['announce("Copied")', 'Copied'],
  ['showToast({ text: "Copied" })', 'Copied'],
])('%s is found', (source, text) => {
  expect(writtenTexts('part.tsx', source)).toContain(text);
});
