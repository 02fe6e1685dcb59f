import * as v from 'valibot';

/** The source of the numbers: the vendor (`live`) or the embedded sandbox, which invents them. */
export const dataSourceSchema = v.picklist(['live', 'sandbox']);

export type DataSource = v.InferOutput<typeof dataSourceSchema>;
