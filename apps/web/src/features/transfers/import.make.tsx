import { InMemoryCache } from "@apollo/client";
import type { MockLink } from "@apollo/client/testing";
import { MockedProvider } from "@apollo/client/testing/react";
import { PERMISSIONS } from "@clientela/shared/roles";
import { Route, Routes } from "react-router";
import {
  CancelImportDocument,
  ImportPageDocument,
  type ImportRowFilter,
  ImportRowsDocument,
  RunImportDocument,
  UndoImportDocument,
  UpdateImportDocument,
  type UpdateImportInput,
} from "../../gql/graphql.js";
import { type Viewer, ViewerContext } from "../../session/viewer.js";
import { renderApp } from "../../test/renderApp.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { Component as ImportPage } from "./ImportPage.js";

const column = (
  index: number,
  header: string,
  field: string | null,
  confidence: string | null,
) => ({
  __typename: "ImportColumn",
  index,
  header,
  samples: [`${header} 1`, `${header} 2`],
  field,
  confidence,
  rule: "OVERWRITE",
});

/** An import as the server answers it: read, matched and checked, unless told otherwise. */
export function makeImport(changes: Record<string, unknown> = {}) {
  return {
    __typename: "Import",
    id: "i1",
    status: "READY",
    fileName: "clients.csv",
    createdAt: "2026-11-24T10:00:00Z",
    updatedAt: "2026-11-24T10:00:00Z",
    createdBy: { __typename: "User", id: "u1", name: "Ana" },
    problem: null,
    sheet: null,
    sheets: [],
    headerRow: 1,
    encoding: "utf-8",
    delimiter: ";",
    matchKey: "AUTO",
    preview: [
      { __typename: "ImportPreviewRow", line: 1, cells: ["Razão social", "Mail"] },
      { __typename: "ImportPreviewRow", line: 2, cells: ["Padaria", "a@b.com"] },
    ],
    columns: [
      column(0, "Razão social", "legalName", "exact"),
      column(1, "Mail", "email", "check"),
      column(2, "Fax", null, null),
    ],
    counts: {
      __typename: "ImportCounts",
      total: 1522,
      new: 1204,
      update: 310,
      unchanged: 5,
      duplicate: 1,
      error: 2,
    },
    progress: {
      __typename: "ImportProgress",
      done: 0,
      total: 0,
      rowsPerSecond: null,
      secondsLeft: null,
    },
    result: null,
    errorFileUrl: null,
    ...changes,
  };
}

/** A row of an import as the server answers it. */
export function makeRow(line: number, changes: Record<string, unknown> = {}) {
  return {
    __typename: "ImportRow",
    line,
    class: "NEW",
    outcome: null,
    cells: [
      { __typename: "ImportCell", column: 0, value: `Padaria ${line}` },
      { __typename: "ImportCell", column: 1, value: "a@b.com" },
    ],
    changes: [],
    issues: [],
    customer: null,
    ...changes,
  };
}

const viewer: Viewer = {
  id: "u1",
  name: "Ana",
  email: "ana@example.com",
  role: "admin",
  permissions: new Set(PERMISSIONS),
  today: "2026-11-24",
  timeZone: "America/Sao_Paulo",
  currency: "BRL",
};

/** Stands in for the server of one import; a test changes `current` as the server would. */
export class ImportServer {
  current: ReturnType<typeof makeImport>;
  /** What the app asked to change. */
  updates: UpdateImportInput[] = [];
  /** Which rows the app asked for. */
  filters: (ImportRowFilter | null | undefined)[] = [];
  ran = 0;
  cancelled = 0;
  undone = 0;
  /** Answers the rows of a filter. */
  rows: (filter: ImportRowFilter) => ReturnType<typeof makeRow>[] = () => [];

  constructor(changes: Record<string, unknown> = {}) {
    this.current = makeImport(changes);
  }

  change(changes: Record<string, unknown>): void {
    this.current = { ...this.current, ...changes };
  }

  mocks(): MockLink.MockedResponse[] {
    const always = { maxUsageCount: Number.POSITIVE_INFINITY, delay: 0 };
    const any = () => true;
    return [
      {
        ...always,
        request: { query: ImportPageDocument, variables: any },
        result: () => ({ data: { import: this.current } }),
      },
      {
        ...always,
        request: { query: UpdateImportDocument, variables: any },
        result: ({ input }) => {
          this.updates.push(input);
          return this.#answer("updateImport");
        },
      },
      {
        ...always,
        request: { query: RunImportDocument, variables: any },
        result: () => {
          this.ran += 1;
          this.change({ status: "RUNNING" });
          return this.#answer("runImport");
        },
      },
      {
        ...always,
        request: { query: CancelImportDocument, variables: any },
        result: () => {
          this.cancelled += 1;
          return this.#answer("cancelImport");
        },
      },
      {
        ...always,
        request: { query: UndoImportDocument, variables: any },
        result: () => {
          this.undone += 1;
          this.change({ status: "UNDONE" });
          return this.#answer("undoImport");
        },
      },
      {
        ...always,
        request: { query: ImportRowsDocument, variables: any },
        result: ({ filter }) => {
          this.filters.push(filter);
          return { data: { import: this.#rowsAnswer(filter ?? {}) } };
        },
      },
    ];
  }

  #answer(name: string) {
    return { data: { [name]: { __typename: "ImportPayload", import: this.current } } };
  }

  #rowsAnswer(filter: ImportRowFilter) {
    const rows = this.rows(filter);
    return {
      __typename: "Import",
      id: "i1",
      rows: {
        __typename: "ImportRowConnection",
        edges: rows.map((node) => ({
          __typename: "ImportRowEdge",
          cursor: String(node.line),
          node,
        })),
        pageInfo: { __typename: "PageInfo", hasNextPage: false, hasPreviousPage: false },
        totalCount: rows.length,
      },
    };
  }
}

/** Opens the page of the server's import at a step. */
export function renderImport(server: ImportServer, step: string) {
  return renderApp(
    <MockedProvider mocks={server.mocks()} cache={new InMemoryCache()}>
      <ViewerContext value={viewer}>
        <Routes>
          <Route path="/imports/:id" element={<ImportPage />} />
          <Route path="*" element={<p>elsewhere</p>} />
        </Routes>
        <Toasts />
      </ViewerContext>
    </MockedProvider>,
    { path: `/imports/i1?step=${step}` },
  );
}
