import { formatCount, formatPlural } from '../../lib/format.ts';
import { isComplete, type Scope } from '../scope.ts';

/** What a picture is of: `Of 240 loaded numbers; Apifonica gives no total`, `Of all 5,310 numbers`. */
export function figureWords(scope: Scope, counted: number): string {
  if (scope.status === 'loading') return 'Of no numbers yet';
  const isPart = counted < scope.loaded;
  if (isComplete(scope)) {
    const all = formatPlural(scope.loaded, 'number');
    return isPart ? `Of ${formatCount(counted)} that match among all ${all}` : `Of all ${all}`;
  }
  const loaded = formatPlural(scope.loaded, 'loaded number');
  const covered = isPart ? `Of ${formatCount(counted)} that match among ${loaded}` : `Of ${loaded}`;
  return scope.status === 'complete'
    ? `${covered}; ${formatPlural(scope.skipped, 'row')} came broken`
    : `${covered}; Apifonica gives no total`;
}
