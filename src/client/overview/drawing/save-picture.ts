import { formatCount } from '../../lib/format.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { MapRegion } from '../map-view.ts';
import type { Picture, PictureFormat } from '../picture.ts';
import * as words from '../words.ts';
import { drawBars, drawMonths } from './draw-bars.ts';
import { drawMap } from './draw-map.ts';
import { type Palette, readPalette } from './palette.ts';
import { type Drawing, element, lettersIn, textAt, xmlText } from './svg.ts';

const figureWidth = 960;
const padding = 24;
/** The width that is left for drawings. */
const innerWidth = figureWidth - 2 * padding;
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

/** For screens with small pixels, and for paper. */
const scale = 2;

/**
 * An SVG document as a PNG file of twice its size. The content security policy allows images from
 * `data:` addresses and none from `blob:` ones.
 *
 * @throws if the browser cannot draw it.
 */
async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = scale * image.naturalWidth;
  canvas.height = scale * image.naturalHeight;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no file'))), 'image/png');
  });
}

/** The outlines are in files of their own, which only a map needs. */
async function loadMap(region: MapRegion) {
  const { isOnMap, mapView } = await import('../map-view.ts');
  const europe = region === 'world' ? null : (await import('virtual:europe-map')).europeMap;
  return { isOnMap, view: mapView(europe) };
}

const line = (text: string, { muted }: Palette): Drawing => ({
  marks: textAt(0, 0, text, { fill: muted }),
  height: 8,
});

async function draw(picture: Picture, palette: Palette): Promise<Drawing[]> {
  switch (picture.kind) {
    case 'bars':
      return [drawBars(picture, innerWidth, palette)];
    case 'months':
      return [drawMonths(picture, innerWidth, palette)];
    case 'map': {
      const { isOnMap, view } = await loadMap(picture.region);
      const elsewhere = picture.countries.flatMap(([code, count], at) =>
        isOnMap(code) ? [] : [words.elsewhere(picture.bars[at]!.name, formatCount(count))],
      );
      const notOnMap = words.notOnMap(elsewhere).slice(0, lettersIn(innerWidth));
      return [
        drawMap(picture, view, innerWidth, palette),
        ...(elsewhere.length > 0 ? [line(notOnMap, palette)] : []),
        drawBars(picture, innerWidth, palette),
      ];
    }
  }
}

interface SavedPicture {
  title: string;
  /** What the figure covers, and when. */
  lines: readonly string[];
  picture: Picture;
  format: PictureFormat;
  name: string;
}

/** Draws a figure as a file and starts its download. */
export async function savePicture({ title, lines, picture, format, name }: SavedPicture) {
  const palette = readPalette();
  const language = document.documentElement.lang;
  const svg = drawFigure({ title, lines, language }, await draw(picture, palette), palette);
  const file =
    format === 'png' ? await toPng(svg) : new Blob([svg], { type: 'image/svg+xml;charset=utf-8' });
  saveFile(file, name);
}
