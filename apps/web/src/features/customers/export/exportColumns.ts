/** The fields of the sheet that are shown in each column of the list; metrics have none. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  name: ["legalName", "tradeName", "taxId", "taxIdCountry", "secondTaxId", "secondTaxIdCountry"],
  city: ["city", "region"],
  country: ["country"],
  status: ["status"],
  owner: ["owner"],
  number: ["number"],
  email: ["email"],
  phone: ["phone"],
  tags: ["tags"],
  created: ["createdAt"],
};

/** The fields of a file with the columns that are on screen, in their order. */
export function exportedFields(shownColumns: readonly string[]): string[] {
  return shownColumns.flatMap((column) => fieldsOf[column] ?? []);
}
