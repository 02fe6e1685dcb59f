/**
 * The part of the URL standard that is used here. Browsers, workers and Node all have it. Declaring
 * only this part keeps out the globals that just one of them has.
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
