/** The header of the column that says what is wrong with a row, in a file of rows to be fixed. */
export const reasonHeader = { en: "What to do", pt: "O que fazer" };

/** Whether a header is that of the column with the reasons, which is no data. */
export const isReasonHeader = (header: string): boolean =>
  Object.values(reasonHeader).includes(header);
