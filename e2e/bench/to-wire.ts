import type { RentedNumber } from '#contract/number.ts';

/** `2016-03-31T11:16:59+03:00` as the vendor writes it. */
function toRfc2822(iso: string): string {
  const offset = iso.slice(-6);
  const [day, date, month, year, time] = new Date(`${iso.slice(0, 19)}Z`).toUTCString().split(' ');
  return `${day} ${date} ${month} ${year} ${time} ${offset.replace(':', '')}`;
}

/** A row as the vendor would send it. */
export const toWire = ({
  created,
  updated,
  number_display: _,
  has_token,
  ...row
}: RentedNumber) => ({
  ...row,
  token: has_token ? 'a-secret-of-the-bench' : null,
  created: created && toRfc2822(created),
  updated: updated && toRfc2822(updated),
});
