import { isolate } from '../lib/format.ts';

/** Texts of the cell menu, which filters by a value or copies it. */
export const cellOf = (column: string, number: string) => `${column} of ${number}`;
export const only = (value: string) => `Only ${isolate(value)}`;
export const copy = (value: string) => `Copy ${isolate(value)}`;
/** Copies a number in the form of the API, if that is not `+` and digits. */
export const copyAsWritten = (number: string) => `Copy ${number}, as Apifonica writes it`;
export const openDetails = 'Open details';
export const filterBy = (value: string) => `Filter by ${isolate(value)}`;
export const filterOrCopy = (value: string) => `Filter by or copy ${isolate(value)}`;
/** Ends the sentence "Copy …". */
export const number = 'number';
export const voiceOn = 'voice on';
export const voiceOff = 'voice off';
export const smsOn = 'SMS on';
export const smsOff = 'SMS off';
