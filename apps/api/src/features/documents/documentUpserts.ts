import type { LineFields } from "@clientela/shared/documents/documentLines";
import { storedForm } from "@clientela/shared/values/textRules";
import sql, { raw } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { tableOf } from "../../platform/database/columns.js";
import { Invalid } from "../../platform/errors.js";
import type { FieldChange } from "../../platform/records/history.js";
import type { Values } from "../../platform/records/write.js";
import {
  assignValues,
  type UpsertBatch,
  type UpsertEntry,
  type UpsertItem,
  type UpsertPlan,
  type WrittenEntry,
} from "../upserts/upsertKind.js";
import type { LinedDocument } from "./document.entity.js";
import type { PricedLine } from "./line.rules.js";
import {
  insertLines,
  type LineTable,
  linesByDocument,
  linesChange,
  removeLines,
  revisedLines,
} from "./line.service.js";
import { type NumberSeries, takeNumbers } from "./number.service.js";
import { assertOpen, assertReachable, type Lifecycle } from "./transition.rules.js";

type LifecycleDocument<State extends string> = LinedDocument & { status: State };

/** A number that a document has, as a key that no two may have. */
export interface NumberHolder {
  id: string;
  key: string;
}

/** How other systems write documents of a kind. */
export interface DocumentUpsertKind<State extends string, Row extends LifecycleDocument<State>> {
  lines: LineTable;
  lifecycle: Lifecycle<State>;
  /** The statuses in which its lines can change. */
  open: readonly State[];
  /** The series of the number of a document that comes without one. */
  seriesOf(document: Row): NumberSeries;
  numberKey(document: Pick<Row, "number" | "customerId"> & Partial<Row>): string;
  /** Which documents have any of some numbers, those that the caller does not see included. */
  numberHolders(context: Context, numbers: readonly string[]): Promise<NumberHolder[]>;
}

/** What an item gives a document, checked by itself. */
interface GivenDocument<State> {
  number?: string | null | undefined;
  currency?: string | undefined;
  status?: State | undefined;
  lines?: readonly LineFields[] | undefined;
}

/** What an item's lines and number come to; `keep`, with all values of the document, lets later items build on it. */
export interface DocumentDraft<Row> {
  values: Values<Row>;
  changesMore: boolean;
  keep(values: Values<Row>): void;
}

/** The holders of numbers in a table where no two documents have the same one, the trash included. */
export const holdersOfNumbers =
  (type: new () => LinedDocument) =>
  ({ db }: Context, numbers: readonly string[]): Promise<NumberHolder[]> =>
    db.rows<NumberHolder>(sql`
      SELECT r.id, r.number AS key FROM ${raw(`public."${tableOf(type)}"`)} r WHERE r.number = ANY(${numbers}::text[])`);

/** The plan of a call whose items are checked by `change`; their lines and numbers are kept by `documents`. */
export const documentPlan = <State extends string, Row extends LifecycleDocument<State>, Item>(
  documents: DocumentUpserts<State, Row>,
  change: UpsertPlan<Row, Item>["change"],
): UpsertPlan<Row, Item> => ({
  change,
  read: () => documents.read(),
  relatedChanges: (entry) => documents.changesOf(entry),
  beforeWrite: (entries) => documents.beforeWrite(entries),
  async afterWrite(written) {
    await documents.afterWrite(written);
    return [];
  },
});

/** Lines and numbers of the documents of one call. */
export class DocumentUpserts<State extends string, Row extends LifecycleDocument<State>> {
  private readonly holders = new Map<string, string>();
  private readonly stored = new Map<string, readonly PricedLine[]>();
  private readonly lines = new Map<string, readonly PricedLine[]>();

  private constructor(
    private readonly context: Context,
    private readonly kind: DocumentUpsertKind<State, Row>,
    private readonly entries: readonly UpsertEntry<Row>[],
  ) {}

  /** Begins a call: looks up who has the numbers of its items. */
  static async open<State extends string, Row extends LifecycleDocument<State>>(
    context: Context,
    kind: DocumentUpsertKind<State, Row>,
    { items, entries }: UpsertBatch<Row, UpsertItem & { number?: string | null | undefined }>,
  ): Promise<DocumentUpserts<State, Row>> {
    const documents = new DocumentUpserts(context, kind, entries);
    const numbers = items.flatMap(({ number }) => (number ? [storedForm(number)] : []));
    const holders = numbers.length > 0 ? await kind.numberHolders(context, numbers) : [];
    for (const { id, key } of holders) documents.holders.set(key, id);
    return documents;
  }

  /** Reads the lines of stored documents. */
  async read(): Promise<void> {
    const ids = this.entries.flatMap(({ stored }) => stored?.id ?? []);
    if (ids.length === 0) return;
    const lines = await linesByDocument(this.kind.lines)(ids, undefined, this.context);
    for (const [index, id] of ids.entries()) this.stored.set(id, lines[index] ?? []);
  }

  /** Computes what an item's lines come to, and checks its status and number. Throws Invalid. */
  draft(entry: UpsertEntry<Row>, given: GivenDocument<State>): DocumentDraft<Row> {
    const { row } = entry;
    const { status } = given;
    const { organisation } = this.context;
    const currency =
      given.currency ?? row?.currency ?? entry.customer?.currency ?? organisation.currency;
    const before = this.linesOf(entry);
    const revision = revisedLines(before, row?.currency ?? null, { lines: given.lines, currency });
    if (row) {
      const { lifecycle, open } = this.kind;
      const after = status ?? row.status;
      assertReachable(lifecycle, row.status, after);
      if (revision.differs) assertOpen(lifecycle, open, row.status, after, "lines");
    }
    const number = given.number ?? undefined;
    const isNewNumber = number !== undefined && number !== row?.number;
    const values = { currency, total: revision.total, tax: revision.tax, number };
    return {
      values: values as Values<Row>,
      changesMore: revision.change.length > 0,
      keep: (all) => {
        if (revision.total !== undefined) this.lines.set(entry.id, revision.lines);
        if (isNewNumber) this.holders.set(this.keyOf(entry, all), entry.id);
      },
    };
  }

  /** Throws Invalid where another document has the number that an item gives. */
  assertNumber(entry: UpsertEntry<Row>, values: Values<Row>): void {
    if (!values.number) return;
    const holder = this.holders.get(this.keyOf(entry, values));
    if (holder !== undefined && holder !== entry.id) {
      throw new Invalid([{ path: "number", code: "taken" }]);
    }
  }

  private keyOf({ row, customer }: UpsertEntry<Row>, values: Values<Row>): string {
    const owner = { customerId: customer?.id };
    return this.kind.numberKey(Object.assign(Object.create(null), owner, row, values));
  }

  private linesOf({ id }: UpsertEntry<Row>): readonly PricedLine[] {
    return this.lines.get(id) ?? this.stored.get(id) ?? [];
  }

  /** The lines that change, as the history records them. */
  changesOf({ id }: UpsertEntry<Row>): readonly FieldChange[] {
    const lines = this.lines.get(id);
    return lines ? linesChange(this.stored.get(id) ?? [], lines) : [];
  }

  /** Gives documents that come without a number the next ones of their series, which is past those that came. */
  async beforeWrite(entries: readonly UpsertEntry<Row>[]): Promise<void> {
    const bySeries = Map.groupBy(entries, ({ row }) => row && this.kind.seriesOf(row));
    for (const [series, some] of bySeries) {
      if (!series) continue;
      const given = some.flatMap(({ row, stored }) =>
        row?.number && row.number !== stored?.number ? [row.number] : [],
      );
      const without = some.filter(({ row }) => !row?.number);
      const numbers = await takeNumbers(this.context, series, without.length, given);
      for (const [index, entry] of without.entries())
        assignValues(entry, { number: numbers[index] } as Values<Row>);
    }
  }

  /** Writes the lines that change. */
  async afterWrite(written: readonly WrittenEntry<Row>[]): Promise<void> {
    const changed = written.filter(({ entry }) => this.changesOf(entry).length > 0);
    await removeLines(
      this.context,
      this.kind.lines,
      changed.flatMap(({ entry }) => (this.stored.get(entry.id)?.length ? [entry.id] : [])),
    );
    await insertLines(
      this.context,
      this.kind.lines,
      changed.map(({ entry: { id } }) => ({ documentId: id, lines: this.lines.get(id) ?? [] })),
    );
  }
}
