import type { RentedNumber } from '#contract/number.ts';

/** The moment of a round's list, by which the list is known again. */
export const momentOf = (round: number): string =>
  new Date(Date.UTC(2026, 0, 1) + round).toISOString();

/** The list that a test's process offers in a round. Its names say whose list it is. */
export const listAt = (name: string, round: number): RentedNumber[] =>
  Array.from({ length: 60 }, (_, at) => ({
    number_sid: `num-${String((at + round) % 64).padStart(2, '0')}`,
    account_sid: 'acc-1',
    number: '+442079460958',
    number_e164: '442079460958',
    number_display: '+44 20 7946 0958',
    name: `${name} ${at < 5 ? round : 'all'}`,
    country_code: 'GB',
    country_name: 'United Kingdom',
    type: 'local',
    call_controller: null,
    call_method: null,
    msg_controller: null,
    msg_method: null,
    call_app_sid: null,
    msg_app_sid: null,
    endpoint_sid: null,
    created: null,
    updated: null,
    voice: true,
    messaging: false,
    mode: null,
    has_token: false,
  }));
