/** One tab of a browser, as far as the tests of all engines need it; a file of `drivers` each. */
export interface Driver {
  /** Opens an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** The value of an expression in the page, awaited, as JSON carries it. */
  evaluate(expression: string): Promise<unknown>;
  /** The mouse, in pixels of the page: real input, not events made by a script. */
  move(x: number, y: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  /** Turns the wheel where the mouse is, down by so many notches or up where negative. */
  wheel(notches: number): Promise<void>;
  /** Presses keys together and lets them go: `Enter`, `Control+k`. */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  /** What is on the screen, as PNG. */
  screenshot(): Promise<Buffer>;
  /** The folder that downloads go to. */
  downloads: string;
  /** Errors and warnings of the console so far, uncaught errors, reports of the security policy. */
  errors(): Promise<string[]>;
  /** Leaves nothing behind that the next tab of this browser could see. */
  close(): Promise<void>;
}

export interface Engine {
  newTab(): Promise<Driver>;
  close(): Promise<void>;
}

/** Preferences of Firefox by name, beside those that every test has. */
export type Preferences = Record<string, boolean | number | string>;
