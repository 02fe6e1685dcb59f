import { formatCount } from '../../lib/format.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
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
