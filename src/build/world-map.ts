import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type GeoProjection, geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import countryCodes from 'iso-3166-1';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The two-letter code, or '' for land without one; a place inside; how large it is; its outline. */
type Land = [code: string, x: number, y: number, extent: number, path: string];

type Box = readonly [west: number, south: number, east: number, north: number];

const antarctica = '010';
/** The atlas has islets whose outline runs the wrong way round: such an outline covers all other land. */
const halfOfTheWorld = 2 * Math.PI;
const size = { width: 2000, height: 880 };
const worldStep = 1;
const europeStep = 0.25;
const europe: Box = [-24.5, 34.1, 45, 71.2];

type Overseas = readonly [country: string, part: string, box: Box];

/** Parts that have a code of their own, and that the atlas counts to the country that they belong to. */
const overseas: readonly Overseas[] = [
  ['FR', 'GF', [-55, 2, -51, 6]],
  ['FR', 'GP', [-62, 15.8, -60.9, 16.6]],
  ['FR', 'MQ', [-61.3, 14.3, -60.7, 15]],
  ['FR', 'RE', [55, -21.5, 56, -20.8]],
  ['FR', 'YT', [44.9, -13.1, 45.4, -12.5]],
  ['NO', 'SJ', [5, 74, 36, 82]],
  ['NO', 'SJ', [-10, 70.5, -7, 71.5]],
  ['NO', 'BV', [3, -55, 4, -54]],
  ['NL', 'BQ', [-69, 11.8, -62.8, 17.8]],
  ['NZ', 'TK', [-173, -10, -171, -8]],
  ['AU', 'CX', [105, -11, 106, -10]],
  ['AU', 'CC', [96, -13, 97.5, -11]],
];

/** Land that the atlas names without a number of ISO 3166. */
const unnumbered: Readonly<Record<string, string>> = { Kosovo: 'XK', 'Indian Ocean Ter.': 'AU' };

const isWithin = ([x = 0, y = 0]: Position, [west, south, east, north]: Box) =>
  x >= west && x <= east && y >= south && y <= north;

/** The code of a country in an atlas, or '', and those of its overseas parts. */
function codesOf(id: unknown, name: string): string[] {
  const country = countryCodes.whereNumeric(String(id))?.alpha2 ?? unnumbered[name] ?? '';
  return [country, ...overseas.flatMap(([of, part]) => (of === country ? [part] : []))];
}

/**
 * The polygons of each country in an atlas; those of land without a code are under ''.
 *
 * @param known codes of coarser atlases, which are left out: the finest atlas takes long.
 */
function landsOf(file: string, known: ReadonlySet<string> = new Set()): Map<string, Polygon[]> {
  const atlas = createRequire(import.meta.url).resolve(`world-atlas/${file}`);
  const world: World = JSON.parse(readFileSync(atlas, 'utf8'));
  const { countries } = world.objects;
  const lands = new Map<string, Polygon[]>();
  const geometries = countries.geometries.filter(({ id, properties }) => {
    const codes = codesOf(id, properties && 'name' in properties ? properties.name : '');
    return id !== antarctica && codes.some((code) => !known.has(code));
  });
  const { features } = feature(world, { ...countries, geometries });
  for (const { id, geometry, properties } of features) {
    const [country = '', ...parts] = codesOf(id, properties.name);
    for (const polygon of polygonsOf(geometry as Polygon | MultiPolygon)) {
      if (geoArea(polygon) > halfOfTheWorld) continue;
      const middle = parts.length > 0 ? geoCentroid(polygon) : [];
      const isIn = ([, part, box]: Overseas) => parts.includes(part) && isWithin(middle, box);
      const code = overseas.find(isIn)?.[1] ?? country;
      lands.set(code, [...(lands.get(code) ?? []), polygon]);
    }
  }
  return lands;
}

const polygonsOf = (geometry: Polygon | MultiPolygon): Polygon[] =>
  geometry.type === 'Polygon'
    ? [geometry]
    : geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));

/** Writes outlines as one path in relative whole steps, which is half as long as with decimals. */
function createPen(step: number) {
  let path = '';
  let start = [0, 0];
  let ring: number[][] = [];
  const place = (x: number, y: number) => [Math.round(x / step), Math.round(y / step)];
  const pair = (from: number[], to: number[]) => {
    const [dx, dy] = to.map((value, at) => value - from[at]!);
    return dy! < 0 ? `${dx}${dy}` : `${dx} ${dy}`;
  };
  return {
    beginPath() {},
    arc() {},
    moveTo(x: number, y: number) {
      ring = [place(x, y)];
    },
    lineTo(x: number, y: number) {
      const [next, last] = [place(x, y), ring.at(-1)!];
      if (next[0] !== last[0] || next[1] !== last[1]) ring.push(next);
    },
    closePath() {
      // An islet smaller than a step is no line.
      if (ring.length < 3) return;
      path += `m${pair(start, ring[0]!)}`;
      path += ring
        .slice(1)
        .map((to, at) => pair(ring[at]!, to))
        .map((next, at) => (at === 0 || !next.startsWith('-') ? ` ${next}` : next))
        .join('');
      path += 'z';
      start = ring[0]!;
    },
    path: () => path,
  };
}

const tenth = (value: number) => Math.round(10 * value) / 10;

/** A country as drawn; null if the projection shows nothing of it. */
function draw(code: string, polygons: Polygon[], projection: GeoProjection, step: number) {
  const measure = geoPath(projection);
  // The centre of a country may be in the sea, so the centre of its largest part is taken.
  const [largest] = polygons
    .map((polygon) => ({ polygon, area: measure.area(polygon) }))
    .sort((a, b) => b.area - a.area);
  if (largest === undefined) return null;
  const [x, y] = measure.centroid(largest.polygon);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const pen = createPen(step);
  geoPath(
    projection,
    pen,
  )({
    type: 'MultiPolygon',
    coordinates: polygons.map(({ coordinates }) => coordinates),
  });
  const land: Land = [code, tenth(x), tenth(y), tenth(Math.sqrt(largest.area)), pen.path()];
  return land;
}

/** The part of the picture that shows a box, in the proportions of the whole. */
function viewOf([west, south, east, north]: Box, projection: GeoProjection) {
  const meridians = Array.from({ length: Math.ceil(east - west) }, (_, at) => west + at);
  const edge = [...meridians, east].flatMap((longitude) =>
    [south, north].map((latitude) => projection([longitude, latitude])!),
  );
  const [xs, ys] = [edge.map(([x]) => x), edge.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.max(across / size.width, down / size.height);
  const [width, height] = [scale * size.width, scale * size.height];
  return {
    x: tenth(left + (across - width) / 2),
    y: tenth(top + (down - height) / 2),
    width: tenth(width),
    height: tenth(height),
  };
}

/** The whole world in coarse outlines, and Europe in fine ones. */
function drawMaps() {
  const coarse = landsOf('countries-110m.json');
  const middle = landsOf('countries-50m.json');
  const fine = landsOf('countries-10m.json', new Set([...coarse.keys(), ...middle.keys()]));
  const everything: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [...coarse.values()].flat().map(({ coordinates }) => coordinates),
  };
  const project = () => geoEqualEarth().rotate([-11, 0]);
  const whole = project().fitSize([size.width, size.height], everything);
  const view = viewOf(europe, whole);
  // Land is cut just outside of the view, where no cut is seen.
  const margin = 3;
  const part = project()
    .scale(whole.scale())
    .translate(whole.translate())
    .clipExtent([
      [view.x - margin, view.y - margin],
      [view.x + view.width + margin, view.y + view.height + margin],
    ]);

  /** Land with an outline, then places too small for one in this atlas. */
  function lands(
    atlases: readonly Map<string, Polygon[]>[],
    projection: GeoProjection,
    step: number,
  ) {
    const drawn = new Map<string, Land>();
    for (const atlas of atlases) {
      for (const [code, polygons] of atlas) {
        const land = drawn.has(code) ? null : draw(code, polygons, projection, step);
        if (land === null) continue;
        drawn.set(code, atlas === atlases[0] ? land : ([...land.slice(0, 4), ''] as Land));
      }
    }
    return [...drawn.values()];
  }

  return {
    world: { size, europe: view, lands: lands([coarse, middle, fine], whole, worldStep) },
    europe: { step: europeStep, lands: lands([middle, fine], part, europeStep) },
  };
}

/**
 * The world as outlines ready to draw, in `virtual:world-map`, and Europe's in
 * `virtual:europe-map`: projected here, once, so that the page carries neither the geometry nor the
 * library that reads it.
 */
export function worldMap(): Plugin {
  const prefix = '\0virtual:';
  let maps: ReturnType<typeof drawMaps> | undefined;
  return {
    name: 'rented-numbers:world-map',
    resolveId: {
      filter: { id: /^virtual:(world|europe)-map$/ },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:(world|europe)-map$/ },
      handler(id) {
        maps ??= drawMaps();
        const name = id.slice(prefix.length, -'-map'.length) as keyof typeof maps;
        return `export const ${name}Map = ${JSON.stringify(maps[name])};`;
      },
    },
  };
}
