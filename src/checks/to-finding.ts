import type { Finding, Remark } from './finding.ts';
import type { Rule } from './rule.ts';
import { fieldDocs } from './vendor-docs.ts';

/** A remark of a rule, with what the rule is and where the vendor documents the field. */
export const toFinding = ({ id, level, docs }: Rule, { field, message }: Remark): Finding => ({
  id,
  level,
  field,
  message,
  docs: docs ?? fieldDocs(field),
});
