import { formatCount } from '../../lib/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { MapRegion } from '../map-view.ts';
import type { Picture, PictureFormat } from '../picture.ts';
import * as words from '../words.ts';
import { drawBars } from './draw-bars.ts';
import { drawFigure, innerWidth } from './draw-figure.ts';
import { drawMap } from './draw-map.ts';
import { drawMonths } from './draw-months.ts';
import { type Palette, readPalette } from './palette.ts';
import { type Drawing, lettersIn, textAt } from './svg.ts';

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
