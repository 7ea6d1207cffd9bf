/** A transaction of a bank's file for tests. */
export interface MadeTransaction {
  id: string;
  /** As YYYYMMDD. */
  day?: string;
  amount: string;
  memo: string;
}

/** A bank's OFX file of version 1 with these transactions. */
export const ofxOf = (transactions: readonly MadeTransaction[]): string => `OFXHEADER:100
DATA:OFXSGML
VERSION:102
CHARSET:1252

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>BRL<BANKACCTFROM><BANKID>0341<ACCTID>12345-6</BANKACCTFROM><BANKTRANLIST>
${transactions.map(({ id, day = "20260304", amount, memo }) => `<STMTTRN><TRNTYPE>${amount.startsWith("-") ? "DEBIT" : "CREDIT"}<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<MEMO>${memo}</STMTTRN>`).join("\n")}
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;
