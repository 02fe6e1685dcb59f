import type { HostProps } from '#jsx/jsx-runtime';

/** The one button of toolbars, notices and menus. */
export function Button({ className = '', ...props }: HostProps<'button'>) {
  return (
    <button
      type="button"
      className={`inline-flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md border border-line bg-page px-2.5 font-medium hover:bg-hover disabled:text-muted disabled:hover:bg-page ${className}`}
      {...props}
    />
  );
}
