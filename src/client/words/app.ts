/** Texts of the frame of the page. */
export const product = 'Rented numbers';
export const filters = 'Filters';
export const skipToTable = 'Skip to the table';
export const skipToOverview = 'Skip to the overview';

export const pageFailed = 'The page had an error';
export const pageFailedDetail =
  'The dashboard server may have been updated. The filters in the address bar are kept.';
export const loadPageAgain = 'Reload the page';
export const pageIncomplete = 'The page could not be loaded in full. Try again, or reload it.';
