import type { AdminHealth } from '#contract/admin.ts';
import { AdminEntry } from './AdminEntry.tsx';
import { accountFacts } from './entry-facts.ts';
import * as words from './words.ts';

/** Whether the store and every account answer. */
export const Health = ({ store, accounts }: AdminHealth) => (
  <ul>
    <AdminEntry
      name={words.store}
      isVerbatim={false}
      facts={[store.is_up ? words.isUp : words.isDown, words.stores[store.kind]]}
      isBad={!store.is_up}
    />
    {accounts.map((account) => (
      <AdminEntry
        key={account.account.id}
        name={account.account.name}
        // Two accounts may have the same name.
        facts={[...(accounts.length > 1 ? [account.account.id] : []), ...accountFacts(account)]}
        isBad={account.state === 'failing'}
      />
    ))}
  </ul>
);
