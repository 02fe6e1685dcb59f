import type { Palette } from './palette.ts';

/** Each colour is called by its name, so that a test sees which one is meant. */
export const testPalette = new Proxy({} as Palette, { get: (_, name) => `--${String(name)}` });
