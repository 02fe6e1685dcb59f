// The build draws these modules: see src/build/world-map.ts.

declare module 'virtual:world-map' {
  /** A country, or a part of one with a code of its own. */
  export type Land = readonly [
    /** The two-letter code, or '' for land without one. */
    code: string,
    /** A place inside. */
    x: number,
    y: number,
    /** The side of a square as large as its largest part. */
    extent: number,
    /** The outline as an SVG path; '' where these outlines are too coarse for it. */
    path: string,
  ];

  export const worldMap: {
    size: { width: number; height: number };
    /** The part of the picture that shows Europe. */
    europe: { x: number; y: number; width: number; height: number };
    lands: readonly Land[];
  };
}

/** Europe's lands in finer outlines, at the same places. */
declare module 'virtual:europe-map' {
  import type { Land } from 'virtual:world-map';

  export const europeMap: {
    /** The length of a step of the outlines. */
    step: number;
    lands: readonly Land[];
  };
}
