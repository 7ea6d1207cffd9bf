/** The page of a connection to fetch. */
export interface PageRequest {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
  /** Whether the length of the whole list is requested as well. */
  withTotal: boolean;
}

/** A page as a connection returns it. */
export interface PageResult<Row> {
  edges: readonly { cursor: string; node: Row }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** How long the list is; only if it was requested. */
  total?: number;
  /** Whether that is an estimate, as of a list that takes long to count. */
  isEstimate?: boolean;
}

/** Where the rows come from. */
export interface RowSource<Row> {
  /** Fetches a page and reports later changes to its rows, until the returned function is called. */
  watch(
    page: PageRequest,
    received: (page: PageResult<Row>) => void,
    failed: (error: unknown) => void,
    /** True where the page was fetched before and only its changes are wanted. */
    known: boolean,
  ): () => void;
  /** The cursor before the row of a number, for jumps; left out, all pages on the way are fetched. */
  cursorAt?(row: number): Promise<string | null>;
  /** Counts the list, for sources that estimate. */
  count?(): Promise<number>;
}
