import { defaultLimits } from "./limits.js";
import { errorOf, makeFolder, readAll } from "./reading.factory.js";
import { inspectTable } from "./readTable.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

const read = async (content: string | Buffer, choice = {}, limits = {}) =>
  readAll(await files.write(content), choice, limits);
const failure = async (content: string | Buffer, choice = {}, limits = {}) =>
  errorOf(read(content, choice, limits));

describe("nothing to read", () => {
  test("0 bytes", async () => {
    expect(await failure("")).toEqual({ code: "emptyFile", params: {} });
  });

  test("white space only", async () => {
    expect((await failure(" \r\n\r\n  \n")).code).toBe("emptyFile");
  });

  test("header only", async () => {
    expect(await failure("Nome;E-mail\r\n")).toEqual({ code: "headerOnly", params: { row: 1 } });
  });

  test("delimiters only", async () => {
    expect((await failure(";;;\r\n;;;\r\n")).code).toBe("emptyFile");
  });
});

describe("encodings", () => {
  const text = "Nome;Cidade\r\nJosé;São João\r\nAna;Águas\r\n";
  const expected = [
    ["José", "São João"],
    ["Ana", "Águas"],
  ];
  const latin = Buffer.from(text, "latin1");
  const utf16 = Buffer.from(text, "utf16le");
  const swapped = Buffer.from(utf16).swap16();
  const mac = Buffer.from(
    text.replaceAll("ã", "\x8b").replaceAll("é", "\x8e").replaceAll("Á", "\xe7"),
    "latin1",
  );

  test.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with BOM", Buffer.concat([Buffer.from("\ufeff"), Buffer.from(text)]), "utf-8"],
    ["UTF-16 LE with BOM", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), "utf-16le"],
    ["UTF-16 BE with BOM", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), "utf-16be"],
    ["UTF-16 LE without BOM", utf16, "utf-16le"],
    ["UTF-16 BE without BOM", swapped, "utf-16be"],
    ["Windows-1252", latin, "windows-1252"],
  ])("%s", async (_name, content, encoding) => {
    const { inspection, cells } = await read(content);
    expect(inspection).toMatchObject({ format: "csv", encoding, delimiter: ";", doubt: null });
    expect(inspection.headers.map((header) => header.text)).toEqual(["Nome", "Cidade"]);
    expect(cells).toEqual(expected);
  });

  test("Cyrillic UTF-16 without BOM", async () => {
    const { cells } = await read(Buffer.from("Имя;Город\nИван;Москва\n", "utf16le"));
    expect(cells).toEqual([["Иван", "Москва"]]);
  });

  test("a character that ends in the next chunk", async () => {
    const long = `Nome\n${"a".repeat(262_138)}é\nÉ\n`;
    expect((await read(long)).cells.map(([cell]) => cell?.at(-1))).toEqual(["é", "É"]);
  });

  test("a replacement character waits for a person, and can be accepted", async () => {
    const content = "Nome;Cidade\nJos\ufffd;São Paulo\n";
    const inspection = await read(content, { acceptReplacement: true });
    expect(inspection.rows[0]?.issues).toEqual([
      { column: 0, code: "replacementCharacter", value: "Jos\ufffd" },
    ]);
    expect(await failure(content)).toMatchObject({
      code: "replacementCharacter",
      params: { line: 2, value: "Jos\ufffd;São Paulo" },
    });
    const path = await files.write(content);
    expect((await inspectTable(path, {}, defaultLimits, [])).doubt).toEqual({
      code: "replacementCharacter",
      line: 2,
      value: "Jos\ufffd;São Paulo",
    });
  });

  test("UTF-8 with one broken byte waits for a person instead of turning all accents into two characters", async () => {
    const content = Buffer.concat([
      Buffer.from("Nome\nJosé\nJoão\nÂngela\nbroken "),
      Buffer.from([0xe3]),
      Buffer.from("\n"),
    ]);
    expect(await failure(content)).toMatchObject({ code: "encodingUnsure", params: { line: 5 } });
    expect((await failure(content, { encoding: "utf-8" })).code).toBe("wrongEncoding");
    const chosen = await read(content, { encoding: "windows-1252" });
    expect(chosen.cells.at(-1)).toEqual(["broken ã"]);
  });

  test.each([
    ["ibm850", "4a6fc66f2080c66f3b53c66f205061756c6f", "João Ção;São Paulo"],
    ["windows-1250", "a3756b61737a20af f3b3e63b4b72616bf377", "Łukasz Żółć;Kraków"],
  ] as const)(
    "%s waits for a person, and is decoded correctly once it is chosen",
    async (encoding, bytes, shown) => {
      const content = Buffer.concat([
        Buffer.from("Nome;Cidade\n"),
        Buffer.from(bytes.replaceAll(" ", ""), "hex"),
        Buffer.from("\n"),
      ]);
      expect((await failure(content)).code).toBe("encodingUnsure");
      expect((await read(content, { encoding })).cells).toEqual([shown.split(";")]);
    },
  );

  test("Windows-1252 with all that words of Western Europe have is not asked about", async () => {
    const words = "Ação Coração MÃE São João’s œuvre Žižek ªº D´Ávila L·l l’Été Größe ÉCOLE";
    const bytes = Buffer.from(
      words.replace(
        /[’œŽž]/g,
        (one) => ({ "’": "\x92", œ: "\x9c", Ž: "\x8e", ž: "\x9e" })[one] ?? one,
      ),
      "latin1",
    );
    const content = Buffer.concat([Buffer.from("Nome;Cidade\n"), bytes, Buffer.from(";Porto\n")]);
    expect((await read(content, {})).cells).toEqual([[words, "Porto"]]);
  });

  test("Mac Roman waits for a person, and is decoded correctly once it is chosen", async () => {
    expect((await failure(mac)).code).toBe("encodingUnsure");
    expect((await read(mac, { encoding: "macintosh" })).cells).toEqual(expected);
  });
});

describe("delimiters and line ends", () => {
  test.each([",", ";", "\t", "|"])("delimiter %j", async (delimiter) => {
    const lines = [
      ["Nome", "Endereço", "Valor"],
      ["Ana", '"Rua X; 1, fundos | B"', "1"],
      ["Bia", "Rua Y", "2"],
    ];
    const { inspection, cells } = await read(lines.map((line) => line.join(delimiter)).join("\n"));
    expect(inspection.delimiter).toBe(delimiter);
    expect(cells).toEqual([
      ["Ana", "Rua X; 1, fundos | B", "1"],
      ["Bia", "Rua Y", "2"],
    ]);
  });

  test("commas in every address do not outvote the semicolon", async () => {
    const { inspection } = await read(
      "Nome;Endereço\nAna;Rua X, 1, Centro, SP\nBia;Rua Y, 2, Sul, RJ\n",
    );
    expect(inspection.delimiter).toBe(";");
  });

  test("sep= names the delimiter and counts as line 1", async () => {
    const { inspection, rows } = await read("sep=;\r\nNome;Cidade\r\nA,B;C\r\n");
    expect(inspection).toMatchObject({ delimiter: ";", headerRow: 2 });
    expect(rows).toEqual([{ line: 3, cells: ["A,B", "C"] }]);
  });

  test.each([
    ["CR", "\r"],
    ["LF", "\n"],
    ["CR LF", "\r\n"],
  ])("%s only", async (_name, end) => {
    const { rows } = await read(["Nome;Cidade", "Ana;A", "", "Bia;B"].join(end) + end);
    expect(rows).toEqual([
      { line: 2, cells: ["Ana", "A"] },
      { line: 4, cells: ["Bia", "B"] },
    ]);
  });

  test("mixed line ends, and line breaks in quotes, keep the file's own line numbers", async () => {
    const { rows } = await read('Nome;Nota\r\nAna;"um\ndois\r\ntrês"\rBia;"x ""y"""\nCid;z');
    expect(rows).toEqual([
      { line: 2, cells: ["Ana", "um\ndois\r\ntrês"] },
      { line: 5, cells: ["Bia", 'x "y"'] },
      { line: 6, cells: ["Cid", "z"] },
    ]);
  });
});

describe("quotes", () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => `Cliente ${index};Rua ${index}`);

  const broken = {
    line: 2,
    cells: ['"Ana', "Rua 1"],
    issues: [{ column: 0, code: "unclosedQuote", value: '"Ana' }],
  };

  test("unclosed on line 2 of 100,000: that row is marked, and the others are read", async () => {
    const content = `Nome;Rua\n"Ana;Rua 1\n${rows.join("\n")}\n`;
    const { rows: seen } = await read(content);
    expect(seen).toHaveLength(100_001);
    expect(seen[0]).toEqual(broken);
    expect(seen.slice(1).some(({ issues }) => issues)).toBe(false);
  });

  test("unclosed on line 2 and quotes in use below: still line 2", async () => {
    const content = `Nome;Rua\n"Ana;Rua 1\n${rows.map((row) => `"${row.replace(";", '";"')}"`).join("\n")}\n`;
    const { rows: seen } = await read(content);
    expect(seen).toHaveLength(100_001);
    expect(seen[0]).toEqual(broken);
  });

  test("after a backslash are found, and can be chosen", async () => {
    const content = String.raw`code,name,notes
0,Acme,"\"qux\" quux"
1,Beta,"\"pla\""
2,Gama,ok
`;
    const { inspection, rows: seen } = await read(content);
    expect(inspection.quoting).toBe("backslash");
    expect(seen.map(({ cells, issues }) => [cells[2], issues])).toEqual([
      ['"qux" quux', undefined],
      ['"pla"', undefined],
      ["ok", undefined],
    ]);
    const plain = await read(content, { quoting: "none" });
    expect(plain.rows[1]?.cells).toEqual(["1", "Beta", String.raw`"\"pla\""`]);
  });

  test("round a formula that keeps leading zeros are no part of the text", async () => {
    const { rows: seen } = await read(
      'Nome;CEP;Nota\nEq;"=""01310100""";="00012"\nAna;=1+1;"=""a""&b"\n',
    );
    expect(seen.map(({ cells }) => cells)).toEqual([
      ["Eq", "01310100", "00012"],
      ["Ana", "=1+1", '="a"&b'],
    ]);
  });

  test("a quote inside a text marks its row and shifts nothing", async () => {
    const { rows: read1 } = await read('Nome;Rua\n"Bar "Zé" Ltda";"Rua 1"\n5" tubo;Rua 2\n');
    expect(read1).toEqual([
      {
        line: 2,
        cells: ['Bar "Zé" Ltda', "Rua 1"],
        issues: [{ column: 0, code: "strayQuote", value: 'Bar "Zé" Ltda' }],
      },
      { line: 3, cells: ['5" tubo', "Rua 2"] },
    ]);
  });
});

describe("rows and cells", () => {
  test("ragged rows are marked, never shifted", async () => {
    const { rows } = await read(
      "Nome;Cidade;UF\nAna;São Paulo;SP\nBia;Rio\nCid;Rio;RJ;a mais\nDan;Rio;RJ;;\n",
    );
    expect(rows).toEqual([
      { line: 2, cells: ["Ana", "São Paulo", "SP"] },
      {
        line: 3,
        cells: ["Bia", "Rio", ""],
        issues: [{ column: null, code: "tooFewCells", value: "2/3" }],
      },
      {
        line: 4,
        cells: ["Cid", "Rio", "RJ"],
        issues: [{ column: null, code: "tooManyCells", value: "4/3" }],
      },
      { line: 5, cells: ["Dan", "Rio", "RJ"] },
    ]);
  });

  test("duplicate, blank, __proto__ and constructor headers are kept as text", async () => {
    const { inspection, cells } = await read("Nome,Nome,,__proto__,constructor\na,b,c,d,e\n");
    expect(inspection.headers.map((header) => header.text)).toEqual([
      "Nome",
      "Nome",
      "",
      "__proto__",
      "constructor",
    ]);
    expect(cells).toEqual([["a", "b", "c", "d", "e"]]);
  });

  test("NUL is refused on its cell; zero-width and direction marks and both normal forms are kept", async () => {
    const { rows } = await read("Nome;Nota\nA\0b;x\nJose\u0301;\u200bz\u200f\nJosé;👩‍👧\n");
    expect(rows).toEqual([
      { line: 2, cells: ["A␀b", "x"], issues: [{ column: 0, code: "nulCharacter", value: "A␀b" }] },
      { line: 3, cells: ["Jose\u0301", "\u200bz\u200f"] },
      { line: 4, cells: ["José", "👩‍👧"] },
    ]);
  });

  test("formula-like text, long digits and scientific notation stay as they are", async () => {
    const line = [
      "=1+1",
      "+55 11",
      "-5",
      "@x",
      "\tz",
      "12345678901234567890",
      "1.2345678000195E13",
      "007",
    ];
    const { cells } = await read(`a,b,c,d,e,f,g,h\n${line.join(",")}\n`);
    expect(cells).toEqual([line]);
  });

  test("the error of a formula is an error, its escaped text is none, a translated one is pointed out", async () => {
    const { rows } = await read("Nome;Valor\nAna;#REF!\nBia;'#REF!\nCid;#VALOR!\nDan;#1\n");
    expect(rows.map((row) => [row.cells[1], row.kinds, row.issues?.[0]?.code])).toEqual([
      ["#REF!", "te", "cellError"],
      ["'#REF!", undefined, undefined],
      ["#VALOR!", undefined, "looksLikeCellError"],
      ["#1", undefined, undefined],
    ]);
  });

  test("a row longer than the cap is an error at its line", async () => {
    const content = `Nome;Nota\nAna;x\nBia;${"y".repeat(600_000)}\n`;
    expect(await failure(content, {}, { maxRecordChars: 100_000 })).toMatchObject({
      code: "recordTooLong",
      params: { line: 3 },
    });
  });

  test("more rows and more columns than the caps", async () => {
    expect((await failure("a,b\n1,2\n1,2\n1,2\n", {}, { maxRows: 2 })).code).toBe("tooManyRows");
    expect((await failure("a,b,c\n1,2,3\n", {}, { maxColumns: 2 })).code).toBe("tooManyColumns");
  });
});
