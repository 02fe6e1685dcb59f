/** An action that the palette offers by name. */
export interface Command {
  id: string;
  group: string;
  label: string;
  /** The kind of data that the label is; missing for a label in words. */
  kind?: 'number' | 'name';
  /** Further words that find the command; data shows them beside its label. */
  also?: string;
  /** Whether the command is in force already, such as a filter that is set. */
  isOn?: boolean;
  /** Shown only after a matching text was typed; there are hundreds of such commands. */
  isQuiet?: boolean;
  /** Whether the dialog stays open for more. */
  staysOpen?: boolean;
  run: () => void;
}

/** Commands of one group. */
export const inGroup = (group: string, commands: readonly Omit<Command, 'group'>[]): Command[] =>
  commands.map((command) => ({ ...command, group }));
