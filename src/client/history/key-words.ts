/** The effects of the keys of the timeline, for the sheet of keys. */
export const keys = {
  other: 'Previous or next bar',
  extend: 'Select more or fewer bars',
  page: 'Twelve bars on or back',
  end: 'First or last bar',
  choose: 'Show the changes of the selected bars',
  newest: 'Compare the newest two snapshots',
};
