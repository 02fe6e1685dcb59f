import * as words from '../words/table.ts';

const labels = new Map(Object.entries(words.types));

/** A number type in words. The vendor's list of types is open: an unknown one is shown as it is. */
export const typeLabel = (type: string) => labels.get(type) ?? type.replaceAll('_', ' ');

export const documentedTypes = [...labels.keys()];
