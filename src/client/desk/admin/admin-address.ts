import { setAddress } from '../../address/address-bar.ts';

/** The dialog of admins is in the address, so that a reload opens it again. */
export const openAdmin = () => setAddress({ dialog: 'admin' });
export const closeAdmin = () => setAddress({ dialog: null });
