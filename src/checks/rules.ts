import { checkLevels } from '#contract/checks-report.ts';
import type { InventoryRule, NumberRule, Rule } from './rule.ts';
import { callsGoNowhere } from './rules/calls-go-nowhere.ts';
import { controllerOfDisabledCapability } from './rules/controller-of-disabled-capability.ts';
import { countryMismatch } from './rules/country-mismatch.ts';
import { dateInFuture } from './rules/date-in-future.ts';
import { duplicateNumber } from './rules/duplicate-number.ts';
import { endpointWithoutTrunk } from './rules/endpoint-without-trunk.ts';
import { getForEvents } from './rules/get-for-events.ts';
import { impossibleLength } from './rules/impossible-length.ts';
import { messagesGoNowhere } from './rules/messages-go-nowhere.ts';
import { noCapability } from './rules/no-capability.ts';
import { oddOneOut } from './rules/odd-one-out.ts';
import { passwordInWebhook } from './rules/password-in-webhook.ts';
import { plainHttpWebhook } from './rules/plain-http-webhook.ts';
import { privateNetworkWebhook } from './rules/private-network-webhook.ts';
import { secretInWebhook } from './rules/secret-in-webhook.ts';
import { sipWithoutVoice } from './rules/sip-without-voice.ts';
import { trunkWithoutEndpoint } from './rules/trunk-without-endpoint.ts';
import { twoApplications } from './rules/two-applications.ts';
import { unusableWebhook } from './rules/unusable-webhook.ts';
import { updatedBeforeCreated } from './rules/updated-before-created.ts';

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
