/** Which fields of the sheet stand in a column of the list; figures are in none. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  name: ["legalName", "tradeName", "taxId", "taxIdCountry"],
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
