import type { RentedNumber } from '#contract/number.ts';
import { checkInventory } from './check-inventory.ts';
import { checkNumber } from './check-number.ts';
import { readController } from './controllers/read-controller.ts';
import type { Finding } from './finding.ts';
import { joinFindings } from './join-findings.ts';
import type { CheckContext, ComparedRow } from './rule.ts';

/** A controller reduced to scheme and host, which is all that the rules compare. */
function comparedController(text: string | null): string | null {
  const controller = readController(text);
  switch (controller.kind) {
    case 'none':
      return null;
    case 'web':
      // A host that was shortened for display is no address any more, so the full text is kept.
      return controller.host.endsWith('…') ? text : `${controller.scheme}://${controller.host}`;
    case 'foreign':
    case 'unreadable':
      return 'no:web-address';
  }
}

/**
 * Reduces rows to the fields that the rules compare. Equal texts are stored once, so that 100,000
 * rows take about 20 MB instead of over 100.
 */
export function createComparedRows() {
  const texts = new Map<string, string>();

  function shared<T extends string | null>(text: T): T;
  function shared(text: string | null): string | null {
    if (text === null) return null;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  }

  return (row: ComparedRow): ComparedRow => ({
    number_sid: row.number_sid,
    number: row.number,
    // The two texts are nearly always equal; then one copy is kept.
    number_e164: row.number_e164 === row.number ? row.number : row.number_e164,
    country_code: shared(row.country_code),
    type: shared(row.type),
    voice: row.voice,
    messaging: row.messaging,
    mode: shared(row.mode),
    call_controller: shared(comparedController(row.call_controller)),
    msg_controller: shared(comparedController(row.msg_controller)),
    call_app_sid: shared(row.call_app_sid),
    msg_app_sid: shared(row.msg_app_sid),
  });
}

/** The findings of one number. */
export interface CheckedNumber {
  number_sid: string;
  number: string;
  findings: Finding[];
}

/** An inventory that is checked while its rows stream by; the rows themselves are not kept. */
export interface CheckStream {
  /** Checks rows. A row replaces an earlier row with the same SID. */
  take(rows: readonly RentedNumber[], context: CheckContext): void;
  /** Numbers so far, each once. */
  size(): number;
  /**
   * Compares the numbers with each other, and returns the numbers with findings, the worst finding
   * first. The caller may pause at each `yield`; a few milliseconds of work lie between two of
   * them.
   */
  finish(context: CheckContext): Generator<void, CheckedNumber[], void>;
}

export function createCheckStream(): CheckStream {
  const comparedRow = createComparedRows();
  const rows = new Map<string, ComparedRow>();
  const own = new Map<string, Finding[]>();
  return {
    take(arrived, context) {
      for (const row of arrived) {
        const findings = checkNumber(row, context);
        rows.set(row.number_sid, comparedRow(row));
        if (findings.length > 0) own.set(row.number_sid, findings);
        else own.delete(row.number_sid);
      }
    },
    size: () => rows.size,
    *finish(context) {
      const compared = yield* checkInventory([...rows.values()], context);
      return [...rows.values()].flatMap(({ number_sid, number }) => {
        const findings = joinFindings(own.get(number_sid) ?? [], compared.get(number_sid));
        return findings.length > 0 ? [{ number_sid, number, findings }] : [];
      });
    },
  };
}
