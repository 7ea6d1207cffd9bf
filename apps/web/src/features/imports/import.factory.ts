const column = (
  index: number,
  header: string,
  field: string | null,
  confidence: string | null,
  suggestion: string | null = null,
) => ({
  __typename: "ImportColumn",
  index,
  header,
  samples: [`${header} 1`, `${header} 2`],
  filledRows: 2,
  status: field ? "IMPORTED" : suggestion ? "CHECK" : "NOT_IMPORTED",
  reason: field ? "HEADER" : suggestion ? "VAGUE_HEADER" : "OTHER_RECORD",
  field,
  fallback: false,
  suggestion,
  confidence,
  values: [],
  rule: "OVERWRITE",
  dateOrder: null,
  decimalMark: null,
});

/** A column that may be mapped to a field by a person. */
export const columnToCheck = (index: number, header: string, suggestion: string) =>
  column(index, header, null, "check", suggestion);

/** An import as the API returns it: read, matched and checked, unless given otherwise. */
export function makeImport(changes: Record<string, unknown> = {}) {
  return {
    __typename: "Import",
    id: "i1",
    recordType: "CUSTOMER",
    status: "READY",
    fileName: "clients.csv",
    createdAt: "2026-11-24T10:00:00Z",
    updatedAt: "2026-11-24T10:00:00Z",
    createdBy: { __typename: "User", id: "u1", name: "Ana" },
    problem: null,
    problemCode: null,
    sheet: null,
    sheets: [],
    sheetChoices: [],
    headerRow: 1,
    encoding: "utf-8",
    delimiter: ";",
    matchKey: "AUTO",
    idSource: null,
    idSourceReason: null,
    idSourceChoices: [],
    preview: [
      { __typename: "ImportPreviewRow", line: 1, cells: ["Razão social", "Mail"] },
      { __typename: "ImportPreviewRow", line: 2, cells: ["Padaria", "a@b.com"] },
    ],
    columns: [
      column(0, "Razão social", "legalName", "exact"),
      column(1, "Mail", "email", "likely"),
      column(2, "Fax", null, null),
    ],
    counts: {
      __typename: "ImportCounts",
      total: 1522,
      new: 1204,
      update: 310,
      unchanged: 5,
      duplicate: 1,
      undecided: 0,
      error: 2,
      skipped: 0,
      lines: 0,
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
    problems: [],
    previousImport: null,
    undo: null,
    ...changes,
  };
}

/** A row of an import as the API returns it. */
export function makeRow(line: number, changes: Record<string, unknown> = {}) {
  return {
    __typename: "ImportRow",
    line,
    class: "NEW",
    outcome: null,
    undo: null,
    recordId: null,
    cells: [
      { __typename: "ImportCell", column: 0, value: `Padaria ${line}` },
      { __typename: "ImportCell", column: 1, value: "a@b.com" },
    ],
    changes: [],
    decision: null,
    candidates: [],
    payment: null,
    issues: [],
    customer: null,
    ...changes,
  };
}
