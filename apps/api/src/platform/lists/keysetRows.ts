import type { Context } from "../context.js";
import type { Connection, Edge, PageInfo } from "./connection.js";
import type { CountEstimate } from "./countEstimate.js";

/** What is selected next to a row: its position in the order of its list. */
export interface Keyed {
  cursorKey: string;
}

/** The parameters of the page. */
export interface PageRequest {
  /** The length of the page; one more row was read where there are more. */
  limit: number;
  backward: boolean;
  /** Whether it starts at a cursor, so that there are rows before it. */
  beyond: boolean;
  cursorOf: (row: Keyed & { id: string }) => string;
}

// Classes, since getters of an object literal are functions of their own for each object, which stay until the next major
// garbage collection together with everything that they reference.
/** Where rows that were read for a page stand in their list; each cursor is computed when it is selected. */
class PositionOfRows implements PageInfo {
  constructor(
    private readonly rows: readonly (Keyed & { id: string })[],
    private readonly request: PageRequest,
    private readonly more: boolean,
  ) {}

  get hasNextPage(): boolean {
    return this.request.backward ? this.request.beyond : this.more;
  }

  get hasPreviousPage(): boolean {
    return this.request.backward ? this.more : this.request.beyond;
  }

  get startCursor(): string | null {
    return this.cursorAt(0);
  }

  get endCursor(): string | null {
    return this.cursorAt(-1);
  }

  private cursorAt(index: number): string | null {
    const row = this.rows.at(index);
    return row ? this.request.cursorOf(row) : null;
  }
}

/** The rows that were read for a page, as a page; cursors are computed when they are selected. */
export class PageOfRows<Row extends { id: string }> implements Connection<Row> {
  readonly nodes: (Row & Keyed)[];
  private readonly more: boolean;

  constructor(
    rows: (Row & Keyed)[],
    private readonly request: PageRequest,
    readonly count: (context: Context) => Promise<number>,
    readonly estimate?: (context: Context) => Promise<CountEstimate>,
  ) {
    this.more = rows.length > request.limit;
    this.nodes = rows.slice(0, request.limit);
    if (request.backward) this.nodes.reverse();
  }

  get edges(): Edge<Row>[] {
    return this.nodes.map((node) => ({ node, cursor: this.request.cursorOf(node) }));
  }

  get pageInfo(): PageInfo {
    return new PositionOfRows(this.nodes, this.request, this.more);
  }
}
