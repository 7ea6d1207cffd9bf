import type { PageRequest, PageResult } from "./rowSource.js";

/** A page that was fetched and still receives changes to its rows. */
export interface Chunk<Row> extends PageResult<Row> {
  request: PageRequest;
  stop: (() => void) | undefined;
}

/** One of the two ends of a range. */
export type End = "start" | "end";

const keptRows = 2000;

/** Tells a page's source that it is not rendered now. */
export function stopWatching<Row>(chunk: Chunk<Row>): void {
  chunk.stop?.();
  chunk.stop = undefined;
}

/** Adjacent pages of a list, their position in it, and its length as far as it is known. */
export class LoadedRange<Row extends { id: string }> {
  chunks: readonly Chunk<Row>[] = [];
  firstIndex = 0;
  total = 0;
  /** Whether the length is an estimate. */
  isEstimate = false;

  /** How many rows there are. */
  get length(): number {
    return this.chunks.reduce((sum, { edges }) => sum + edges.length, 0);
  }

  /** The rows in their order. */
  get rows(): Row[] {
    return this.chunks.flatMap(({ edges }) => edges.map(({ node }) => node));
  }

  /** Whether the list continues there. */
  goesOn(end: End): boolean {
    return end === "end"
      ? this.chunks.at(-1)?.hasNextPage === true
      : this.chunks[0]?.hasPreviousPage === true;
  }

  /** The cursor from which a page joins there. */
  cursorOf(end: End): string | undefined {
    const edges = this.chunks.flatMap((chunk) => chunk.edges);
    return end === "end" ? edges.at(-1)?.cursor : edges[0]?.cursor;
  }

  /** The end of the last page before a row: the cursor after which it ends, and how many rows are before that. */
  pageEndBefore(row: number): { cursor: string | undefined; place: number } {
    let place = this.firstIndex;
    let cursor: string | undefined;
    for (const { edges } of this.chunks) {
      if (place + edges.length > row) break;
      place += edges.length;
      cursor = edges.at(-1)?.cursor;
    }
    return cursor === undefined ? { cursor, place: 0 } : { cursor, place };
  }

  /** Becomes one page alone, at a place of the list. */
  become(chunk: Chunk<Row>, firstIndex: number): void {
    for (const old of this.chunks) stopWatching(old);
    this.chunks = [chunk];
    this.firstIndex = Math.max(0, firstIndex);
    this.#settleEnds();
  }

  /** Takes a page that joins there, and drops what is too far away at the other end. */
  grow(end: End, chunk: Chunk<Row>): void {
    if (end === "end") {
      this.chunks = [...this.chunks, chunk];
    } else {
      this.chunks = [chunk, ...this.chunks];
      this.firstIndex -= chunk.edges.length;
    }
    this.#settleEnds();
    this.#dropFrom(end === "end" ? "start" : "end");
  }

  // The list may have grown or shrunk since its length was counted; its ends are reliable.
  #settleEnds() {
    if (this.chunks[0]?.hasPreviousPage === false) this.firstIndex = 0;
    else this.firstIndex = Math.max(1, this.firstIndex);
    const end = this.firstIndex + this.length;
    if (this.chunks.at(-1)?.hasNextPage === false) this.#setTotal(end);
    else if (this.total <= end) this.total = end + 1;
  }

  #setTotal(total: number) {
    this.total = total;
    this.isEstimate = false;
  }

  #dropFrom(end: End) {
    while (this.length > keptRows && this.chunks.length > 1) {
      const dropped = end === "start" ? this.chunks[0] : this.chunks.at(-1);
      if (!dropped) return;
      stopWatching(dropped);
      this.chunks = end === "start" ? this.chunks.slice(1) : this.chunks.slice(0, -1);
      if (end === "start") this.firstIndex += dropped.edges.length;
      const edge = end === "start" ? this.chunks[0] : this.chunks.at(-1);
      if (edge) Object.assign(edge, end === "start" ? more.before : more.after);
    }
  }
}

const more = { before: { hasPreviousPage: true }, after: { hasNextPage: true } };
