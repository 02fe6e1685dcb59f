import type { MonthCount } from '../fields/rented-months.ts';
import type { MapRegion } from './map-view.ts';
import type { Run } from './month-run.ts';

/** Begins the name of the file. */
export type FigureId =
  | 'numbers-by-finding'
  | 'numbers-by-country'
  | 'numbers-by-type'
  | 'numbers-by-capability'
  | 'rented-by-month'
  | 'where-calls-go'
  | 'where-messages-go';

interface PictureBar {
  name: string;
  count: number;
  note?: string | undefined;
  isChosen?: boolean;
}

interface Counted {
  /** The count of numbers in the picture, of which shares are told. */
  total: number;
}

interface Bars extends Counted {
  bars: readonly PictureBar[];
}

interface Months extends Counted {
  months: readonly MonthCount[];
  chosen: Run | null;
}

interface Countries extends Bars {
  /** In the order of the bars. */
  countries: readonly (readonly [code: string, count: number])[];
  chosen: readonly string[];
  region: MapRegion;
}

/** What a figure shows, to be drawn as a file. */
export type Picture =
  | ({ kind: 'bars' } & Bars)
  | ({ kind: 'months' } & Months)
  | ({ kind: 'map' } & Countries);

export const pictureFormats = ['png', 'svg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];
