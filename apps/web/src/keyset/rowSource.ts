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
