/** The build draws this module: see `worldMap` in vite.config.ts. */
declare module 'virtual:world-map' {
  export const worldMap: {
    size: { width: number; height: number };
    /** The two-letter code, or '' for land without one, and the outline as an SVG path. */
    outlines: [code: string, path: string][];
    /** Countries too small for an outline. */
    points: [code: string, x: number, y: number][];
  };
}
