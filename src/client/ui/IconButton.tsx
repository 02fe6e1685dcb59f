import type { HostProps } from '#jsx/jsx-runtime';

interface IconButtonProps extends Omit<HostProps<'button'>, 'aria-label'> {
  label: string;
}

/** A button that shows only an icon; its label is its name and its tooltip. */
export function IconButton({ label, className = '', ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-40 aria-disabled:hover:bg-transparent aria-disabled:hover:text-muted ${className}`}
      {...props}
    />
  );
}
