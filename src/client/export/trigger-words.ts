import type { Scope } from '../list/scope.ts';
import * as words from '../words/export.ts';
import type { ExportState } from './useExport.ts';

interface TriggerWords {
  /** As short as when nothing is under way, so that the toolbar does not move. */
  shown: string;
  name: string;
}

/** What a menu's button says of an export that waits for a list which is not being loaded. */
const waitWords: Partial<Record<Scope['status'], TriggerWords>> = {
  paused: words.states.paused,
  stopped: words.states.stopped,
};

/** What the button of an export menu says while something is under way; null when nothing is. */
export function triggerWords(state: ExportState, scope: Scope): TriggerWords | null {
  switch (state.status) {
    case 'idle':
      return null;
    case 'waiting':
      return waitWords[scope.status] ?? words.states.waiting;
    case 'building':
      return state.format === 'tsv' ? words.states.copying : words.states.building;
    case 'failed':
      return state.format === 'tsv' ? words.states.copyFailed : words.states.failed;
  }
}
