import type { NumberPage } from '#contract/number.ts';
import { position, type WirePage } from '#sandbox/stand-in/account.ts';
import { askedOnce, type Fault } from './fault.ts';
import type { Answer, Exchange } from './raw-upstream.ts';
import { json } from './wire-bytes.ts';

type Change = (page: WirePage, exchange: Exchange) => object;

/** The expected page, with a change. */
export const change =
  (make: Change): Answer =>
  (exchange) => {
    if (exchange.page) exchange.reply(json(make(exchange.page, exchange)));
  };

const linkTo = (make: (exchange: Exchange) => string) =>
  change((page, exchange) => ({ ...page, next: make(exchange) }));

const place = ({ query }: Exchange) => query.get('next') ?? '';

export const nextIsItself = linkTo((exchange) => `${exchange.list}?next=${place(exchange)}`);

/** From the second page on, two cursors lead to each other. */
export const cycle = linkTo((exchange) => {
  const [row, variant] = (place(exchange) || 'r20-1').split('-');
  return `${exchange.list}?next=${row}-${variant === '0' ? 1 : 0}`;
});

/** Pages without rows, each of which leads to another. */
export const emptyForEver = change((page, exchange) => {
  const [row, variant = '0'] = (place(exchange) || 'r0-0').split('-');
  const next = `${exchange.list}?next=${row}-${Number(variant) + 1}`;
  return { ...page, numbers: [], next };
});

/** The rows of the first page for ever, each time with a new cursor. */
export const sameRowsForEver = change((page, { account, list, query }) => {
  const first = account.matching(query).slice(0, 20);
  if (first[0] === undefined) return page;
  const [row, variant = '0'] = (query.get('next') ?? position(first[0])).split('-');
  return {
    limit: 20,
    prev: null,
    next: `${list}?next=${row}-${Number(variant) + 1}`,
    numbers: first,
  };
});

/** Each page begins with the last two rows of the page before. */
export const repeatRows = change((page, { account, query }) => {
  const start = account.start(query);
  const before = account.matching(query).slice(Math.max(0, start - 2), start);
  return { ...page, numbers: [...before, ...page.numbers] };
});

/** Pages of other sizes than requested: none, fifty, one, twenty-three. */
export const driftLimit: Answer = (exchange) => {
  const { account, query, list } = exchange;
  const first = account.matching(query)[0];
  if (!first) {
    exchange.reply(json(account.page(query, list)));
    return;
  }
  const start = account.start(query);
  const [row, variant = '0'] = (place(exchange) || position(first)).split('-');
  // An empty page leads to the same row by another cursor; the same cursor would be a loop.
  if (variant === '0' && start % 50 === 0) {
    exchange.reply(json({ limit: 20, prev: null, next: `${list}?next=${row}-1`, numbers: [] }));
    return;
  }
  const size = [50, 1, 23][start % 3] ?? 1;
  exchange.reply(json(account.page(query, list, size)));
};

export const ignoreFilters: Answer = ({ account, query, list, reply }) => {
  const unfiltered = new URLSearchParams(query);
  unfiltered.delete('voice');
  reply(json(account.page(unfiltered, list)));
};

/** Four invalid rows, each for a different reason. */
export const breakRows = change((page) => {
  const wrongs = [{ voice: 'maybe' }, { number_sid: '' }, { number: null }, { messaging: null }];
  return { ...page, numbers: page.numbers.map((row, at) => ({ ...row, ...wrongs[at] })) };
});
const brokenRows = 4;

/** Four rows with an unreadable value, each in a different field. */
export const breakValues = change((page) => {
  const wrongs = [
    { created: 'yesterday' },
    { updated: 7 },
    { name: 'x'.repeat(10_000) },
    { mode: [] },
  ];
  return { ...page, numbers: page.numbers.map((row, at) => ({ ...row, ...wrongs[at] })) };
});

/** Names that are unusual but valid. */
export const strangeNames = ['📞 Straße', '\u202Eمكتب', 'a\u0000b', '=1+1', '<b>bold</b>'];
export const addOddities = change((page) => ({
  ...page,
  total: 'many',
  numbers: page.numbers.map((row, at) => ({
    ...row,
    name: strangeNames[at % strangeNames.length],
    sip: { token: 'canary-sip-secret' },
  })),
}));

const sids = (page: { numbers: { number_sid: string }[] }) =>
  page.numbers.map(({ number_sid }) => number_sid);

const hasAll = (page: NumberPage, due: WirePage) =>
  sids(due).every((sid) => sids(page).includes(sid));

const contract = { outcome: 'upstream_contract', asked: askedOnce } as const;
const fine = { outcome: 'fine', asked: askedOnce } as const;

/** Faults in the list itself, in well-formed answers. */
export const listFaults: readonly Fault[] = [
  { name: 'F18 next is the page itself', answer: nextIsItself, ...contract },
  {
    name: 'F18 pages that lead to each other',
    answer: cycle,
    ...fine,
    walked: 'upstream_contract',
    isRight: (page, due) => hasAll(page, due) && page.next !== null,
  },
  {
    name: 'F18 pages without rows, for ever',
    answer: emptyForEver,
    ...fine,
    walked: 'upstream_contract',
    isRight: (page) => page.numbers.length === 0 && page.next !== null,
  },
  {
    name: 'O7 the same rows behind an ever new next',
    answer: sameRowsForEver,
    ...fine,
    walked: 'upstream_contract',
    isRight: (page) => page.numbers.length === 20 && page.next !== null,
  },
  {
    name: 'F19 next at another host',
    answer: linkTo(({ elsewhere }) => `${elsewhere}/v2/accounts/acc-fault-test/numbers?next=r20-0`),
    ...contract,
  },
  {
    name: 'F19 next with another scheme',
    answer: linkTo(({ list }) => `${list.replace('http:', 'https:')}?next=r20-0`),
    ...contract,
  },
  {
    name: 'F19 next of another account',
    answer: linkTo(({ list }) => `${list.replace('acc-fault-test', 'acc-other')}?next=r20-0`),
    ...contract,
  },
  {
    name: 'F19 next at another path',
    answer: linkTo(({ list }) => `${list}/../../calls?next=r20-0`),
    ...contract,
  },
  { name: 'F20 rows of the page before again', answer: repeatRows, ...fine, isRight: hasAll },
  {
    name: 'F22 the filter is ignored',
    answer: ignoreFilters,
    filters: { voice: 'true' },
    ...contract,
  },
  {
    name: 'F23 as many rows as it likes',
    answer: driftLimit,
    ...fine,
    isRight: (page) => [0, 1, 23, 50].includes(page.numbers.length),
  },
  {
    name: 'F24 rows that cannot be read',
    answer: breakRows,
    ...fine,
    isRight: (page, due) =>
      page.skipped === brokenRows && sids(page).join() === sids(due).slice(brokenRows).join(),
  },
  {
    name: 'W11 values that cannot be read',
    answer: breakValues,
    ...fine,
    isRight: (page, due) =>
      page.skipped === 0 &&
      sids(page).join() === sids(due).join() &&
      [page.numbers[0]?.created, page.numbers[1]?.updated, page.numbers[2]?.name].join() === ',,',
  },
  {
    name: 'F24 unknown fields and strange names',
    answer: addOddities,
    ...fine,
    isRight: (page, due) =>
      sids(page).join() === sids(due).join() &&
      page.numbers.every(({ name }, at) => name === strangeNames[at % strangeNames.length]),
  },
];
