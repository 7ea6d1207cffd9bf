/** The header of the column with the reasons, in a workbook of failed rows. */
export const reasonHeader = { en: "What to do", pt: "O que fazer" };

/** Whether a header is that of the column with the reasons, which holds no data. */
export const isReasonHeader = (header: string): boolean =>
  Object.values(reasonHeader).includes(header);
