import { Check, type LucideIcon } from 'lucide-react';

interface MenuItemProps {
  label: string;
  icon?: LucideIcon;
  /** A second, quieter line. */
  hint?: string;
  /** An entry that is on or off: one of several, or by itself. */
  isOn?: boolean;
  isOneOfSeveral?: boolean;
  /** Whether it has the room of a check mark, as the entries beside it that are on or off. */
  isIndented?: boolean;
  /** A disabled entry keeps its place and its name. */
  isDisabled?: boolean;
  onChoose: () => void;
}

/** One entry of a menu. */
export function MenuItem(props: MenuItemProps) {
  const { label, icon: Icon, hint, isOn, isOneOfSeveral = false, isDisabled = false } = props;
  const hasCheck = isOn !== undefined || props.isIndented === true;
  const state =
    isOn === undefined
      ? { role: 'menuitem' }
      : { role: isOneOfSeveral ? 'menuitemradio' : 'menuitemcheckbox', 'aria-checked': isOn };
  return (
    <button
      type="button"
      {...state}
      aria-disabled={isDisabled || undefined}
      tabIndex={-1}
      title={hint === undefined ? label : undefined}
      onClick={() => isDisabled || props.onChoose()}
      className="flex w-full items-start gap-2 rounded-md px-2.5 py-1.5 text-left hover:bg-hover focus:bg-hover aria-disabled:cursor-default aria-disabled:text-muted"
    >
      {Icon && <Icon aria-hidden size={14} className="mt-0.5 shrink-0 text-muted" />}
      {hasCheck && (
        <Check
          aria-hidden
          size={14}
          className={`mt-0.5 shrink-0 text-accent ${isOn ? '' : 'invisible'}`}
        />
      )}
      <span className="min-w-0">
        <bdi className="block truncate">{label}</bdi>
        {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </button>
  );
}
