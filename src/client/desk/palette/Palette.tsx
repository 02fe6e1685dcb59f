import { Search, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import * as common from '../../words/common.ts';
import * as list from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { globalAction } from '../keys/global-keys.ts';
import { CommandList } from './CommandList.tsx';
import type { Command } from './command.ts';
import { moveChoice } from './move-choice.ts';
import { useCommands } from './useCommands.ts';
import * as words from './words.ts';

/** Commands under their groups; a group stands where its first command does. */
function groupCommands(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const group = groups.get(command.group);
    if (group) group.push(command);
    else groups.set(command.group, [command]);
  }
  return [...groups];
}

const anywhere = { isTyping: true, isInDialog: false };

interface PaletteProps extends Desk {
  onClose: () => void;
}

/** Finds every action by its name, and a number by its digits. */
export function Palette({ onClose, ...desk }: PaletteProps) {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState(0);
  const { commands, scope } = useCommands(desk, text);
  const groups = groupCommands(commands);
  const inOrder = groups.flatMap(([, group]) => group);
  const chosen = inOrder[Math.min(choice, inOrder.length - 1)];

  const id = useId();
  const optionId = (command: Command) => `${id}-${command.id}`;
  const activeId = chosen && optionId(chosen);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  return (
    <Dialog
      title={words.commands}
      isBare
      onClose={onClose}
      className="mt-[12dvh] w-160 overflow-hidden"
    >
      {(close) => {
        // The focus goes back first, so that what a command opens can take it from there.
        const run = (command: Command) => {
          close();
          command.run();
        };
        return (
          <div className="flex max-h-[70dvh] flex-col">
            <div className="relative shrink-0 border-b border-line">
              <Search aria-hidden size={16} className="absolute top-4 left-4 text-muted" />
              <input
                type="text"
                role="combobox"
                aria-label={words.numberOrCommand}
                aria-expanded={inOrder.length > 0}
                aria-controls={`${id}-list`}
                aria-activedescendant={activeId}
                aria-autocomplete="list"
                autoComplete="off"
                spellCheck={false}
                maxLength={100}
                placeholder={words.digitsOrWhatToDo}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  setChoice(0);
                }}
                onKeyDown={(event) => {
                  const next = moveChoice(choice, event.key, inOrder.length);
                  if (next !== null) setChoice(next);
                  else if (event.key === 'Enter' && chosen) run(chosen);
                  // The keys that opened it close it.
                  else if (globalAction(event, anywhere) === 'commands') close();
                  else return;
                  event.preventDefault();
                }}
                className="h-12 w-full bg-transparent pr-12 pl-11 text-base outline-none placeholder:text-muted"
              />
              <IconButton
                label={common.close}
                onClick={close}
                className="absolute top-2 right-2 finger:top-0.5 finger:right-0.5"
              >
                <X aria-hidden size={16} />
              </IconButton>
            </div>
            <CommandList
              id={`${id}-list`}
              groups={groups}
              chosen={chosen}
              optionId={optionId}
              onRun={run}
            />
            <p
              role="status"
              className="shrink-0 border-t border-line px-4 py-2 text-xs text-muted empty:hidden"
            >
              {inOrder.length === 0 ? words.noSuchCommand : scope && list.sentence(scope)}
            </p>
          </div>
        );
      }}
    </Dialog>
  );
}
