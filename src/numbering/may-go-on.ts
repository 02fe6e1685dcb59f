import { validatePhoneNumberLength } from 'libphonenumber-js/min';

/**
 * Whether a numbering plan has longer numbers than this one, so that it may be a number typed in part.
 *
 * @param digits E.164 without `+`.
 * @returns false too where no plan has the country code.
 */
export function mayGoOn(digits: string): boolean {
  const longer = validatePhoneNumberLength(`+${digits}0`);
  return longer === undefined || longer === 'TOO_SHORT' || longer === 'INVALID_LENGTH';
}
