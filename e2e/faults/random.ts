/** A seeded source of numbers from 0 up to 1 (Park and Miller's minimal standard generator). */
export function createRandom(seed: number): () => number {
  const modulus = 2 ** 31 - 1;
  let state = (seed % (modulus - 1)) + 1;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}
