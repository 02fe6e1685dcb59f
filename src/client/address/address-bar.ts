import { createAddressStore } from '../lib/address-store.ts';
import { addressCodecs } from './address.ts';

/** The address bar as the page's state, and the one way to change it. */
export const {
  get: currentAddress,
  useValues: useAddress,
  set: setAddress,
  back: backFromAddress,
} = createAddressStore(addressCodecs);
