import type { Behaviour } from '../behaviour.ts';

/** Of every page, row 3 has no `number_sid`, row 7 `voice: "true"`, row 11 no real `created`. */
export function breakRows(): Behaviour {
  return {
    page: (page) => ({
      ...page,
      numbers: page.numbers.map((row, index) => {
        if (index === 3) return { ...row, number_sid: undefined };
        if (index === 7) return { ...row, voice: 'true' };
        if (index === 11) return { ...row, created: 'yesterday' };
        return row;
      }),
    }),
  };
}
