/** Which page of a connection is asked for. */
export interface PageAsked {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
  /** Whether the length of the whole list is asked for as well. */
  withTotal: boolean;
}

/** A page as a connection answers it. */
export interface PageAnswer<Row> {
  edges: readonly { cursor: string; node: Row }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Only where it was asked for. */
  total?: number;
}

/** Where the rows come from. */
export interface RowSource<Row> {
  /** Fetches a page, and tells of each later change to its rows, until the answer is called. */
  watch(
    page: PageAsked,
    told: (page: PageAnswer<Row>) => void,
    failed: (error: unknown) => void,
    /** True where the page was fetched before and only its changes are wanted. */
    known: boolean,
  ): () => void;
  /** The cursor before the row of a number, for jumps; left out, all pages on the way are fetched. */
  cursorAt?(row: number): Promise<string | null>;
}

/** What a grid is given: the rows of a list that are loaded, without gaps, and their place in it. */
export interface RowsState<Row> {
  rows: readonly Row[];
  firstIndex: number;
  total: number;
  loading: boolean;
  /** True once the first page has come. */
  ready: boolean;
  /** Why the last page did not come. */
  error: unknown;
}

interface Chunk<Row> extends PageAnswer<Row> {
  asked: PageAsked;
  stop: (() => void) | undefined;
}

const pageSize = 50;
/** The API gives no more at once. */
const largestPage = 100;
/** Rows that are further away than this are jumped to. */
const nearRows = 500;
const keptRows = 2000;

/**
 * The rows of a list of any length that comes by keyset pages. It holds one stretch of the list,
 * lets it grow at both ends as the window moves, and begins a new one where the window jumps to.
 */
export class KeysetRows<Row extends { id: string }> {
  #source: RowSource<Row>;
  #chunks: Chunk<Row>[] = [];
  #firstIndex = 0;
  #total = 0;
  #ready = false;
  #error: unknown;
  #target: { first: number; last: number } | undefined;
  #working = false;
  #added: { row: Row; index: number }[] = [];
  #removed = new Set<string>();
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
      if (this.#listeners.size === 0) for (const chunk of this.#chunks) stop(chunk);
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
  refresh = (): void => {
    if (this.#working) return;
    const seen = this.#target?.first ?? this.#firstIndex;
    let place = this.#firstIndex;
    let before: Chunk<Row> | undefined;
    for (const chunk of this.#chunks) {
      if (place + chunk.edges.length > seen) break;
      place += chunk.edges.length;
      before = chunk;
    }
    const after = before?.edges.at(-1)?.cursor;
    void this.#replace({ first: largestPage, after, withTotal: true }, after ? place : 0);
  };

  /** Tries again after an error. */
  retry = (): void => {
    this.#error = undefined;
    if (this.#ready && this.#target) void this.#work();
    else void this.#replace({ first: pageSize, withTotal: true }, 0);
  };

  /** Shows a new row at a place of the list, until the list is fetched again. */
  add(row: Row, index: number): void {
    this.#added = [...this.#added.filter((one) => one.row.id !== row.id), { row, index }];
    this.#changed();
  }

  /** Takes rows out, such as archived ones; `add` or `putBack` brings them again. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#removed.add(id);
    this.#changed();
  }

  /** Undoes `remove`. */
  putBack(ids: Iterable<string>): void {
    for (const id of ids) this.#removed.delete(id);
    this.#changed();
  }

  #attach() {
    if (this.#chunks.length === 0) {
      void this.#replace({ first: pageSize, withTotal: true }, 0);
      return;
    }
    for (const chunk of this.#chunks) this.#listen(chunk);
    if (Date.now() - this.#fetchedAt > 2000) this.refresh();
  }

  #listen(chunk: Chunk<Row>) {
    chunk.stop ??= this.#source.watch(
      chunk.asked,
      (answer) => {
        Object.assign(chunk, { edges: answer.edges });
        this.#changed();
      },
      () => {},
      true,
    );
  }

  // A page, as a promise that is kept by its first answer; the chunk goes on being told of changes.
  #fetch(asked: PageAsked): Promise<Chunk<Row>> {
    return new Promise((resolve, reject) => {
      let chunk: Chunk<Row> | undefined;
      const stopWatching = this.#source.watch(
        asked,
        (answer) => {
          if (chunk) {
            Object.assign(chunk, { edges: answer.edges });
            this.#changed();
          } else {
            chunk = { asked, ...answer, stop: () => stopWatching() };
            if (answer.total !== undefined) this.#total = answer.total;
            this.#fetchedAt = Date.now();
            resolve(chunk);
          }
        },
        (error) => reject(error),
        false,
      );
    });
  }

  async #replace(asked: PageAsked, firstIndex: number) {
    await this.#alone(async () => {
      const chunk = await this.#fetch(asked);
      for (const old of this.#chunks) stop(old);
      this.#chunks = [chunk];
      this.#firstIndex = firstIndex;
      this.#removed.clear();
      const fetched = new Set(chunk.edges.map(({ node }) => node.id));
      this.#added = this.#added.filter(({ row }) => !fetched.has(row.id));
      this.#settleEnds();
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

  // One fetch at a time, so that pages join without gaps.
  async #alone(task: () => Promise<void>) {
    if (this.#working) return;
    this.#working = true;
    this.#error = undefined;
    this.#changed();
    try {
      await task();
    } catch (error) {
      this.#error = error ?? new Error("no answer");
    } finally {
      this.#working = false;
      this.#changed();
    }
  }

  #nextStep(): (() => Promise<void>) | undefined {
    if (!this.#target) return undefined;
    const first = Math.max(0, this.#target.first);
    const last = Math.min(this.#total - 1, this.#target.last);
    const start = this.#firstIndex;
    const end = start + this.#count();
    if (first > end + nearRows || last < start - nearRows) {
      if (last >= this.#total - largestPage) return () => this.#jumpToEnd();
      if (first < largestPage) return () => this.#jumpTo(0, null);
      const { cursorAt } = this.#source;
      if (cursorAt) {
        const row = Math.max(0, first - pageSize);
        return async () => this.#jumpTo(row, await cursorAt(row));
      }
    }
    const far = Math.max(last - end, start - first) > pageSize;
    const size = far ? largestPage : pageSize;
    if (last >= end && this.#chunks.at(-1)?.hasNextPage) return () => this.#grow("end", size);
    if (first < start && this.#chunks[0]?.hasPreviousPage) return () => this.#grow("start", size);
    return undefined;
  }

  async #grow(where: "start" | "end", size: number) {
    const edges = this.#chunks.flatMap((chunk) => chunk.edges);
    const cursor = where === "end" ? edges.at(-1)?.cursor : edges[0]?.cursor;
    const chunk = await this.#fetch(
      where === "end"
        ? { first: size, after: cursor, withTotal: false }
        : { last: size, before: cursor, withTotal: false },
    );
    if (where === "end") {
      this.#chunks.push(chunk);
    } else {
      this.#chunks.unshift(chunk);
      this.#firstIndex -= chunk.edges.length;
    }
    this.#settleEnds();
    this.#drop(where === "end" ? "start" : "end");
    this.#changed();
  }

  async #jumpToEnd() {
    const chunk = await this.#fetch({ last: largestPage, withTotal: false });
    this.#become(chunk, this.#total - chunk.edges.length);
  }

  async #jumpTo(row: number, cursor: string | null) {
    const chunk = await this.#fetch({
      first: largestPage,
      after: cursor ?? undefined,
      withTotal: false,
    });
    this.#become(chunk, cursor === null ? 0 : row);
  }

  #become(chunk: Chunk<Row>, firstIndex: number) {
    for (const old of this.#chunks) stop(old);
    this.#chunks = [chunk];
    this.#firstIndex = Math.max(0, firstIndex);
    this.#settleEnds();
    this.#changed();
  }

  // The list may have grown or shrunk since its length was counted; the ends tell the truth.
  #settleEnds() {
    if (this.#chunks[0]?.hasPreviousPage === false) this.#firstIndex = 0;
    else this.#firstIndex = Math.max(1, this.#firstIndex);
    const end = this.#firstIndex + this.#count();
    if (this.#chunks.at(-1)?.hasNextPage === false) this.#total = end;
    else if (this.#total <= end) this.#total = end + 1;
  }

  #drop(where: "start" | "end") {
    while (this.#count() > keptRows && this.#chunks.length > 1) {
      const chunk = where === "start" ? this.#chunks.shift() : this.#chunks.pop();
      if (!chunk) return;
      stop(chunk);
      if (where === "start") this.#firstIndex += chunk.edges.length;
      const edge = where === "start" ? this.#chunks[0] : this.#chunks.at(-1);
      if (edge) Object.assign(edge, where === "start" ? more.before : more.after);
    }
  }

  #count(): number {
    return this.#chunks.reduce((sum, { edges }) => sum + edges.length, 0);
  }

  #changed() {
    this.#state = undefined;
    for (const listener of this.#listeners) listener();
  }

  #makeState(): RowsState<Row> {
    const loaded = this.#chunks.flatMap(({ edges }) => edges.map(({ node }) => node));
    const added = new Set(this.#added.map(({ row }) => row.id));
    const rows = loaded.filter(({ id }) => !this.#removed.has(id) && !added.has(id));
    const gone = loaded.length - rows.length;
    let more = 0;
    for (const { row, index } of this.#added) {
      if (this.#removed.has(row.id)) continue;
      rows.splice(Math.min(rows.length, Math.max(0, index - this.#firstIndex)), 0, row);
      more += 1;
    }
    return {
      rows,
      firstIndex: this.#firstIndex,
      total: Math.max(0, this.#total - gone + more),
      loading: this.#working || (!this.#ready && this.#error === undefined),
      ready: this.#ready,
      error: this.#error,
    };
  }
}

const more = { before: { hasPreviousPage: true }, after: { hasNextPage: true } };

function stop<Row>(chunk: Chunk<Row>) {
  chunk.stop?.();
  chunk.stop = undefined;
}
