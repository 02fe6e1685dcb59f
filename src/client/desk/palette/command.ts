/** An action that the palette offers by name. */
export interface Command {
  id: string;
  group: string;
  label: string;
  /** Further words that find the command. */
  also?: string;
  /** Whether the command is in force already, such as a filter that is set. */
  isOn?: boolean;
  /** Shown only after a matching text was typed; there are hundreds of such commands. */
  isQuiet?: boolean;
  run: () => void;
}
