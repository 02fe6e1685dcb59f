import { formatCount } from '../../lib/format.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { aboutWidth, countTicks, monthMarks } from '../month-axis.ts';
import type { Picture } from '../picture.ts';
import { shareWords } from '../share.ts';
import * as words from '../words.ts';
import type { Palette } from './palette.ts';
import { type Drawing, element, lettersIn, textAt } from './svg.ts';

const mostBars = 20;
const rowHeight = 34;
const noteHeight = 16;
const countRoom = 120;
const shareRoom = 48;

/** Ranked bars, each with name, count and share. Long lists end with how many are left out. */
export function drawBars(
  { bars, total }: Pick<Extract<Picture, { kind: 'bars' }>, 'bars' | 'total'>,
  width: number,
  palette: Palette,
): Drawing {
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  const drawn = bars.filter(({ isChosen }, at) => at < mostBars || isChosen);
  const hasChoice = bars.some(({ isChosen }) => isChosen);
  const marks: string[] = [];
  let y = 0;
  for (const { name, count, note, isChosen = false } of drawn) {
    const weight = isChosen ? 600 : undefined;
    const label = shortenMiddle(name, lettersIn(width - countRoom - shareRoom));
    const fill = isChosen || !hasChoice ? palette['scale-4'] : palette['scale-2'];
    const length = Math.max(count > 0 ? 2 : 0, (width * count) / largest);
    marks.push(
      textAt(0, y + 14, label, { fill: palette.ink, weight }),
      textAt(width - shareRoom, y + 14, formatCount(count), {
        fill: palette.ink,
        weight,
        anchor: 'end',
      }),
      textAt(width, y + 14, shareWords(count, total), { fill: palette.muted, anchor: 'end' }),
      element('rect', { y: y + 20, width, height: 6, rx: 3, fill: palette.line }),
      element('rect', { y: y + 20, width: length, height: 6, rx: Math.min(3, length / 2), fill }),
    );
    if (note) marks.push(textAt(0, y + 40, note, { fill: palette.warn, size: 11 }));
    y += rowHeight + (note ? noteHeight : 0);
  }
  const left = bars.length - drawn.length;
  if (left > 0) {
    marks.push(textAt(0, y + 14, words.andMore(left), { fill: palette.muted }));
    y += 20;
  }
  return { marks: marks.join(''), height: y };
}

const plotHeight = 240;
const top = 8;

/** A bar for every month, over an axis of months and beside one of counts. */
export function drawMonths(
  { months, chosen }: Pick<Extract<Picture, { kind: 'months' }>, 'months' | 'chosen'>,
  width: number,
  palette: Palette,
): Drawing {
  const ticks = countTicks(Math.max(0, ...months.map(({ numbers }) => numbers)));
  const most = ticks.at(-1)!;
  const left = aboutWidth(formatCount(most)) + 8;
  const across = width - left;
  const step = across / Math.max(1, months.length);
  const bottom = top + plotHeight;
  const yOf = (count: number) => bottom - (plotHeight * count) / most;
  const round = (value: number) => Math.round(100 * value) / 100;
  const lines = ticks.flatMap((tick) => [
    element('path', {
      d: `M${left} ${yOf(tick)}H${width}`,
      stroke: tick === 0 ? palette.control : palette.line,
    }),
    textAt(left - 8, yOf(tick) + 4, formatCount(tick), { fill: palette.muted, anchor: 'end' }),
  ]);
  const bars = months.map(({ numbers }, at) => {
    const isChosen = chosen === null || (at >= chosen.from && at <= chosen.to);
    const height = Math.max(numbers > 0 ? 1 : 0, (plotHeight * numbers) / most);
    return element('rect', {
      x: round(left + (at + 0.07) * step),
      y: round(bottom - height),
      width: round(0.86 * step),
      height: round(height),
      fill: isChosen ? palette.accent : palette.control,
    });
  });
  const labels = monthMarks(months, across, aboutWidth).flatMap(({ at, label }) => {
    const x = round(left + at * step);
    return [
      element('path', { d: `M${x} ${bottom}v14`, stroke: palette.control }),
      textAt(x + 4, bottom + 14, label, { fill: palette.muted }),
    ];
  });
  return { marks: [...lines, ...bars, ...labels].join(''), height: bottom + 24 };
}
