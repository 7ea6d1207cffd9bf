import { useApolloClient } from "@apollo/client/react";
import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { graphql } from "../../gql/gql.js";
import type {
  DecideImportRowsInput,
  FixImportCellsInput,
  ImportRowsInput,
  ReplaceInImportInput,
  UpdateImportInput,
} from "../../gql/graphql.js";

const create = graphql(`
  mutation CreateImport($input: CreateImportInput!) {
    createImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateImport($input: UpdateImportInput!) {
    updateImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
    }
  }
`);

const run = graphql(`
  mutation RunImport($input: ImportIdInput!) {
    runImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
    }
  }
`);

const pause = graphql(`
  mutation PauseImport($input: ImportIdInput!) {
    pauseImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
    }
  }
`);

const resume = graphql(`
  mutation ResumeImport($input: ImportIdInput!) {
    resumeImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
    }
  }
`);

const cancel = graphql(`
  mutation CancelImport($input: ImportIdInput!) {
    cancelImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
    }
  }
`);

const undo = graphql(`
  mutation UndoImport($input: ImportIdInput!) {
    undoImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
    }
  }
`);

const fix = graphql(`
  mutation FixImportCells($input: FixImportCellsInput!) {
    fixImportCells(input: $input) {
      import {
        id
        ...ImportPage_import
      }
      rows
    }
  }
`);

const replace = graphql(`
  mutation ReplaceInImport($input: ReplaceInImportInput!) {
    replaceInImport(input: $input) {
      import {
        id
        ...ImportPage_import
      }
      rows
    }
  }
`);

const leaveOut = graphql(`
  mutation SkipImportRows($input: ImportRowsInput!) {
    skipImportRows(input: $input) {
      import {
        id
        ...ImportPage_import
      }
      rows
    }
  }
`);

const takeIn = graphql(`
  mutation IncludeImportRows($input: ImportRowsInput!) {
    includeImportRows(input: $input) {
      import {
        id
        ...ImportPage_import
      }
      rows
    }
  }
`);

const decide = graphql(`
  mutation DecideImportRows($input: DecideImportRowsInput!) {
    decideImportRows(input: $input) {
      import {
        id
        ...ImportPage_import
      }
      rows
    }
  }
`);

/** The writes of an import; each throws what the API refuses, and the page changes by itself. */
export function useImportEdits() {
  const client = useApolloClient();
  return {
    /** Makes an import of an uploaded file; returns its id. */
    create: async (fileId: string, recordType: SheetRecordType): Promise<string> => {
      const { data } = await client.mutate({
        mutation: create,
        variables: { input: { fileId, recordType } },
        update: (cache) => {
          cache.evict({ id: "ROOT_QUERY", fieldName: "imports" });
        },
      });
      if (!data) throw new Error("no response");
      return data.createImport.import.id;
    },
    update: (input: UpdateImportInput) => client.mutate({ mutation: update, variables: { input } }),
    run: (id: string, skipUndecided: boolean) =>
      client.mutate({ mutation: run, variables: { input: { id, skipUndecided } } }),
    pause: (id: string) => client.mutate({ mutation: pause, variables: { input: { id } } }),
    resume: (id: string) => client.mutate({ mutation: resume, variables: { input: { id } } }),
    cancel: (id: string) => client.mutate({ mutation: cancel, variables: { input: { id } } }),
    /** Corrects a cell, or all like it; returns in how many rows. */
    fix: async (input: FixImportCellsInput): Promise<number> => {
      const { data } = await client.mutate({ mutation: fix, variables: { input } });
      return data?.fixImportCells.rows ?? 0;
    },
    /** Replaces a text in cells; returns in how many rows. */
    replace: async (input: ReplaceInImportInput): Promise<number> => {
      const { data } = await client.mutate({ mutation: replace, variables: { input } });
      return data?.replaceInImport.rows ?? 0;
    },
    /** Leaves rows out of it; returns how many. */
    leaveOut: async (input: ImportRowsInput): Promise<number> => {
      const { data } = await client.mutate({ mutation: leaveOut, variables: { input } });
      return data?.skipImportRows.rows ?? 0;
    },
    /** Takes rows in again; returns how many. */
    takeIn: async (input: ImportRowsInput): Promise<number> => {
      const { data } = await client.mutate({ mutation: takeIn, variables: { input } });
      return data?.includeImportRows.rows ?? 0;
    },
    /** Decides undecided rows; returns how many. */
    decide: async (input: DecideImportRowsInput): Promise<number> => {
      const { data } = await client.mutate({ mutation: decide, variables: { input } });
      return data?.decideImportRows.rows ?? 0;
    },
    undo: (id: string) => client.mutate({ mutation: undo, variables: { input: { id } } }),
  };
}
