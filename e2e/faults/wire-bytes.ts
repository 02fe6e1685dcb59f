/** A text in every body and header that must never reach a browser or a log. */
export const upstreamWords = 'canary-upstream-words';

export type Headers = [name: string, value: string][];

/** A status line and the headers exactly as given, unchecked, with the canary header. */
export const head = (status: number, headers: Headers = []) =>
  [
    `HTTP/1.1 ${status} Whatever`,
    `X-Words: ${upstreamWords}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

export const jsonType: Headers[number] = ['Content-Type', 'application/json'];

export const contentLength = (body: string | Buffer): Headers[number] => [
  'Content-Length',
  String(Buffer.byteLength(body)),
];

/** A complete answer with the right `Content-Length`. */
export const whole = (status: number, headers: Headers, body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(head(status, [...headers, contentLength(body)])), Buffer.from(body)]);

export const json = (value: unknown) => whole(200, [jsonType], JSON.stringify(value));

/** An error answer with a body of the upstream's own words. */
export const refusal = (status: number, headers: Headers = []) =>
  whole(status, [jsonType, ...headers], JSON.stringify({ message: upstreamWords }));

export const chunk = (text: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`${Buffer.byteLength(text).toString(16)}\r\n`),
    Buffer.from(text),
    Buffer.from('\r\n'),
  ]);
