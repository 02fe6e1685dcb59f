import { formatCount } from '../../lib/format.ts';
import { aboutWidth, countTicks, monthMarks } from '../month-axis.ts';
import type { Picture } from '../picture.ts';
import type { Palette } from './palette.ts';
import { type Drawing, element, textAt } from './svg.ts';

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
