/**
 * The part of the URL standard that is used here. Browsers, workers and Node all have it, so it is
 * declared alone, instead of letting everything of one of them in.
 */
declare class URL {
  constructor(url: string);
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
}

declare class URLSearchParams {
  constructor(query: string);
  [Symbol.iterator](): IterableIterator<[name: string, value: string]>;
}
