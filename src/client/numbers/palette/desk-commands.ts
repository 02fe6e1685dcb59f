import { pageActions } from '../desk/page-actions.ts';
import type { useExport } from '../export/useExport.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { copyWords, exportWords } from '../scope-words.ts';
import type { Command } from './command.ts';

const formats = [
  { format: 'csv', word: 'CSV' },
  { format: 'xlsx', word: 'Excel' },
  { format: 'json', word: 'JSON' },
] as const;

const otherWords = {
  paste: 'paste crm invoice reconcile csv',
  print: 'paper pdf',
  keys: 'keyboard shortcuts help ?',
};

/** Exports, the theme and what opens over the desk. */
export function deskCommands(
  { scope, shown, isNarrowed }: NumberList,
  { save, copy }: Pick<ReturnType<typeof useExport>, 'save' | 'copy'>,
  { theme, toggle }: { theme: 'light' | 'dark'; toggle: () => void },
): Command[] {
  const exports = formats.map(({ format, word }) => ({
    id: `export-${format}`,
    group: 'Export',
    label: `${exportWords(scope, shown.length, isNarrowed)} as ${word}`,
    also: 'save download file',
    run: () => void save(format),
  }));
  const copying = {
    id: 'copy',
    group: 'Export',
    label: copyWords(scope, shown.length, isNarrowed),
    also: 'clipboard',
    run: () => void copy(),
  };
  return [
    ...(shown.length > 0 ? [...exports, copying] : []),
    {
      id: 'theme',
      group: 'Page',
      label: theme === 'dark' ? 'Use the light theme' : 'Use the dark theme',
      also: 'colours appearance mode',
      run: toggle,
    },
    ...pageActions.map(({ id, label, run }) => ({
      id,
      group: 'Page',
      label,
      also: otherWords[id],
      run,
    })),
  ];
}
