import type { Land } from 'virtual:world-map';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyMonth, monthFromText } from '../../fields/rented-months.ts';
import { drawBars, drawMonths } from './draw-bars.ts';
import { drawMap } from './draw-map.ts';
import { drawFigure } from './save-picture.ts';
import { element, textAt, xmlText } from './svg.ts';
import { testPalette as palette } from './test-palette.ts';

interface Mark {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** The elements of a drawing, with their own text. */
const marksOf = (markup: string): Mark[] =>
  [...markup.matchAll(/<([a-z]+)((?: [\w:-]+="[^"<]*")*)>([^<]*)/g)].map(
    ([, name = '', attributes = '', text = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      ),
      text,
    }),
  );
const textsOf = (markup: string) =>
  marksOf(markup).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
const named = (markup: string, name: string) =>
  marksOf(markup).filter((mark) => mark.name === name);

test('every bar is as long as its share of the largest, beside its count and per cent', () => {
  const bars = [
    { name: 'hooks.example.com', count: 40 },
    { name: '<b>&', count: 10, note: 'over plain http' },
    { name: 'Nothing', count: 0 },
  ];
  const { marks, height } = drawBars({ bars, total: 100 }, 800, palette);
  expect(textsOf(marks)).toEqual([
    'hooks.example.com',
    '40',
    '40%',
    '&lt;b&gt;&amp;',
    '10',
    '10%',
    'over plain http',
    'Nothing',
    '0',
    '0%',
  ]);
  const lengths = named(marks, 'rect')
    .filter(({ attributes }) => attributes.fill === '--scale-4')
    .map(({ attributes }) => Number(attributes.width));
  expect(lengths).toEqual([800, 200, 0]);
  const lowest = Math.max(...named(marks, 'rect').map(({ attributes }) => Number(attributes.y)));
  expect(height).toBeGreaterThan(lowest + 6);
});

test('a long list ends with what it leaves out, and keeps what is chosen', () => {
  const bars = Array.from({ length: 30 }, (_, at) => ({
    name: `Host ${at}`,
    count: 30 - at,
    isChosen: at === 25,
  }));
  const texts = textsOf(drawBars({ bars, total: 465 }, 800, palette).marks);
  expect(texts).toContain('Host 25');
  expect(texts).not.toContain('Host 24');
  expect(texts.at(-1)).toBe('9 more, not shown');
});

test('a long name is shortened before it reaches the count', () => {
  const bars = [{ name: `a${'b'.repeat(400)}c`, count: 1 }];
  const [label] = textsOf(drawBars({ bars, total: 1 }, 800, palette).marks);
  expect(label).toMatch(/^ab+…b+c$/);
  expect(label!.length).toBeLessThan(110);
});

test('months stand on an axis of round counts, and those that are not chosen are grey', () => {
  const january = monthFromText('2024-01');
  const months = everyMonth(new Map([0, 1, 2, 3].map((at) => [january + at, 10 * (at + 1)])));
  const { marks } = drawMonths({ months, chosen: { from: 1, to: 2 } }, 912, palette);
  expect(textsOf(marks)).toEqual(['0', '10', '20', '30', '40', '2024', 'Feb', 'Mar', 'Apr']);
  const bars = named(marks, 'rect').map(({ attributes }) => attributes);
  expect(bars.map(({ fill }) => fill)).toEqual(['--control', '--accent', '--accent', '--control']);
  const heights = bars.map(({ height }) => Number(height));
  expect(heights).toEqual([60, 120, 180, 240]);
});

const square = 'm0 0 8 0 0 8-8 0z';
const lands: Land[] = [
  ['AA', 4, 4, 8, square],
  ['BB', 4, 4, 8, square],
  ['CC', 4, 4, 1, ''],
  ['', 4, 4, 8, square],
];
const view = { x: 0, y: 0, width: 200, height: 88 };

test('countries have the shades of their counts, dots the small ones, and the legend has all', () => {
  const countries = [
    ['AA', 900],
    ['CC', 3],
  ] as const;
  const map = { view, zoom: 1, lands, beyond: [], step: 1 };
  const { marks } = drawMap({ countries, chosen: [] }, map, 800, palette);
  expect(named(marks, 'path').map(({ attributes }) => attributes.fill)).toEqual([
    '--land',
    '--land',
    '--scale-7',
  ]);
  const dot = named(marks, 'circle').at(-1)!;
  expect(dot.attributes).toMatchObject({ cx: '4', cy: '4', fill: '--scale-1' });
  expect(textsOf(marks)).toEqual(['3 to 899', '900']);
});

test('a chosen country has a ring, and the others fade', () => {
  const countries = [
    ['AA', 900],
    ['BB', 3],
  ] as const;
  const map = { view, zoom: 1, lands, beyond: [], step: 0.25 };
  const { marks } = drawMap({ countries, chosen: ['BB'] }, map, 800, palette);
  expect(textsOf(marks).slice(-2)).toEqual(['Chosen', 'Not chosen']);
  // The ring of the legend has no shade of its own, and what is not chosen has all of the scale.
  const fills = named(marks, 'rect').map(({ attributes }) => attributes.fill);
  expect(fills).toEqual(['--scale-1', '--scale-7', 'none', '--scale-1', '--scale-7']);
  expect(marks).toMatch(/<g opacity="0.35">(<rect [^>]*><\/rect>){2}<\/g>/);
  expect(marks).toContain('<g opacity="0.35"><path d="m0 0 8 0 0 8-8 0z" transform="scale(0.25)"');
  const ring = named(marks, 'path').find(({ attributes }) => attributes.stroke === '--ink')!;
  // Six pixels, in the steps of the outline.
  expect(Number(ring.attributes['stroke-width'])).toBe((6 * 200) / 800 / 0.25);
  expect(named(marks, 'path').at(-1)!.attributes.fill).toBe('--scale-1');
});

test('a file stands alone: a title, what it covers, and no address of anything else', () => {
  const drawing = drawBars({ bars: [{ name: 'Local', count: 1 }], total: 1 }, 912, palette);
  const lines = ['All 5,310 numbers · 12:04', 'Country: "UK" & <others>'];
  const svg = drawFigure({ title: 'Numbers by type', lines, language: 'en' }, [drawing], palette);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960" height="\d+"/);
  expect(textsOf(svg).slice(0, 3)).toEqual([
    'Numbers by type',
    'All 5,310 numbers · 12:04',
    'Country: &quot;UK&quot; &amp; &lt;others&gt;',
  ]);
  expect(svg).not.toMatch(/url\(|href|class=|style=|<image|<script|foreignObject/);
  expect(svg).toContain('font-family="system-ui, sans-serif"');
});

test('whatever a text holds, it is well-formed XML and can be an address', () => {
  const codes = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.nat(127)));
  fc.assert(
    fc.property(codes, (units) => {
      const text = String.fromCharCode(...units);
      const markup = textAt(0, 0, text, { fill: text }) + element('a', { title: text });
      expect(marksOf(markup).map(({ name }) => name)).toEqual(['text', 'a']);
      expect(xmlText(text)).not.toMatch(/[\0\uFFFE]|\p{Surrogate}/u);
      expect(() => encodeURIComponent(markup)).not.toThrow();
    }),
  );
  expect(xmlText('a\u0007\uD800b')).toBe('a\uFFFD\uFFFDb');
});
