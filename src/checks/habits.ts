import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { readController } from './controllers/read-controller.ts';
import type { ComparedRow } from './rule.ts';

/** A setting that is usually the same for all numbers of one country and type. */
export interface Habit {
  field: keyof ComparedRow;
  /** The numbers whose setting is compared, and the words for them behind "numbers". */
  concerns: (row: ComparedRow) => boolean;
  group: '' | ' with voice' | ' with messaging';
  /** '' means none. */
  valueOf: (row: ComparedRow) => string;
  inWords: (value: string) => string;
}

/** Where a controller is, to follow its name: ` on hooks.example.com`. */
function placeOf(text: string | null): string {
  const controller = readController(text);
  switch (controller.kind) {
    case 'none':
      return '';
    case 'web':
      return ` on ${controller.host}`;
    case 'unreadable':
    case 'foreign':
      return ' that is no web address';
  }
}

const applicationOf = (sid: string | null) =>
  sid === null || isPlaceholderApplication(sid) ? '' : sid;

const named = (thing: string) => (value: string) =>
  value === '' ? `no ${thing}` : `the ${thing} ${value}`;

const placed = (thing: string) => (place: string) =>
  place === '' ? `no ${thing}` : `a ${thing}${place}`;

const withVoice = { concerns: (row: ComparedRow) => row.voice, group: ' with voice' } as const;
const withMessaging = {
  concerns: (row: ComparedRow) => row.messaging,
  group: ' with messaging',
} as const;

export const habits: readonly Habit[] = [
  {
    ...withVoice,
    field: 'call_controller',
    valueOf: (row) => placeOf(row.call_controller),
    inWords: placed('call controller'),
  },
  {
    ...withMessaging,
    field: 'msg_controller',
    valueOf: (row) => placeOf(row.msg_controller),
    inWords: placed('message controller'),
  },
  {
    ...withVoice,
    field: 'call_app_sid',
    valueOf: (row) => applicationOf(row.call_app_sid),
    inWords: named('calling application'),
  },
  {
    ...withMessaging,
    field: 'msg_app_sid',
    valueOf: (row) => applicationOf(row.msg_app_sid),
    inWords: named('messaging application'),
  },
  {
    concerns: () => true,
    group: '',
    field: 'mode',
    valueOf: (row) => row.mode ?? '',
    inWords: named('mode'),
  },
];
