import * as v from 'valibot';
import { http, toApiError } from './api.ts';

/** POST of a JSON body, or of none; its answer parsed by `schema`; every failure is an ApiError. */
export async function postJson<S extends v.GenericSchema>(
  path: string,
  json: unknown,
  schema: S,
  options: { searchParams?: URLSearchParams; timeout?: false } = {},
): Promise<v.InferOutput<S>> {
  try {
    return v.parse(schema, await http.post(path, { ...options, json }).json());
  } catch (error) {
    throw toApiError(error);
  }
}

/** DELETE; every failure is an ApiError. */
export async function deleteAt(path: string): Promise<void> {
  try {
    await http.delete(path);
  } catch (error) {
    throw toApiError(error);
  }
}
