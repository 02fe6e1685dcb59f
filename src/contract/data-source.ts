import * as v from 'valibot';

/** Whose numbers are served: the vendor's (`live`), or those the embedded sandbox invents. */
export const dataSourceSchema = v.picklist(['live', 'sandbox']);

export type DataSource = v.InferOutput<typeof dataSourceSchema>;
