import type { Finding, Remark } from './finding.ts';
import type { Rule } from './rule.ts';
import { fieldDocs } from './vendor-docs.ts';

/** The finding for a remark: with the rule's id, level and remedy, and the vendor's page. */
export const toFinding = (
  { id, level, remedy, docs }: Rule,
  { field, message }: Remark,
): Finding => ({
  id,
  level,
  field,
  message,
  remedy,
  docs: docs ?? fieldDocs(field),
});
