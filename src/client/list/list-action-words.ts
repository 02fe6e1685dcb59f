import * as kept from '../words/kept.ts';

/**
 * Each action on the loaded list. Its `label` stands beside the words of what is loaded, its `name`
 * anywhere else. The words under `also` find it in the palette, too.
 */
export const actions = {
  loadAll: { label: 'Load all', name: 'Load all', also: 'whole list everything' },
  refresh: { label: 'Refresh', name: 'Refresh', also: 'load again' },
  pause: { label: 'Pause', name: 'Pause loading', also: '' },
  resume: { label: 'Resume', name: 'Resume loading', also: 'load all' },
  cancel: { label: 'Cancel', name: 'Cancel loading', also: 'stop' },
  stopSearching: { label: 'Stop searching', name: 'Stop searching', also: 'cancel' },
  backToNow: { label: kept.backToNow, name: kept.backToNow, also: 'history snapshot present' },
  stopRefreshing: { label: 'Stop refreshing', name: 'Stop refreshing', also: '' },
};
