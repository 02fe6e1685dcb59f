// The least that fetches the first page and prints it: what any framework is measured against.
const response = await fetch(`/api/numbers${location.search}`);
const { numbers } = await response.json();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const rows = numbers.map((row) => {
  const line = document.createElement('tr');
  line.append(
    ...[
      row.number_display,
      row.name,
      row.country_name,
      row.type,
      row.voice ? 'Voice' : '',
      row.messaging ? 'SMS' : '',
      row.mode,
      row.call_controller || row.call_app_sid,
      row.msg_controller || row.msg_app_sid,
      day.format(new Date(row.created)),
    ].map((text) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      return cell;
    }),
  );
  return line;
});
document.getElementById('rows').append(...rows);
