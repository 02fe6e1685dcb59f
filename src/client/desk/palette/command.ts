/** Something the reader can have done by its name. */
export interface Command {
  id: string;
  group: string;
  label: string;
  /** Other words it is found by. */
  also?: string;
  /** Whether it is in force already: a filter that is set. */
  isOn?: boolean;
  /** Shown only once something was typed that it is found by; there are hundreds of these. */
  isQuiet?: boolean;
  run: () => void;
}
