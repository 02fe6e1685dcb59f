import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import type { NumberRule } from '../rule.ts';
import { vendorDocs } from '../vendor-docs.ts';

const isChosen = (sid: string | null) =>
  sid !== null && sid !== '' && !isPlaceholderApplication(sid);

/** Both applications are chosen, which the vendor documents as impossible. */
export const twoApplications: NumberRule = {
  id: 'two-applications',
  level: 'warning',
  title: 'Two applications',
  remedy: 'Keep one of the two applications, and remove the other.',
  docs: vendorDocs('update-phone-number-parameters', 'only one of the parameters'),
  check({ call_app_sid, msg_app_sid }) {
    if (!isChosen(call_app_sid) || !isChosen(msg_app_sid)) return [];
    const message =
      'A change of this number may be refused or drop one of them: both a calling and a messaging application are set, and the documentation allows only one of the two.';
    return [{ field: 'msg_app_sid', message }];
  },
};
