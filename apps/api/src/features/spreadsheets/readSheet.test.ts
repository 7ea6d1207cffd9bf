import type { Locale } from "@clientela/shared/values/locales";
import { until } from "../../../test/support/until.js";
import { defaultLimits } from "./limits.js";
import { fileMessage, issueMessage } from "./messages/messageText.js";
import { errorOf, makeFolder, makeXlsx, rowXml } from "./reading.factory.js";
import { inspectFile, readRows } from "./readSheet.js";
import type { Row } from "./row.js";
import { choiceOf, type ReadSummary } from "./sheetChoice.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
/** Processes that run next to the tests, such as their database. */
let others: number;
beforeAll(async () => {
  others = processes();
  files = await makeFolder();
});
afterAll(() => files.clear());

const csv = (rows: number): string =>
  `Nome;Cidade\n${Array.from({ length: rows }, (_, index) => `Cliente ${index};São Paulo ${index}`).join("\n")}\n`;

describe("a file read in a separate process", () => {
  test("is inspected, and read as it was inspected", async () => {
    const path = await files.write(
      makeXlsx(rowXml(3, ["Nome", "Nota"]) + rowXml(4, ["São João 😀", "a\nb"])),
    );
    const inspection = await inspectFile(path);
    expect(inspection).toMatchObject({
      format: "xlsx",
      sheet: "Clientes",
      headerRow: 3,
      headers: [
        { column: 0, letters: "A", text: "Nome", samples: ["São João 😀"] },
        { column: 1, letters: "B", text: "Nota", samples: ["a\nb"] },
      ],
      rowEstimate: 1,
      rowEstimateIsExact: true,
      profiles: expect.any(Array),
    });
    const rows: Row[] = [];
    let summary: ReadSummary | null = null;
    for await (const batch of readRows(path, choiceOf(inspection), {
      onEnd: (end) => (summary = end),
    })) {
      rows.push(...batch);
    }
    expect(rows).toEqual([{ line: 4, cells: ["São João 😀", "a\nb"] }]);
    expect(summary).toMatchObject({ rows: 1, rowsOutsideHeaders: 0 });
  });

  test("gives every row once, in order, with an estimate near the count", async () => {
    const path = await files.write(csv(50_000));
    const { rowEstimate, rowEstimateIsExact } = await inspectFile(path);
    expect(rowEstimateIsExact).toBe(false);
    expect(Math.abs(rowEstimate - 50_000)).toBeLessThan(5_000);
    const names: string[] = [];
    for await (const batch of readRows(path))
      for (const row of batch) names.push(row.cells[0] ?? "");
    expect(names).toEqual(Array.from({ length: 50_000 }, (_, index) => `Cliente ${index}`));
  });

  test("raises what the child found, with its params", async () => {
    const path = await files.write('{"nome":"Ana"}\n{"nome":');
    const all = async () => {
      for await (const _batch of readRows(path)) expect(_batch).toBeUndefined();
    };
    expect(await errorOf(all())).toEqual({ code: "jsonLine", params: { line: 2 } });
    expect((await errorOf(inspectFile(await files.write("")))).code).toBe("emptyFile");
  });

  test("shows where the header is by the names that are known", async () => {
    const path = await files.write("Filial;Grupo\nNorte;A\nRazão Social;E-mail\nAna;ana@x.com\n");
    const { headerRow } = await inspectFile(path, {}, { knownHeaders: ["razao social", "e-mail"] });
    expect(headerRow).toBe(3);
  });

  test("that does not exist is no file error", async () => {
    expect((await errorOf(inspectFile(`${files.folder}/none.csv`))).code).toBe("readerFailed");
  });
});

describe("the process", () => {
  test("waits while rows are not taken, and ends when they are not wanted any more", async () => {
    const path = await files.write(csv(300_000));
    const reading = readRows(path);
    await reading.next();
    await untilReaders(1);
    await reading.return();
    await untilReaders(0);
  });

  test("ends with the signal, whose reason is thrown", async () => {
    const path = await files.write(csv(300_000));
    const abort = new AbortController();
    const reason = new Error("cancelled");
    const all = async () => {
      for await (const batch of readRows(path, {}, { signal: abort.signal }))
        if (batch.length > 0) abort.abort(reason);
    };
    await expect(all()).rejects.toBe(reason);
    await untilReaders(0);
    await expect(inspectFile(path, {}, { signal: abort.signal })).rejects.toBe(reason);
  });

  test("is ended when it says nothing for too long", async () => {
    const path = await files.write(csv(1_000));
    expect((await errorOf(inspectFile(path, {}, { limits: { silenceSeconds: 0.001 } }))).code).toBe(
      "readTimeout",
    );
    await untilReaders(0);
  });

  test("that outgrows its memory ends alone, with an error that says so", async () => {
    const path = await files.write(`Nome\n${`${"x".repeat(500_000)}\n`.repeat(100)}`);
    const error = await errorOf(inspectFile(path, {}, { limits: { childHeapMb: 20 } }));
    expect(error.code).toBe("memoryExceeded");
    await untilReaders(0);
  });
});

describe("messages", () => {
  test.each<Locale>(["en", "pt-BR", "pt-PT"])("put what they name into words (%s)", (language) => {
    const text = fileMessage({ code: "notASpreadsheet", params: { found: "html" } }, language);
    expect(text).toContain("HTML");
    expect(text).not.toMatch(/[{}]/);
    expect(issueMessage({ code: "precisionLost", value: "12345678901234500" }, language)).toContain(
      "12345678901234500",
    );
  });

  test("a row of another length says how long it is, and how long it should be", () => {
    expect(issueMessage({ code: "tooFewCells", value: "2/3" }, "en")).toContain(
      "2 cells, but the header has 3",
    );
    expect(issueMessage({ code: "tooManyCells", value: "4/3" }, "pt-BR")).toContain("4 células");
  });

  test("the caps that people read of are the ones that hold", () => {
    expect(defaultLimits.maxRows).toBeGreaterThanOrEqual(1_000_000);
  });
});

function processes(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "ProcessWrap").length;
}

/** Waits until so many readers run; one that has just ended is still there for a while. */
const untilReaders = (expected: number): Promise<void> =>
  until(() => processes() - others === expected);
