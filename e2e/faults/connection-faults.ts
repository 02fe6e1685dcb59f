import { gzipSync } from 'node:zlib';
import { brief, hasty } from './dashboard.ts';
import { askedTwice, type Fault, once, retried } from './fault.ts';
import type { Answer, Exchange } from './raw-upstream.ts';
import { chunk, contentLength, head, jsonType, upstreamWords, whole } from './wire-bytes.ts';

const mebibyte = 1024 * 1024;
const dripMs = 20;

const bodyOf = ({ page }: Exchange) => JSON.stringify(page);
const halfOf = (text: string) => text.slice(0, text.length / 2);

const never: Answer = () => {};

const stall: Answer = (exchange) => {
  const body = bodyOf(exchange);
  exchange.socket.write(head(200, [jsonType, contentLength(body)]) + halfOf(body));
};

const drip: Answer = (exchange) => {
  const { socket } = exchange;
  const bytes = whole(200, [jsonType], bodyOf(exchange));
  let at = 0;
  const timer = setInterval(() => socket.write(bytes.subarray(at, ++at)), dripMs);
  socket.once('close', () => clearInterval(timer));
};

const reset: Answer = ({ socket }) => socket.resetAndDestroy();

const resetInside: Answer = (exchange) => {
  const { socket } = exchange;
  const body = bodyOf(exchange);
  socket.write(head(200, [jsonType, contentLength(body)]) + halfOf(body), () =>
    socket.resetAndDestroy(),
  );
};

const truncateLength: Answer = (exchange) => {
  const body = bodyOf(exchange);
  exchange.socket.end(head(200, [jsonType, contentLength(body)]) + halfOf(body));
};

const chunkedHead = head(200, [jsonType, ['Transfer-Encoding', 'chunked']]);

/** Every chunk of the body, but without the last one, which ends it. */
const truncateChunks: Answer = (exchange) => {
  exchange.socket.write(chunkedHead);
  exchange.socket.end(chunk(bodyOf(exchange)));
};

/** An answer without length and chunks: only the end of the connection ends the body. */
const closeDelimited = ({ socket }: Exchange, body: string) =>
  socket.end(head(200, [jsonType, ['Connection', 'close']]) + body);

const cutJson: Answer = (exchange) => closeDelimited(exchange, halfOf(bodyOf(exchange)));

/** Sends blanks, which JSON allows anywhere, for as long as the client reads. */
function pour(socket: Exchange['socket'], blanks: string | Buffer) {
  const pump = () => {
    while (socket.writable && socket.write(blanks));
  };
  socket.on('drain', pump);
  pump();
}

const blanks = ' '.repeat(64 * 1024);

const declareTooMuch: Answer = ({ socket }) => {
  socket.write(head(200, [jsonType, ['Content-Length', String(1024 * mebibyte)]]));
  pour(socket, blanks);
};

const chunkForEver: Answer = ({ socket }) => {
  socket.write(chunkedHead);
  pour(socket, chunk(blanks));
};

const bomb = gzipSync(Buffer.alloc(20 * mebibyte, ' '));
const explode: Answer = ({ reply }) =>
  reply(whole(200, [jsonType, ['Content-Encoding', 'gzip']], bomb));

const overflowHeaders: Answer = (exchange) => {
  const tooLong = 'x'.repeat(64 * 1024);
  exchange.socket.write(whole(200, [jsonType, ['X-Long', tooLong]], bodyOf(exchange)));
};

const lengthAndChunks: Answer = (exchange) => {
  const body = bodyOf(exchange);
  const headers = head(200, [jsonType, contentLength(body), ['Transfer-Encoding', 'chunked']]);
  exchange.socket.write(headers);
  exchange.socket.write(Buffer.concat([chunk(body), chunk('')]));
};

const twoLengths: Answer = (exchange) => {
  const body = bodyOf(exchange);
  const headers = head(200, [jsonType, contentLength(body), contentLength(`${body} `)]);
  exchange.socket.write(`${headers}${body} `);
};

const garbage: Answer = ({ socket }) => socket.end(`${upstreamWords}\r\n\r\n`);

const late = { outcome: 'upstream_timeout', asked: retried, limits: hasty } as const;
const lost = { outcome: 'upstream_unreachable', asked: retried } as const;
const broken = { outcome: 'upstream_malformed', asked: askedTwice } as const;

/** Faults in the connection and the framing of an answer. */
export const connectionFaults: readonly Fault[] = [
  {
    name: 'F1 refused',
    answer: 'refuse',
    outcome: 'upstream_unreachable',
    asked: [0, 0],
    limits: brief,
  },
  { name: 'F2 accepted, never answered', answer: never, ...late },
  { name: 'F2 not answered once', answer: never, limits: hasty, ...once },
  { name: 'F3 headers, then half a body and silence', answer: stall, ...late },
  { name: 'F3 stalled once', answer: stall, limits: hasty, ...once },
  { name: 'F4 a byte at a time', answer: drip, ...late },
  { name: 'F5 reset before the headers', answer: reset, ...lost, asked: [1, 8], limits: brief },
  { name: 'F5 reset before the headers once', answer: reset, ...once },
  { name: 'F5 reset inside the body', answer: resetInside, ...lost },
  { name: 'F5 reset inside the body once', answer: resetInside, ...once },
  { name: 'F6 shorter than its Content-Length', answer: truncateLength, ...lost },
  { name: 'F6 shorter than its Content-Length once', answer: truncateLength, ...once },
  { name: 'F6 without its last chunk', answer: truncateChunks, ...lost },
  { name: 'F6 without its last chunk once', answer: truncateChunks, ...once },
  { name: 'F6 Content-Length and chunks', answer: lengthAndChunks, ...lost },
  { name: 'F6 two different Content-Lengths', answer: twoLengths, ...lost },
  { name: 'F6 not HTTP', answer: garbage, ...lost },
  { name: 'F7 cut into broken JSON', answer: cutJson, ...broken },
  { name: 'F7 cut into broken JSON once', answer: cutJson, ...once },
  { name: 'F10 a declared body of 1 GiB', answer: declareTooMuch, ...broken },
  { name: 'F10 chunks without end', answer: chunkForEver, ...broken },
  { name: 'F10 a gzip bomb', answer: explode, ...broken },
  { name: 'F10 headers of 64 KiB', answer: overflowHeaders, ...lost },
];
