import * as v from 'valibot';
import { maxCheckpointLength } from '#contract/query.ts';
import { type NumberSelection, selectionEntries } from '#contract/selection.ts';
import { ProblemError } from '../problem-error.ts';
import type { Place } from './chain.ts';
import { positionSchema } from './list-address.ts';
import { type Places, proofFilters } from './proof.ts';
import { createSeal, type ReadSealKeys } from './seal.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * One letter for each chain: `-` untouched, `e` ended, `p` at the next of `positions`. `counts`
 * holds the pages, rows and invalid rows of each chain.
 */
const payloadSchema = v.object({
  divided: v.boolean(),
  chains: v.pipe(v.string(), v.regex(/^[-ep]*$/)),
  positions: v.array(positionSchema),
  counts: v.array(v.tuple([count, count, count])),
});

/** Turns the places of a walk into opaque checkpoints for the browser, and back. */
export interface CheckpointCodec {
  /** @returns the checkpoint, which may be too long for an address. */
  seal(places: Places, selection: NumberSelection): string;
  /**
   * @throws ProblemError `invalid_cursor` when the checkpoint is not ours or belongs to another
   * selection.
   */
  open(checkpoint: string, selection: NumberSelection): Places;
  /** @returns undefined when there is no checkpoint, or it cannot be opened. */
  tryToOpen(checkpoint: string | null, selection: NumberSelection): Places | undefined;
}

/** The field of an event for a reader; none when the checkpoint is too long for an address. */
export const checkpointField = (checkpoint: string | null): { checkpoint?: string } =>
  checkpoint === null || checkpoint.length > maxCheckpointLength ? {} : { checkpoint };

/** A checkpoint holds the places of the proof chains, sealed for the account and the selection. */
export function createCheckpointCodec(accountSid: string, keys: ReadSealKeys): CheckpointCodec {
  const { seal, open } = createSeal(accountSid, keys, 'checkpoint');

  function openPlaces(checkpoint: string, selection: NumberSelection): Places {
    const payload = v.safeParse(payloadSchema, open(checkpoint, selectionEntries(selection)));
    const isOurs =
      payload.success &&
      payload.output.chains.length === payload.output.counts.length &&
      payload.output.chains.length === proofFilters(selection, payload.output.divided).length;
    if (!isOurs) {
      throw new ProblemError(
        'invalid_cursor',
        'This checkpoint is not one of a walk of this selection. Start again without it.',
      );
    }
    const { divided, chains, positions, counts } = payload.output;
    const rest = positions.values();
    const placeOf = (letter: string): Place => {
      if (letter === 'e') return 'ended';
      return letter === '-' ? 'untouched' : (rest.next().value ?? 'untouched');
    };
    return {
      isDivided: divided,
      chains: [...chains].map((letter, at) => {
        const [pages, rows, skipped] = counts[at]!;
        return { place: placeOf(letter), pages, rows, skipped };
      }),
    };
  }

  return {
    seal({ isDivided, chains }, selection) {
      return seal(
        {
          divided: isDivided,
          chains: chains
            .map(({ place }) => (place === 'untouched' ? '-' : place === 'ended' ? 'e' : 'p'))
            .join(''),
          positions: chains.flatMap(({ place }) => (typeof place === 'string' ? [] : [place])),
          counts: chains.map(({ pages, rows, skipped }) => [pages, rows, skipped]),
        },
        selectionEntries(selection),
      );
    },

    open: openPlaces,

    tryToOpen(checkpoint, selection) {
      try {
        return checkpoint === null ? undefined : openPlaces(checkpoint, selection);
      } catch {
        return undefined;
      }
    },
  };
}
