import { shortenMiddle } from '../../lib/shorten.ts';
import type { Palette } from './palette.ts';
import { type Drawing, element, lettersIn, textAt, xmlText } from './svg.ts';

const figureWidth = 960;
const padding = 24;
/** The width that is left for drawings. */
export const innerWidth = figureWidth - 2 * padding;
const gap = 20;

interface Titled {
  title: string;
  /** What the figure covers, and when. */
  lines: readonly string[];
  language: string;
}

/** A whole file: the title, what the figure covers, and drawings below each other. It needs nothing from outside. */
export function drawFigure(
  { title, lines, language }: Titled,
  drawings: readonly Drawing[],
  palette: Palette,
): string {
  const marks = [
    textAt(padding, padding + 16, title, { fill: palette.ink, size: 18, weight: 600 }),
    ...lines.map((line, at) =>
      textAt(padding, padding + 38 + 18 * at, shortenMiddle(line, lettersIn(innerWidth)), {
        fill: palette.muted,
      }),
    ),
  ];
  let y = padding + 38 + 18 * lines.length;
  for (const drawing of drawings) {
    marks.push(element('g', { transform: `translate(${padding} ${y})` }, drawing.marks));
    y += drawing.height + gap;
  }
  const height = Math.ceil(y - gap + padding);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: figureWidth,
      height,
      viewBox: `0 0 ${figureWidth} ${height}`,
      role: 'img',
      lang: language,
      'font-family': 'system-ui, sans-serif',
      fill: 'none',
    },
    [
      element('title', {}, xmlText(title)),
      element('rect', { width: figureWidth, height, fill: palette.page }),
      ...marks,
    ].join(''),
  );
}
