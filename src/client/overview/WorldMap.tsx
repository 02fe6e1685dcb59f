import { type Land, worldMap } from 'virtual:world-map';
import { useId } from 'react';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { MapLegend, MapMark } from './MapMark.tsx';
import { mapSteps, shadeOf } from './map-steps.ts';
import { isOnMap, type MapRegion, mapView, useEurope } from './map-view.ts';
import { shareWords } from './share.ts';
import { Tooltip } from './Tooltip.tsx';
import { useMapButtons } from './useMapButtons.ts';
import * as text from './words.ts';

interface WorldMapProps {
  /** Countries by falling count. */
  countries: readonly (readonly [code: string, count: number])[];
  total: number;
  chosen: readonly string[];
  nameOf: (code: string) => string;
  onChoose: (code: string) => void;
  region: MapRegion;
  onRegion: (region: MapRegion) => void;
}

const { size } = worldMap;
/** How long the pointer may cross other countries on its way to a tooltip. */
const crossingMs = 120;
/** The share of the picture, in percent, that a tooltip above a country needs. */
const tipShare = 30;

interface GroundProps {
  land: Land;
  transform?: string | undefined;
}

/** Land without numbers. */
const Ground = ({ land: [, , , , path], transform }: GroundProps) =>
  path !== '' && (
    <path
      d={path}
      transform={transform}
      vectorEffect="non-scaling-stroke"
      aria-hidden
      className="fill-land stroke-page stroke-[0.75] forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
    />
  );

/** The world with countries shaded by count. One tab stop; arrow keys go by falling count. */
export function WorldMap({
  countries,
  total,
  chosen,
  nameOf,
  onChoose,
  region,
  onRegion,
}: WorldMapProps) {
  const id = useId();
  const europe = useEurope(region === 'europe', () => onRegion('world'));
  const { view, zoom, lands, beyond, step } = mapView(europe);
  const transform = step === 1 ? undefined : `scale(${step})`;
  const counts = new Map(countries);
  const shades = mapSteps(counts.values());
  const elsewhere = countries.filter(([code]) => !isOnMap(code));
  const pictured = new Map(lands.map((land) => [land[0], land]));
  const order = countries.map(([code]) => code).filter((code) => pictured.has(code));
  const { map, active, tipped, isPointed, onKeyDown, buttonProps } = useMapButtons(
    order,
    chosen,
    onChoose,
  );

  function tipOf(code: string) {
    // A tooltip stays a moment longer than its country, which may leave the picture.
    const [, x, y] = pictured.get(code) ?? [code, view.x, view.y];
    const count = counts.get(code) ?? 0;
    const down = (100 * (y - view.y)) / view.height;
    return {
      title: nameOf(code),
      detail: text.countOf(count, shareWords(count, total), formatCount(total)),
      x: (100 * (x - view.x)) / view.width,
      y: down,
      side: down < tipShare ? ('below' as const) : ('above' as const),
    };
  }

  // Focused and chosen countries are drawn last: their outlines lie over those of neighbours.
  const rank = (code: string) => (code === active ? 2 : chosen.includes(code) ? 1 : 0);
  const marked = order.toSorted((a, b) => rank(a) - rank(b));

  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className="relative">
        {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset, and the keys are those of the marks inside. */}
        <svg
          ref={map}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="group"
          aria-label={text.worldMap}
          className="w-full rounded-md"
          onKeyDown={onKeyDown}
        >
          <g
            className="motion-safe:transition-transform motion-safe:duration-500"
            style={{
              transform: `scale(${zoom}) translate(${-view.x}px, ${-view.y}px)`,
            }}
          >
            {beyond.map((land) => (
              <Ground key={land[0]} land={land} />
            ))}
            {lands
              .filter(([code]) => !counts.has(code))
              .map((land) => (
                <Ground key={land[0]} land={land} transform={transform} />
              ))}
            {marked.map((code) => {
              const count = counts.get(code)!;
              return (
                <g
                  key={code}
                  {...buttonProps(code)}
                  aria-label={text.countedShare(nameOf(code), count, shareWords(count, total))}
                  aria-describedby={code === tipped ? id : undefined}
                  className="group/mark cursor-pointer outline-none"
                >
                  <MapMark
                    land={pictured.get(code)!}
                    zoom={zoom}
                    transform={transform}
                    shade={shadeOf(shades, count)}
                    look={chosen.includes(code) ? 'chosen' : chosen.length > 0 ? 'faded' : 'plain'}
                  />
                </g>
              );
            })}
          </g>
        </svg>
        <Tooltip
          id={id}
          wanted={tipped}
          contentOf={tipOf}
          crossingMs={isPointed ? crossingMs : 0}
        />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <MapLegend steps={shades} hasChoice={chosen.length > 0} />
        <Button onClick={() => onRegion(region === 'europe' ? 'world' : 'europe')}>
          {region === 'europe' ? text.showWorld : text.enlargeEurope}
        </Button>
      </div>
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
