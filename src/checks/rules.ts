import { checkLevels } from '#contract/checks-report.ts';
import type { InventoryRule, NumberRule, Rule } from './rule.ts';
import { dateInFuture, updatedBeforeCreated } from './rules/dates.ts';
import { oddOneOut } from './rules/odd-one-out.ts';
import { countryMismatch, duplicateNumber, impossibleLength } from './rules/phone-numbers.ts';
import {
  callsGoNowhere,
  endpointWithoutTrunk,
  messagesGoNowhere,
  noCapability,
  sipWithoutVoice,
  trunkWithoutEndpoint,
  twoApplications,
} from './rules/routing.ts';
import { passwordInWebhook, secretInWebhook } from './rules/webhook-secrets.ts';
import {
  controllerOfDisabledCapability,
  getForEvents,
  plainHttpWebhook,
  privateNetworkWebhook,
  unusableWebhook,
} from './rules/webhooks.ts';

/** The worst first; within a level, the rule with the greatest loss first. */
export const numberRules: readonly NumberRule[] = [
  callsGoNowhere,
  trunkWithoutEndpoint,
  unusableWebhook,
  messagesGoNowhere,
  privateNetworkWebhook,
  plainHttpWebhook,
  passwordInWebhook,
  secretInWebhook,
  endpointWithoutTrunk,
  sipWithoutVoice,
  noCapability,
  twoApplications,
  countryMismatch,
  impossibleLength,
  updatedBeforeCreated,
  dateInFuture,
  controllerOfDisabledCapability,
  getForEvents,
];

export const inventoryRules: readonly InventoryRule[] = [duplicateNumber, oddOneOut];

const allRules: readonly Rule[] = [...numberRules, ...inventoryRules];

/** Every rule, in the order to show them: the worst first. */
export const rules: readonly Rule[] = checkLevels.flatMap((level) =>
  allRules.filter((rule) => rule.level === level),
);
