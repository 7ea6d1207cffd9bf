import { type Chunk, type End, LoadedRange, stopWatching } from "./LoadedRange.js";
import { RowChanges } from "./RowChanges.js";
import type { PageRequest, RowSource } from "./rowSource.js";

/** What a grid is given: the rows of a list that are loaded, without gaps, and their place in it. */
export interface RowsState<Row> {
  rows: readonly Row[];
  firstIndex: number;
  total: number;
  /** Whether the total is an estimate; `count` replaces it. */
  isEstimate: boolean;
  loading: boolean;
  /** True once the first page has come. */
  ready: boolean;
  /** Why the last page did not come. */
  error: unknown;
}

const pageSize = 50;
/** The API gives no more at once. */
const largestPage = 100;
/** Rows that are further away than this are jumped to. */
const nearRows = 500;

/**
 * The rows of a list of any length that comes by keyset pages. It holds one range of the list,
 * lets it grow at both ends as the window moves, and begins a new one where the window jumps to.
 */
export class KeysetRows<Row extends { id: string }> {
  #source: RowSource<Row>;
  #range = new LoadedRange<Row>();
  #changes = new RowChanges<Row>();
  #ready = false;
  #error: unknown;
  #target: { first: number; last: number } | undefined;
  /** What is being fetched; one thing at a time, so that pages join without gaps. */
  #working: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;
  #listeners = new Set<() => void>();
  #state: RowsState<Row> | undefined;
  #fetchedAt = 0;

  constructor(source: RowSource<Row>) {
    this.#source = source;
  }

  /** Tells of each change; the first one who listens starts the fetching. */
  subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#attach();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) for (const chunk of this.#range.chunks) stopWatching(chunk);
    };
  };

  /** The rows as they are now; the same object until something changes. */
  state = (): RowsState<Row> => {
    this.#state ??= this.#makeState();
    return this.#state;
  };

  /** Fetches what is missing of a range of rows. */
  need = (range: { first: number; last: number }): void => {
    this.#target = range;
    void this.#work();
  };

  /** Asks again for the rows around those that were needed last, and for the length of the list. */
  refresh = (): Promise<void> => {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  };

  /** Replaces an estimated total by the number of rows, and returns whether it is known now. */
  count = async (): Promise<boolean> => {
    try {
      if (this.#range.isEstimate) await this.#countAll();
      return true;
    } catch (error) {
      this.#error = error ?? new Error("no response");
      return false;
    } finally {
      this.#changed();
    }
  };

  /** Tries again after an error. */
  retry = (): void => {
    this.#error = undefined;
    if (this.#ready && this.#target) void this.#work();
    else void this.#replace({ first: pageSize, withTotal: true }, 0);
  };

  /** Shows a new row at a place of the list, until the list is fetched again. */
  add(row: Row, index: number): void {
    this.#changes.add(row, index);
    this.#changed();
  }

  /** Takes rows out, such as archived ones; `add` or `revert` brings them again. */
  remove(ids: Iterable<string>): void {
    this.#changes.remove(ids);
    this.#changed();
  }

  /** Undoes `remove`. */
  revert(ids: Iterable<string>): void {
    this.#changes.revert(ids);
    this.#changed();
  }

  #attach() {
    if (this.#range.chunks.length === 0) {
      void this.#replace({ first: pageSize, withTotal: true }, 0);
      return;
    }
    for (const chunk of this.#range.chunks) this.#listen(chunk);
    if (Date.now() - this.#fetchedAt > 2000) void this.refresh();
  }

  #listen(chunk: Chunk<Row>) {
    chunk.stop ??= this.#source.watch(
      chunk.request,
      (result) => {
        Object.assign(chunk, { edges: result.edges });
        this.#changed();
      },
      () => {},
      true,
    );
  }

  // A page as a promise that resolves with its first result; the chunk still receives later changes.
  #fetch(request: PageRequest): Promise<Chunk<Row>> {
    return new Promise((resolve, reject) => {
      let chunk: Chunk<Row> | undefined;
      const stop = this.#source.watch(
        request,
        (result) => {
          if (chunk) {
            Object.assign(chunk, { edges: result.edges });
            this.#changed();
          } else {
            chunk = { request, ...result, stop: () => stop() };
            if (result.total !== undefined) {
              this.#range.total = result.total;
              this.#range.isEstimate = result.isEstimate === true;
            }
            this.#fetchedAt = Date.now();
            resolve(chunk);
          }
        },
        (error) => reject(error),
        false,
      );
    });
  }

  async #refresh() {
    // A page that is on its way may be old already.
    while (this.#working) await this.#working;
    const seen = this.#target?.first ?? this.#range.firstIndex;
    const { cursor, place } = this.#range.pageEndBefore(seen);
    await this.#replace({ first: largestPage, after: cursor, withTotal: true }, place);
  }

  async #replace(request: PageRequest, firstIndex: number) {
    await this.#alone(async () => {
      const chunk = await this.#fetch(request);
      this.#range.become(chunk, firstIndex);
      this.#changes.settle(this.#range.rows);
      this.#ready = true;
    });
    if (this.#target) void this.#work();
  }

  async #work() {
    await this.#alone(async () => {
      while (this.#ready && this.#error === undefined) {
        const next = this.#nextStep();
        if (!next) return;
        await next();
      }
    });
  }

  async #alone(task: () => Promise<void>) {
    if (this.#working) return;
    this.#working = this.#run(task);
    this.#changed();
    await this.#working;
  }

  async #run(task: () => Promise<void>) {
    this.#error = undefined;
    try {
      await task();
    } catch (error) {
      this.#error = error ?? new Error("no response");
    } finally {
      this.#working = undefined;
      this.#changed();
    }
  }

  #nextStep(): (() => Promise<void>) | undefined {
    if (!this.#target) return undefined;
    const { total, firstIndex: start } = this.#range;
    // What is needed may have been beyond the end already when the list turned out to be shorter.
    const first = Math.max(0, Math.min(total - 1, this.#target.first));
    const last = Math.min(total - 1, this.#target.last);
    const end = start + this.#range.length;
    if (first > end + nearRows || last < start - nearRows) {
      if (last >= total - largestPage) return () => this.#jumpToEnd();
      if (first < largestPage) return () => this.#jumpTo(0, null);
      const { cursorAt } = this.#source;
      if (cursorAt) {
        const row = Math.max(0, first - pageSize);
        return async () => {
          const cursor = await cursorAt(row);
          // There are not so many rows as were estimated.
          return cursor === null && row > 0 ? this.#jumpToEnd() : this.#jumpTo(row, cursor);
        };
      }
    }
    const far = Math.max(last - end, start - first) > pageSize;
    const size = far ? largestPage : pageSize;
    if (last >= end && this.#range.goesOn("end")) return () => this.#grow("end", size);
    if (first < start && this.#range.goesOn("start")) return () => this.#grow("start", size);
    return undefined;
  }

  async #grow(end: End, size: number) {
    const cursor = this.#range.cursorOf(end);
    const chunk = await this.#fetch(
      end === "end"
        ? { first: size, after: cursor, withTotal: false }
        : { last: size, before: cursor, withTotal: false },
    );
    this.#range.grow(end, chunk);
    this.#changed();
  }

  async #countAll() {
    const total = await this.#source.count?.();
    if (total !== undefined) this.#range.total = total;
    this.#range.isEstimate = false;
  }

  async #jumpToEnd() {
    if (this.#range.isEstimate) await this.#countAll();
    const chunk = await this.#fetch({ last: largestPage, withTotal: false });
    this.#range.become(chunk, this.#range.total - chunk.edges.length);
    this.#changed();
  }

  async #jumpTo(row: number, cursor: string | null) {
    const after = cursor ?? undefined;
    const chunk = await this.#fetch({ first: largestPage, after, withTotal: false });
    this.#range.become(chunk, cursor === null ? 0 : row);
    this.#changed();
  }

  #changed() {
    this.#state = undefined;
    for (const listener of this.#listeners) listener();
  }

  #makeState(): RowsState<Row> {
    const { firstIndex, total, isEstimate } = this.#range;
    const { rows, longer } = this.#changes.applyTo(this.#range.rows, firstIndex);
    return {
      rows,
      firstIndex,
      total: Math.max(0, total + longer),
      isEstimate,
      loading: this.#working !== undefined || (!this.#ready && this.#error === undefined),
      ready: this.#ready,
      error: this.#error,
    };
  }
}
