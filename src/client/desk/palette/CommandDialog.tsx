import { Search, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import * as common from '../../words/common.ts';
import { globalAction } from '../keys/global-keys.ts';
import { CommandList } from './CommandList.tsx';
import type { Command } from './command.ts';

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

const page = 8;

/** The option that a key moves to in a list of `count`, or null for keys the list does not use. */
export function moveChoice(at: number, key: string, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(at + page, count - 1);
    case 'PageUp':
      return Math.max(at - page, 0);
    default:
      return null;
  }
}

const anywhere = { isTyping: true, isInDialog: false };

interface CommandDialogProps {
  title: string;
  /** The name of the box. */
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  commands: readonly Command[];
  /** Said below the list, and read when it changes. */
  status: string | null;
  onClose: () => void;
}

/** A box and the commands that its text finds; arrow keys choose one, Enter runs it. */
export function CommandDialog(props: CommandDialogProps) {
  const { title, label, placeholder, text, onText, commands, status, onClose } = props;
  const [choice, setChoice] = useState(0);
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
    <Dialog title={title} isBare onClose={onClose} className="mt-[12dvh] w-160 overflow-hidden">
      {(close) => {
        const run = (command: Command) => {
          if (!command.staysOpen) {
            // The focus goes back first, so that what a command opens can take it from there.
            close();
            // The browser's event comes later, when a command may have changed the whole page.
            onClose();
          }
          command.run();
        };
        return (
          <div className="flex max-h-[70dvh] flex-col">
            <div className="relative shrink-0 border-b border-line">
              <Search aria-hidden size={16} className="absolute top-4 left-4 text-muted" />
              <input
                type="text"
                role="combobox"
                aria-label={label}
                aria-expanded={inOrder.length > 0}
                aria-controls={`${id}-list`}
                aria-activedescendant={activeId}
                aria-autocomplete="list"
                autoComplete="off"
                spellCheck={false}
                maxLength={100}
                placeholder={placeholder}
                value={text}
                onChange={(event) => {
                  onText(event.target.value);
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
              label={title}
              groups={groups}
              chosen={chosen}
              optionId={optionId}
              onRun={run}
            />
            <p
              role="status"
              className="shrink-0 border-t border-line px-4 py-2 text-xs text-muted empty:hidden"
            >
              {status}
            </p>
          </div>
        );
      }}
    </Dialog>
  );
}
