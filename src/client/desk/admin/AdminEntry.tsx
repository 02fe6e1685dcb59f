import type { Elements } from '#jsx/jsx-runtime';

interface AdminEntryProps {
  name: string;
  /** Whether the name is data, which nobody translates; false for a text of the page. */
  isVerbatim?: boolean;
  /** Short statements about the entry. */
  facts: readonly string[];
  /** Shows the facts in the colour of a fault. */
  isBad?: boolean;
  children?: Elements;
}

/** One line of a list for admins: a name, what is known of it, and what can be done. */
export const AdminEntry = ({
  name,
  isVerbatim = true,
  facts,
  isBad = false,
  children,
}: AdminEntryProps) => (
  <li className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-0.5 border-t border-line py-1.5 first:border-0">
    <bdi
      translate={isVerbatim ? 'no' : 'yes'}
      className="w-48 truncate font-medium phone:w-full phone:whitespace-normal"
    >
      {name}
    </bdi>
    <span className={`min-w-0 flex-1 ${isBad ? 'text-bad' : 'text-muted'}`}>
      {facts.join(' · ')}
    </span>
    {children}
  </li>
);
