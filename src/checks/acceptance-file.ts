import * as v from 'valibot';
import { type Acceptance, acceptanceSchema } from './acceptance.ts';

const envelopeSchema = v.object({ version: v.literal(1), accepted: v.array(v.unknown()) });

/** The acceptances of a file, or a sentence for the reader that names the fault and the entry. */
type ReadAcceptances =
  | { kind: 'read'; accepted: Acceptance[] }
  | { kind: 'broken'; reason: string };

const broken = (reason: string): ReadAcceptances => ({ kind: 'broken', reason });

/** `entry 3 (plain-http-webhook)`; the rule is left out when it is itself invalid. */
function nameOf(entry: unknown, at: number): string {
  const rule = v.safeParse(v.pick(acceptanceSchema, ['rule']), entry);
  return rule.success ? `entry ${at + 1} (${rule.output.rule})` : `entry ${at + 1}`;
}

/** The fault, as a phrase behind the name of the field. */
const faultOf = (issue: v.BaseIssue<unknown>): string => {
  if (issue.kind === 'validation') return issue.message;
  return issue.type === 'object' ? 'is missing' : 'must be a text';
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The largest file that the page and the server read, in bytes: about 50,000 acceptances of one
 * number each. More than a browser stores for a page.
 */
export const largestAcceptanceFile = 8 * 1024 * 1024;

/** The text of a file with acceptances, one a line: `{"version": 1, "accepted": [...]}`. */
export function writeAcceptances(accepted: readonly Acceptance[]): string {
  const lines = accepted.map((one) => `\n${JSON.stringify(one)}`);
  return `{"version":1,"accepted":[${lines}]}\n`;
}

/**
 * Reads the text that `writeAcceptances` writes, all or nothing: an entry dropped in silence would
 * bring back findings that somebody had dealt with.
 */
export function readAcceptances(text: string): ReadAcceptances {
  const value = parseJson(text);
  if (value === undefined) return broken('This file is not JSON.');
  const envelope = v.safeParse(envelopeSchema, value);
  if (!envelope.success) {
    return broken(
      'This file is not one of accepted findings: it needs "version": 1 and a list "accepted".',
    );
  }
  const accepted: Acceptance[] = [];
  for (const [at, entry] of envelope.output.accepted.entries()) {
    const parsed = v.safeParse(acceptanceSchema, entry);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      const field = v.getDotPath(issue);
      const fault = field === null ? 'it is not an object' : `${field} ${faultOf(issue)}`;
      return broken(`Nothing was read, because of ${nameOf(entry, at)}: ${fault}.`);
    }
    accepted.push(parsed.output);
  }
  return { kind: 'read', accepted };
}
