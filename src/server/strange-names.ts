import { closest, distance } from 'fastest-levenshtein';

/** What all names of a kind begin with; no other program's variables are expected to. */
const ownBeginning = /^(APIFONICA|DASHBOARD|SANDBOX|SHARED|UPSTREAM)_/;

/** Below this, a name is so short that another program's may be near. */
const shortestName = 12;

/** Kubernetes tells every container of its services, one of which may be called `dashboard`. */
const ofKubernetes = /^\w+_(SERVICE_(HOST|PORT(_\w+)?)|PORT_\d+_(TCP|UDP|SCTP)(_\w+)?)$/;
const isOfKubernetes = (name: string, value: string) =>
  ofKubernetes.test(name) || (name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(value));

/** Whether somebody who wrote this name will have meant one of ours. */
export function seemsOurs(name: string, known: readonly string[]): boolean {
  const upper = name.toUpperCase();
  return (
    ownBeginning.test(upper) ||
    known.some(
      (ours) => ours.length >= shortestName && distance(upper, ours) <= Math.floor(ours.length / 5),
    )
  );
}

/** The names that are nearly, and not, ours, each with the nearest one that is. */
export function strangeNames(
  variables: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): { name: string; nearest: string }[] {
  return Object.entries(variables)
    .filter(([name, value = '']) => !known.includes(name) && !isOfKubernetes(name, value))
    .filter(([name]) => seemsOurs(name, known))
    .map(([name]) => ({ name, nearest: closest(name.toUpperCase(), known) }));
}
