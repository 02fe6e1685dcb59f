import type { RentedNumber } from '#contract/number.ts';

type VendorPage =
  | 'get-list-rented-numbers'
  | 'update-phone-number-parameters'
  | 'link-endpoint-number';

/**
 * The address of a page of the vendor's documentation. Its pages have no anchors, so a text
 * fragment (WICG "URL Fragment Text Directives") leads to a phrase. A browser without support for
 * fragments of this kind opens the page at its top.
 */
export const vendorDocs = (page: VendorPage, phrase: string): string =>
  `https://www.apifonica.com/en/docs/api/rest/${page}/#:~:text=${encodeURIComponent(phrase)}`;

/** Where the vendor documents a field of the list. */
export const fieldDocs = (field: keyof RentedNumber): string =>
  vendorDocs('get-list-rented-numbers', `numbers/${field}`);
