import { createAddressStore } from '../lib/address-store.ts';
import { offerLayers } from '../ui/layer-owner.ts';
import type { Address } from './address.ts';
import { readAddress, writeAddress } from './query-string.ts';

/** The address bar as the page's state, and the one way to change it. */
export const {
  get: currentAddress,
  useValues: useAddress,
  set: setAddress,
  back: backFromAddress,
  openLayer,
  getEntry: currentEntry,
  useEntry,
} = createAddressStore<Address>({
  read: (search) => readAddress(search).values,
  write: writeAddress,
});

offerLayers(openLayer);
