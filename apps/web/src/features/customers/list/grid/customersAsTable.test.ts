import { makeCustomerRow } from "../../customer.factory.js";
import { customersAsTable } from "./customersAsTable.js";

test("a table to paste has a row a line, and starts no formula in any cell", () => {
  const row = makeCustomerRow({
    number: "C-000001",
    legalName: "=cmd|' /C calc'!A0\t;@SUM(1)",
    taxId: null,
    email: null,
    phone: "+5511987654321",
    address: null,
  });
  expect(customersAsTable([row, row]).split("\n")).toEqual(
    Array(2).fill("C-000001\t'=cmd|' /C calc'!A0 ;'@SUM(1)\t\t\t+5511987654321\t\t"),
  );
});
