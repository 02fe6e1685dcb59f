import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { CheckLevel } from '#contract/checks-report.ts';

const marks = {
  error: { Icon: OctagonAlert, color: 'text-bad' },
  warning: { Icon: TriangleAlert, color: 'text-warn' },
  info: { Icon: Info, color: 'text-muted' },
  accepted: { Icon: CircleCheck, color: 'text-muted' },
};

interface LevelMarkProps {
  level: CheckLevel | 'accepted';
  /** Said where no word stands beside it. */
  label?: string;
}

/** How bad a finding is, by shape and by colour. */
export function LevelMark({ level, label }: LevelMarkProps) {
  const { Icon, color } = marks[level];
  const icon = <Icon aria-hidden size={14} className={`shrink-0 ${color}`} />;
  if (label === undefined) return icon;
  return (
    // Behind the number, with room behind it for the button that copies that.
    <span role="img" aria-label={label} title={label} className="-ml-1 mr-5 shrink-0">
      {icon}
    </span>
  );
}
