import type { LucideIcon } from 'lucide-react';

interface MenuItemProps {
  icon: LucideIcon;
  label: string;
  hint?: string;
  onClick: () => void;
}

/** One action of the More menu. */
export const MenuItem = ({ icon: Icon, label, hint, onClick }: MenuItemProps) => (
  <li>
    <button
      type="button"
      onClick={onClick}
      className="flex w-full items-start gap-2.5 rounded-md px-2.5 py-1.5 text-left hover:bg-hover phone:items-center phone:gap-4"
    >
      <Icon aria-hidden size={14} className="mt-0.5 shrink-0 text-muted phone:mt-0 phone:size-5" />
      <span>
        <span>{label}</span>
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </button>
  </li>
);
