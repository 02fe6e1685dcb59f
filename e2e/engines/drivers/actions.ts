/** Keys by the names of DOM events, as WebDriver writes them (WebDriver 2, 15.4.2, keyboard actions). */
const keys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Space: ' ',
};

/** Input in the form that `input.performActions` of BiDi and `POST actions` of WebDriver take. */
export type Actions = Record<string, unknown>[];

const keyboard = (actions: Actions): Actions => [{ type: 'key', id: 'keyboard', actions }];
const mouse = (action: Record<string, unknown>): Actions => [
  { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [action] },
];

function keyValue(name: string): string {
  const value = keys[name] ?? name;
  if ([...value].length !== 1) throw new Error(`No key is named ${name}.`);
  return value;
}

export const actions = {
  press(chord: string): Actions {
    const values = chord.split('+').map(keyValue);
    return keyboard([
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ]);
  },
  type: (text: string): Actions =>
    keyboard([...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })))),
  move: (x: number, y: number): Actions =>
    mouse({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }),
  down: (): Actions => mouse({ type: 'pointerDown', button: 0 }),
  up: (): Actions => mouse({ type: 'pointerUp', button: 0 }),
  wheel: (x: number, y: number, notches: number): Actions => [
    {
      type: 'wheel',
      id: 'wheel',
      actions: [
        { type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: notches * 100 },
      ],
    },
  ],
};
