/**
 * The results of a job for each item, in the order in which the jobs finish. At most `most` jobs
 * run at once, and a job begins only while results are taken. A job must not reject.
 */
export async function* asFinished<T, R>(
  items: Iterable<T>,
  most: number,
  job: (item: T) => Promise<R>,
): AsyncGenerator<R, void, void> {
  const running = new Map<T, Promise<{ item: T; result: R }>>();
  for (const item of items) {
    running.set(
      item,
      job(item).then((result) => ({ item, result })),
    );
    if (running.size < most) continue;
    const first = await Promise.race(running.values());
    running.delete(first.item);
    yield first.result;
  }
  while (running.size > 0) {
    const first = await Promise.race(running.values());
    running.delete(first.item);
    yield first.result;
  }
}
