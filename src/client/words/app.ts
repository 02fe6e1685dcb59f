/** The frame of the page, which is there before anything else. */
export const product = 'Rented numbers';
export const filters = 'Filters';

export const pageFailed = 'The page had an error';
export const pageFailedDetail =
  'Perhaps the dashboard server was updated. What the address bar says is kept.';
export const loadPageAgain = 'Load the page again';
export const pageIncomplete = 'The page could not be loaded in full. Try again, or reload it.';
