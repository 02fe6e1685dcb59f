import { Check } from 'lucide-react';
import type { Command } from './command.ts';
import * as words from './words.ts';

interface CommandListProps {
  id: string;
  label: string;
  groups: readonly (readonly [string, readonly Command[]])[];
  chosen: Command | undefined;
  optionId: (command: Command) => string;
  onRun: (command: Command) => void;
}

/** The options of the palette; the focus stays in its box, which says which one is active. */
export function CommandList({ id, label, groups, chosen, optionId, onRun }: CommandListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className="min-h-0 overflow-y-auto p-1.5 empty:p-0"
    >
      {groups.map(([title, commands]) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, which are no fieldsets.
        <div key={title} role="group" aria-label={title} className="pb-1.5">
          <div aria-hidden className="px-2.5 pt-1.5 pb-1 text-2xs font-medium text-muted">
            {title}
          </div>
          {commands.map((command) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys.
            <div
              key={command.id}
              id={optionId(command)}
              role="option"
              tabIndex={-1}
              aria-selected={command === chosen}
              onClick={() => onRun(command)}
              className="flex cursor-pointer finger:min-h-11 items-center gap-3 rounded-md px-2.5 py-1.5 hover:bg-hover aria-selected:bg-accent-soft aria-selected:outline aria-selected:outline-transparent"
            >
              <bdi
                translate={command.kind === undefined ? 'yes' : 'no'}
                className={command.kind === 'number' ? 'shrink-0 font-mono' : 'truncate'}
              >
                {command.label}
              </bdi>
              {command.kind !== undefined && (
                <bdi translate="no" className="truncate text-muted">
                  {command.also}
                </bdi>
              )}
              {command.isOn && (
                <span className="ml-auto inline-flex items-center gap-1 text-xs text-accent">
                  <Check aria-hidden size={13} />
                  <span>{words.on}</span>
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
