import { useState } from 'react';
import * as list from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { useCommands } from './useCommands.ts';
import * as words from './words.ts';

interface PaletteProps extends Desk {
  onClose: () => void;
}

/** Finds every action by its name, and a number by its digits. */
export function Palette({ onClose, ...desk }: PaletteProps) {
  const [text, setText] = useState('');
  const { commands, scope } = useCommands(desk, text);
  const status = scope && list.sentence(scope);
  return (
    <CommandDialog
      title={words.commands}
      label={words.numberOrCommand}
      placeholder={words.digitsOrWhatToDo}
      text={text}
      onText={setText}
      commands={commands}
      status={commands.length === 0 ? words.noSuchCommand : status}
      onClose={onClose}
    />
  );
}
