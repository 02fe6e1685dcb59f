import { readController } from './controllers/read-controller.ts';
import type { ComparedRow } from './rule.ts';

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
