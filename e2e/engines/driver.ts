/**
 * One tab of a browser, with the operations that the tests of all engines need. Each file of
 * `drivers` implements it.
 */
export interface Driver {
  /** Opens an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** The awaited value of an expression in the page, passed as JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** The mouse, in pixels of the page: real input, not events made by a script. */
  move(x: number, y: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  /** Turns the wheel at the mouse, down by a number of notches, or up when negative. */
  wheel(notches: number): Promise<void>;
  /** Presses keys together and lets them go: `Enter`, `Control+k`. */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  /** A picture of the screen, as PNG. */
  screenshot(): Promise<Buffer>;
  /** The folder that downloads go to. */
  downloads: string;
  /**
   * Errors so far: errors and warnings of the console, uncaught errors, reports of the security
   * policy.
   */
  errors(): Promise<string[]>;
  /** Closes the tab and removes all traces that the next tab of this browser could see. */
  close(): Promise<void>;
}

export interface Engine {
  newTab(): Promise<Driver>;
  close(): Promise<void>;
}

/** Preferences of Firefox by name, in addition to those of every test. */
export type Preferences = Record<string, boolean | number | string>;
