import type { Preferences } from '../driver.ts';

/** Scroll bars that take room, and a wheel without smooth scrolling. */
export const firefoxPreferences: Preferences = {
  'widget.gtk.overlay-scrollbars.enabled': false,
  'general.smoothScroll': false,
};
