const AT_ONCE = 500;

/** The items of an iterable in groups of 500. */
export async function* batchesOf<T>(things: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const thing of things) {
    batch.push(thing);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
