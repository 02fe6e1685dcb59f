import type { Scope } from '../list/scope.ts';
import * as words from '../words/export.ts';
import type { ExportState } from './useExport.ts';

interface TriggerWords {
  /** As short as the usual label, so that the toolbar does not move. */
  shown: string;
  name: string;
}

/** The label of the menu's button while an export waits for a list that is not loading. */
const waitWords: Partial<Record<Scope['status'], TriggerWords>> = {
  paused: words.states.paused,
  stopped: words.states.stopped,
};

/** The label of an export menu's button while an export runs or failed; null otherwise. */
export function triggerWords(state: ExportState, scope: Scope): TriggerWords | null {
  switch (state.status) {
    case 'idle':
      return null;
    case 'waiting':
      return waitWords[scope.status] ?? words.states.waiting(words.formats[state.format].label);
    case 'building':
      return state.format === 'tsv' ? words.states.copying : words.states.building;
    case 'failed':
      return state.format === 'tsv' ? words.states.copyFailed : words.states.failed;
  }
}
