import { documentedRow, wirePage } from './documented-row.ts';

type WireRow = Record<string, unknown> & {
  number_sid: string;
  number: string;
  voice: boolean;
};

/** A page as the vendor sends it. */
export interface WirePage {
  limit: number;
  prev: string | null;
  next: string | null;
  numbers: WireRow[];
}

const twelve = (n: number) => String(n).padStart(12, '0');

/** The row with this ordinal; its number and SID are unique in the account. */
function row(n: number): WireRow {
  return {
    ...documentedRow({
      account_sid: 'acc-fault-test',
      token: n % 7 === 0 ? 'canary-sip-secret' : null,
    }),
    number_sid: `num00000000-0000-4000-8000-${twelve(n)}`,
    number: `44207946${String(n).padStart(4, '0')}`,
    name: `Desk ${n}`,
    type: n % 3 === 0 ? 'mobile' : 'local',
    msg_controller: `http://127.0.0.1:9/${n}`,
    msg_app_sid: null,
    call_app_sid: null,
    voice: n % 2 === 0,
    messaging: true,
  };
}

const filterNames = ['number', 'country_code', 'country_name', 'type', 'voice', 'messaging'];

/** For tests: whether a row matches every filter of a query, exactly as the vendor compares. */
export const isAskedFor = (row: Readonly<Record<string, unknown>>, query: URLSearchParams) =>
  filterNames.every((name) => !query.has(name) || String(row[name]) === query.get(name));

/**
 * A place in the list: the next row, and a variant that tells pages beginning with the same row
 * apart.
 */
export const position = (from: WireRow, variant = 0) =>
  `r${Number(from.number_sid.slice(-12))}-${variant}`;

/**
 * For tests: an account that may change while it is read. Its cursors name the next row, as the
 * vendor's seem to do: when that row is removed, the place in the list is lost.
 *
 * @param changesOf values that replace the defaults of the row with an ordinal.
 */
export function createAccount(
  size: number,
  changesOf: (n: number) => Readonly<Record<string, unknown>> = () => ({}),
) {
  const rows = Array.from({ length: size }, (_, n) => ({ ...row(n), ...changesOf(n) }));
  const sidAt = (place: string) =>
    `num00000000-0000-4000-8000-${twelve(Number.parseInt(place.slice(1), 10))}`;

  const matching = (query: URLSearchParams) => rows.filter((one) => isAskedFor(one, query));

  /**
   * The index in the matching rows at which a request begins; -1 when its cursor names none of
   * them.
   */
  function start(query: URLSearchParams): number {
    const place = query.get('next');
    return place === null ? 0 : matching(query).findIndex((one) => one.number_sid === sidAt(place));
  }

  return {
    sids: () => new Set(rows.map((one) => one.number_sid)),
    numbers: () => rows.map((one) => one.number),
    matching,
    start,
    /** Rents one more number: the last of the list, or at another place in it. */
    add(ordinal: number, at = rows.length) {
      rows.splice(at, 0, { ...row(ordinal), ...changesOf(ordinal) });
    },
    change(ordinal: number, changes: Partial<WireRow>) {
      const changed = rows.find((one) => one.number_sid === sidAt(`r${ordinal}`));
      Object.assign(changed ?? {}, changes);
    },
    remove(ordinal: number) {
      const at = rows.findIndex((one) => one.number_sid === sidAt(`r${ordinal}`));
      rows.splice(at, 1);
    },
    /** The requested page; null when its cursor names no row. */
    page(query: URLSearchParams, list: string, size = Number(query.get('limit'))): WirePage | null {
      const found = matching(query);
      const from = start(query);
      if (from < 0) return null;
      const after = found[from + size];
      return {
        ...wirePage(found.slice(from, from + size)),
        limit: Number(query.get('limit')),
        next: after ? `${list}?next=${position(after)}` : null,
      };
    },
  };
}

export type Account = ReturnType<typeof createAccount>;
