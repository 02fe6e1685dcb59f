import type { Finding, Remark } from './finding.ts';
import type { Rule } from './rule.ts';
import { fieldDocs } from './vendor-docs.ts';

/** The finding for a remark: with the rule's id and level, and the vendor's page. */
export const toFinding = ({ id, level, docs }: Rule, { field, message }: Remark): Finding => ({
  id,
  level,
  field,
  message,
  docs: docs ?? fieldDocs(field),
});
