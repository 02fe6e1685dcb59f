/** Drawn by the build: see `worldMap` in vite.config.ts. */
declare module 'virtual:world-map' {
  export const worldMap: {
    size: { width: number; height: number };
    /** Two-letter code, or '' where a land has none, and the outline as an SVG path. */
    outlines: [code: string, path: string][];
    /** Countries too small for an outline. */
    points: [code: string, x: number, y: number][];
  };
}
