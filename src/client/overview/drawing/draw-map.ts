import { mapSteps, needsDot, shadeOf, stepWords } from '../map-steps.ts';
import type { mapView } from '../map-view.ts';
import { aboutWidth } from '../month-axis.ts';
import type { Picture } from '../picture.ts';
import * as words from '../words.ts';
import { type Palette, shadesOf } from './palette.ts';
import { type Drawing, element, textAt } from './svg.ts';

/** The opacity of countries beside chosen ones, as on screen. */
const faded = 0.35;

type Shaded = Pick<Extract<Picture, { kind: 'map' }>, 'countries' | 'chosen'>;

/** The map with countries shaded by count, and the counts of the shades. */
export function drawMap(
  { countries, chosen }: Shaded,
  { view, zoom, lands, step }: ReturnType<typeof mapView>,
  width: number,
  palette: Palette,
): Drawing {
  const counts = new Map(countries);
  const steps = mapSteps(counts.values());
  const shades = shadesOf(palette);
  // Lines keep their widths: the outlines are in units of the map, of which so many are a pixel.
  const unit = view.width / width;
  const rank = (code: string) => (chosen.includes(code) ? 2 : counts.has(code) ? 1 : 0);

  const drawn = lands
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .flatMap((land) => {
      const [code, x, y, , path] = land;
      const isChosen = chosen.includes(code);
      const shade = shadeOf(steps, counts.get(code) ?? 0);
      const fill = shade === null ? palette.land : shades[shade];
      const outline = (stroke: string, line: number, inside?: string) =>
        element('path', {
          d: path,
          transform: step === 1 ? undefined : `scale(${step})`,
          fill: inside,
          stroke,
          'stroke-width': (line * unit) / step,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        });
      const dot = (inside: string | undefined, radius: number) =>
        element('circle', { cx: x, cy: y, r: radius * unit, fill: inside });
      const hasDot = counts.has(code) && needsDot(land, zoom);
      const marks = [
        // A ring around a chosen country, apart from its fill in any shade.
        path !== '' && isChosen && outline(palette.ink, 6),
        path !== '' && outline(palette.page, isChosen ? 3 : 1.5, fill),
        hasDot && isChosen && dot(palette.ink, 7.5),
        hasDot && dot(palette.page, 6),
        hasDot && dot(fill, 5),
      ].filter((mark) => mark !== false);
      const isFaded = chosen.length > 0 && !isChosen && counts.has(code);
      return isFaded ? [element('g', { opacity: faded }, marks.join(''))] : marks;
    });
  const mapHeight = (width * view.height) / view.width;
  const map = element(
    'svg',
    {
      width,
      height: mapHeight,
      viewBox: [view.x, view.y, view.width, view.height].join(' '),
      overflow: 'hidden',
    },
    drawn.join(''),
  );

  let x = 0;
  let y = mapHeight + 24;
  const box = { width: 16, height: 10, rx: 2 };
  const plain = (fill: string) => (at: number, top: number) =>
    element('rect', { x: at, y: top, ...box, fill });
  // A chosen country has any shade within its ring, and the others have all shades, faded.
  const ringed = (at: number, top: number) =>
    element('rect', {
      x: at,
      y: top,
      ...box,
      fill: 'none',
      stroke: palette.ink,
      'stroke-width': 2,
    });
  const part = box.width / Math.max(1, steps.length);
  const fadedShades = (at: number, top: number) =>
    element(
      'g',
      { opacity: faded },
      steps
        .map(({ shade }, nth) =>
          element('rect', {
            ...{ x: at + nth * part, y: top, width: part, height: box.height },
            fill: shades[shade],
          }),
        )
        .join(''),
    );
  const legend = [
    ...steps.map((step) => [stepWords(step), plain(shades[step.shade]!)] as const),
    ...(chosen.length === 0
      ? []
      : ([
          [words.chosen, ringed],
          [words.notChosen, fadedShades],
        ] as const)),
  ].map(([label, swatch]) => {
    const room = 22 + aboutWidth(label) + 16;
    if (x + room > width) {
      x = 0;
      y += 20;
    }
    const at = x;
    x += room;
    return [swatch(at, y - 9), textAt(at + 22, y, label, { fill: palette.muted })].join('');
  });
  return { marks: [map, ...legend].join(''), height: y + 12 };
}
