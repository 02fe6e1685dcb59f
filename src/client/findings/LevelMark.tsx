import type { CheckLevel } from '#contract/checks-report.ts';
import { Glyph } from '../ui/Glyph.tsx';

export const levelColors = {
  error: 'text-bad',
  warning: 'text-warn',
  info: 'text-muted',
  accepted: 'text-muted',
};

interface LevelMarkProps {
  level: CheckLevel | 'accepted';
  /** Said where no word stands beside it. */
  label?: string;
}

/** How bad a finding is, by shape and by colour. */
export function LevelMark({ level, label }: LevelMarkProps) {
  const icon = <Glyph name={level} size={14} className={`shrink-0 ${levelColors[level]}`} />;
  if (label === undefined) return icon;
  return (
    // Behind the number, with room behind it for the button that copies that.
    <span
      role="img"
      aria-label={label}
      title={label}
      className="-ml-1 mr-4 shrink-0 pointer-coarse:mr-5"
    >
      {icon}
    </span>
  );
}
