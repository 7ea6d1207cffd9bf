import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { Route, Routes } from "react-router";
import { Observable } from "rxjs";
import type { ImportRowFilter } from "../../gql/graphql.js";
import { ViewerContext } from "../../session/viewer.js";
import { renderApp } from "../../test/renderApp.js";
import { viewerAs } from "../../test/viewers.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { Component as ImportPage } from "./ImportPage.js";
import { makeImport, type makeRow } from "./import.factory.js";

type Row = ReturnType<typeof makeRow>;
type Variables = Record<string, unknown>;

/** Stands in for the server of one import; a test changes `current` as the server would. */
export class ImportServer {
  current: ReturnType<typeof makeImport>;
  /** The inputs of all mutations, by the name of the operation. */
  calls: Record<string, Variables[]> = {};
  /** The rows that the app requested. */
  filters: (ImportRowFilter | null | undefined)[] = [];
  /** Returns the rows of a filter. */
  rows: (filter: ImportRowFilter) => Row[] = () => [];
  /** Whom a new row may already be. */
  likely: object[] = [];
  /** What a mutation does to the import. */
  does: Record<string, (input: Variables) => void> = {
    RunImport: () => this.change({ status: "RUNNING" }),
    PauseImport: () => this.change({ status: "PAUSED" }),
    ResumeImport: () => this.change({ status: "RUNNING" }),
    UndoImport: () => this.change({ status: "UNDONE" }),
  };

  #followers = new Set<() => void>();

  constructor(changes: Record<string, unknown> = {}) {
    this.current = makeImport(changes);
  }

  /** Changes the import, and notifies its subscribers. */
  change(changes: Record<string, unknown>): void {
    this.current = { ...this.current, ...changes };
    for (const tell of this.#followers) tell();
  }

  /** The inputs of a mutation. */
  inputsOf(operation: string): Variables[] {
    return this.calls[operation] ?? [];
  }

  /** How the app reaches it. */
  link(): ApolloLink {
    return new ApolloLink(({ operationName = "", operationType, variables }) =>
      operationType === "subscription"
        ? this.#progress()
        : new Observable((observer) => {
            const timer = setTimeout(() => {
              observer.next({ data: this.#answer(operationName, variables) });
              observer.complete();
            });
            return () => clearTimeout(timer);
          }),
    );
  }

  #progress(): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      const tell = () => observer.next({ data: { importProgress: this.current } });
      this.#followers.add(tell);
      tell();
      return () => this.#followers.delete(tell);
    });
  }

  #answer(name: string, variables: Variables): Variables {
    if (name === "ImportPage" || name === "ImportUndo") return { import: this.current };
    if (name === "ImportRows" || name === "ImportRowCount") {
      const filter: ImportRowFilter = Object(variables.filter);
      if (name === "ImportRows") this.filters.push(filter);
      return { import: { __typename: "Import", id: "i1", rows: connectionOf(this.rows(filter)) } };
    }
    if (name === "LikelyMatches") return { likelyDuplicates: this.likely };
    const input: Variables = Object(variables.input);
    this.calls[name] = [...this.inputsOf(name), input];
    this.does[name]?.(input);
    const field = name.charAt(0).toLowerCase() + name.slice(1);
    return { [field]: { __typename: "ImportPayload", import: this.current, rows: 1 } };
  }
}

function connectionOf(rows: readonly Row[]) {
  return {
    __typename: "ImportRowConnection",
    edges: rows.map((node) => ({
      __typename: "ImportRowEdge",
      cursor: String(node.line),
      node,
    })),
    pageInfo: { __typename: "PageInfo", hasNextPage: false, hasPreviousPage: false },
    totalCount: rows.length,
  };
}

/** Opens the page of the server's import at a step. */
export function renderImport(server: ImportServer, step: string) {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: server.link() });
  return renderApp(
    <ApolloProvider client={client}>
      <ViewerContext value={viewerAs("admin")}>
        <Routes>
          <Route path="/imports/:id" element={<ImportPage />} />
          <Route path="*" element={<p>elsewhere</p>} />
        </Routes>
        <Toasts />
      </ViewerContext>
    </ApolloProvider>,
    { path: `/imports/i1?step=${step}` },
  );
}
