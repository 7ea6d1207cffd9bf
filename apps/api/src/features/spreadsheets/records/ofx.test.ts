import { errorOf, makeFolder, readAll } from "../reading.factory.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

const HEADER = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n";
const list = (transactions: string): string =>
  `<OFX><SIGNONMSGSRSV1><SONRS><DTSERVER>20260401</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><STMTRS>
<CURDEF>BRL<BANKACCTFROM><BANKID>0341<ACCTID>12345-6<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>
${transactions}</BANKTRANLIST><LEDGERBAL><BALAMT>10.00<DTASOF>20260401</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
const one = (fields: string): string => `<STMTTRN>\n${fields}\n</STMTTRN>\n`;

async function cellsOf(content: string | Buffer): Promise<Record<string, string>[]> {
  const { inspection, cells } = await readAll(await files.write(content));
  expect(inspection.format).toBe("ofx");
  return cells.map((row) =>
    Object.fromEntries(
      inspection.headers
        .map(({ text: header }, at) => [header, row[at] ?? ""])
        .filter(([, text]) => text),
    ),
  );
}

test("version 1: values without end tags, either mark of decimals, and accents of Windows-1252", async () => {
  const text =
    HEADER +
    list(
      one(
        "<TRNTYPE>CREDIT<DTPOSTED>20260304120000[-3:BRT]<TRNAMT>+1234,56<FITID>N1<CHECKNUM>77<MEMO>PIX João &amp; Cia",
      ) + one("<TRNTYPE>DEBIT<DTPOSTED>20260305<TRNAMT>-9.90<FITID>N2<NAME>TARIFA<MEMO>CESTA"),
    );
  const expected = [
    {
      "Payment date": "2026-03-04",
      Amount: "1234.56",
      Description: "PIX João & Cia",
      Document: "77",
      Currency: "BRL",
      "External ID: bank 0341 12345-6": "2026-03-04 1234.56 N1",
    },
    {
      "Payment date": "2026-03-05",
      Amount: "-9.90",
      Payer: "TARIFA",
      Description: "CESTA",
      Currency: "BRL",
      "External ID: bank 0341 12345-6": "2026-03-05 -9.90 N2",
    },
  ];
  expect(await cellsOf(Buffer.from(text, "latin1"))).toEqual(expected);
  // What is UTF-8 is read as that, whatever the header says; and a file may be one line.
  expect(await cellsOf(text)).toEqual(expected);
  expect(
    await cellsOf(
      HEADER +
        list("").replace(
          "</BANKTRANLIST>",
          `${text.slice(text.indexOf("<STMTTRN>")).replaceAll("\n", "")}`,
        ),
    ),
  ).toEqual(expected);
});

test("version 2: XML with end tags", async () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211"?>
    <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><BANKID>0035</BANKID><ACCTID>99</ACCTID></BANKACCTFROM>
    <BANKTRANLIST><STMTTRN><DTPOSTED>20260304</DTPOSTED><TRNAMT>50.00</TRNAMT><FITID>A</FITID><PAYEE><NAME>Café &#233;</NAME></PAYEE></STMTTRN></BANKTRANLIST>
    </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  expect(await cellsOf(text)).toEqual([
    {
      "Payment date": "2026-03-04",
      Amount: "50.00",
      Payer: "Café é",
      Currency: "EUR",
      "External ID: bank 0035 99": "2026-03-04 50.00 A",
    },
  ]);
});

test("what is cut off, declares entities or holds no transaction is refused", async () => {
  const whole = HEADER + list(one("<DTPOSTED>20260304<TRNAMT>1.00<FITID>A"));
  const refusal = async (content: string) =>
    (await errorOf(readAll(await files.write(content)))).code;
  expect(await refusal(whole.slice(0, whole.indexOf("</STMTTRN>")))).toBe("fileTruncated");
  expect(await refusal(whole.replace("</OFX>", ""))).toBe("fileTruncated");
  expect(await refusal(whole.replace("</STMTTRN>", ""))).toBe("fileTruncated");
  expect(
    await refusal(
      `<?xml version="1.0"?><?OFX OFXHEADER="200"?><!DOCTYPE OFX [<!ENTITY a SYSTEM "file:///etc/passwd">]><OFX>&a;</OFX>`,
    ),
  ).toBe("xmlDoctype");
  expect(["headerOnly", "noUsableColumns", "noReadableSheet"]).toContain(
    await refusal(HEADER + list("")),
  );
});

test("a day or an amount that is none stays as it is written, for the plan to name", async () => {
  const [first] = await cellsOf(
    HEADER +
      list(
        one("<DTPOSTED>ontem<TRNAMT>1.2.3<FITID>A") + one("<DTPOSTED>20260304<TRNAMT>1.00<FITID>B"),
      ),
  );
  expect(first).toMatchObject({ "Payment date": "ontem", Amount: "1.2.3" });
});
