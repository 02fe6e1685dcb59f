/** The menu of a cell: what narrows the list to its value, and what copies it. */
export const cellOf = (column: string, number: string) => `${column} of ${number}`;
export const only = (value: string) => `Only ${value}`;
export const copy = (value: string) => `Copy ${value}`;
/** A number in the form of the API, where that is not the one that is usually copied. */
export const copyAsWritten = (number: string) => `Copy ${number}, as Apifonica writes it`;
export const filterBy = (value: string) => `Filter by ${value}`;
export const filterOrCopy = (value: string) => `Filter by or copy ${value}`;
/** Ends the sentence "Copy …". */
export const number = 'number';
export const voiceOn = 'voice on';
export const voiceOff = 'voice off';
export const smsOn = 'SMS on';
export const smsOff = 'SMS off';
