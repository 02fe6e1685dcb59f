import { worldMap } from 'virtual:world-map';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatCount } from '../lib/format.ts';
import { mapSteps, stepOf } from './map-steps.ts';
import * as text from './words.ts';

interface WorldMapProps {
  /** Countries by falling count. */
  countries: readonly (readonly [code: string, count: number])[];
  chosen: readonly string[];
  nameOf: (code: string) => string;
  onChoose: (code: string) => void;
}

const { size, outlines, points } = worldMap;
const onMap = new Set([...outlines, ...points].map(([code]) => code));
const fills = ['fill-scale-1', 'fill-scale-2', 'fill-scale-3', 'fill-scale-4'];
const swatches = ['bg-scale-1', 'bg-scale-2', 'bg-scale-3', 'bg-scale-4'];
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** The world with countries shaded by count. One tab stop; arrow keys go by falling count. */
export function WorldMap({ countries, chosen, nameOf, onChoose }: WorldMapProps) {
  const map = useRef<SVGSVGElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const counts = new Map(countries);
  const shades = mapSteps(counts.values());
  const elsewhere = countries.filter(([code]) => !onMap.has(code));
  const order = countries.map(([code]) => code).filter((code) => onMap.has(code));
  const active = wanted !== null && order.includes(wanted) ? wanted : order[0];

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Enter' || key === ' ') onChoose(active);
    else if (key in steps) {
      const at = Math.min(Math.max(order.indexOf(active) + steps[key]!, 0), order.length - 1);
      setWanted(order[at]!);
      map.current?.querySelector<SVGElement>(`[data-code="${order[at]}"]`)?.focus();
    } else return;
    event.preventDefault();
  }

  const look = 'stroke-page stroke-2 forced-colors:stroke-[CanvasText]';
  const mark = (code: string) => {
    const count = counts.get(code) ?? 0;
    const words = text.counted(nameOf(code), count);
    const isChosen = chosen.includes(code);
    return {
      words,
      props: {
        role: 'button',
        'data-code': code,
        'aria-label': words,
        'aria-pressed': isChosen,
        tabIndex: code === active ? 0 : -1,
        // Not on focus: an element that moves in the document between press and release gets no click.
        onClick: () => {
          setWanted(code);
          onChoose(code);
        },
        className: `cursor-pointer outline-none hover:stroke-ink focus-visible:stroke-ink focus-visible:stroke-6 forced-colors:fill-[Highlight] ${isChosen ? 'stroke-ink stroke-4' : look} ${fills[stepOf(shades, count)]}`,
      },
    };
  };
  // Focused and chosen countries are drawn last: their outlines lie over those of neighbours.
  const rank = (code: string) => (code === active ? 2 : chosen.includes(code) ? 1 : 0);
  const lands = outlines.filter(([code]) => counts.has(code));
  const small = points.filter(([code]) => counts.has(code));

  return (
    <div className="grid min-w-0 content-start gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset, and the keys are those of the marks inside. */}
      <svg
        ref={map}
        viewBox={`-4 -4 ${size.width + 8} ${size.height + 8}`}
        role="group"
        aria-label={text.worldMap}
        className="w-full"
        onKeyDown={onKeyDown}
      >
        {outlines
          .filter(([code]) => !counts.has(code))
          .map(([code, path]) => (
            <path
              key={code + path.slice(0, 20)}
              d={path}
              aria-hidden
              className={`fill-line forced-colors:fill-[Canvas] ${look}`}
            />
          ))}
        {lands
          .toSorted(([a], [b]) => rank(a) - rank(b))
          .map(([code, path]) => {
            const { words, props } = mark(code);
            return (
              <path key={code + path.slice(0, 20)} d={path} {...props}>
                <title>{words}</title>
              </path>
            );
          })}
        {small.map(([code, x, y]) => {
          const { words, props } = mark(code);
          return (
            <circle key={code} cx={x} cy={y} r={13} {...props}>
              <title>{words}</title>
            </circle>
          );
        })}
      </svg>
      <ul
        aria-label={text.shades}
        className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted forced-colors:hidden"
      >
        {shades.map((start, at) => {
          const end = shades[at + 1];
          return (
            <li key={start} className="flex items-center gap-1.5">
              <span aria-hidden className={`size-2.5 rounded-sm ${swatches[at]}`} />
              <span>
                {end === undefined
                  ? text.orMore(formatCount(start))
                  : end - 1 > start
                    ? text.fromTo(formatCount(start), formatCount(end - 1))
                    : formatCount(start)}
              </span>
            </li>
          );
        })}
      </ul>
      {elsewhere.length > 0 && (
        <p className="text-xs text-muted">
          {text.notOnMap(
            elsewhere.map(([code, count]) => text.elsewhere(nameOf(code), formatCount(count))),
          )}
        </p>
      )}
    </div>
  );
}
