import type { Text } from "../../../platform/errors.js";

/** Errors (`error`) and warnings (`warning`) about one row or cell. */
export const issueMessages = {
  cellError: {
    severity: "error",
    en: "The cell contains the error {value}. Fix the formula, or enter the value.",
    pt: "A célula contém o erro {value}. Corrija a fórmula ou escreva o valor.",
  },
  formulaWithoutValue: {
    severity: "error",
    en: "The cell contains a formula that was never calculated. Open the file in a spreadsheet program and save it.",
    pt: "A célula contém uma fórmula nunca calculada. Abra o arquivo em um programa de planilhas e salve.",
    "pt-PT":
      "A célula contém uma fórmula nunca calculada. Abra o ficheiro num programa de folhas de cálculo e guarde.",
  },
  precisionLost: {
    severity: "error",
    en: "{value} has more digits than a spreadsheet keeps in a number: the last ones are lost. Enter it as text.",
    pt: "{value} tem mais dígitos do que uma planilha guarda em um número: os últimos se perderam. Escreva como texto.",
    "pt-PT":
      "{value} tem mais dígitos do que uma folha de cálculo guarda num número: os últimos perderam-se. Escreva como texto.",
  },
  dateDoesNotExist: {
    severity: "error",
    en: "{value} is not an existing date. Enter the right one.",
    pt: "{value} não é uma data existente. Escreva a data certa.",
  },
  dateOutOfRange: {
    severity: "error",
    en: "The number {value} is formatted as a date but is outside the range of spreadsheet dates.",
    pt: "O número {value} está formatado como data, mas fica fora do calendário das planilhas.",
    "pt-PT":
      "O número {value} está formatado como data, mas fica fora do calendário das folhas de cálculo.",
  },
  timeWithoutDate: {
    severity: "warning",
    en: "The cell contains a time of day without a date ({value}).",
    pt: "A célula contém uma hora sem data ({value}).",
  },
  nulCharacter: {
    severity: "error",
    en: "The cell contains a NUL character (shown as ␀), which text may not contain. Remove it.",
    pt: "A célula contém um caractere NUL (mostrado como ␀), que nenhum texto pode conter. Remova-o.",
    "pt-PT":
      "A célula contém um caráter NUL (mostrado como ␀), que nenhum texto pode conter. Remova-o.",
  },
  loneSurrogate: {
    severity: "error",
    en: "The cell contains half of a character (shown as �). Enter it again.",
    pt: "A célula contém metade de um caractere (mostrado como �). Escreva-o de novo.",
    "pt-PT": "A célula contém metade de um caráter (mostrado como �). Escreva-o de novo.",
  },
  replacementCharacter: {
    severity: "warning",
    en: "The cell contains the replacement sign for a lost character (�). Check the text.",
    pt: "A célula contém o sinal de caractere perdido (�). Confira o texto.",
    "pt-PT": "A célula contém o sinal de caráter perdido (�). Verifique o texto.",
  },
  strayQuote: {
    severity: "error",
    en: 'A quote inside the text is not written twice ({value}). Write it as "".',
    pt: 'Há aspas dentro do texto que não estão em dobro ({value}). Escreva "".',
    "pt-PT": 'Há aspas dentro do texto que não estão a dobrar ({value}). Escreva "".',
  },
  unclosedQuote: {
    severity: "error",
    en: 'The quote that opens here is not closed ({value}). Close it, write a quote inside a text twice (""), or choose another way in which the file writes quotes.',
    pt: 'As aspas abertas aqui não são fechadas ({value}). Feche-as, escreva aspas dentro de um texto em dobro ("") ou escolha outra forma de escrever aspas no arquivo.',
    "pt-PT":
      'As aspas abertas aqui não são fechadas ({value}). Feche-as, escreva aspas dentro de um texto a dobrar ("") ou escolha outra forma de escrever aspas no ficheiro.',
  },
  tooFewCells: {
    severity: "error",
    en: "The row has {cells} cells, but the header has {columns}. Nothing was shifted; add what is missing.",
    pt: "A linha tem {cells} das {columns} células que o cabeçalho tem. Nada foi deslocado; complete o que falta.",
  },
  tooManyCells: {
    severity: "error",
    en: "The row has {cells} cells, but the header has {columns}. Nothing was shifted; put text that contains the delimiter in quotes.",
    pt: "A linha tem {cells} células, e o cabeçalho {columns}. Nada foi deslocado; ponha entre aspas o texto que contém o separador.",
  },
  cellOutsideHeaders: {
    severity: "warning",
    en: "The row has a value to the right of the last header ({value}), which is not read.",
    pt: "A linha tem um valor à direita do último cabeçalho ({value}), que não é lido.",
  },
  looksLikeFooter: {
    severity: "warning",
    en: "{value} looks like a total, a repeated header or a footer, and not like a record: the row is skipped. Include it if it is a record.",
    pt: "{value} parece ser um total, um cabeçalho repetido ou um rodapé, e não um registro: a linha é ignorada. Inclua-a se for um registro.",
    "pt-PT":
      "{value} parece ser um total, um cabeçalho repetido ou um rodapé, e não um registo: a linha é ignorada. Inclua-a se for um registo.",
  },
  mergedCell: {
    severity: "warning",
    en: "The cell is merged with one above: {value} is taken for this row too.",
    pt: "A célula está mesclada com uma acima: {value} vale também para esta linha.",
    "pt-PT": "A célula está unida a uma acima: {value} vale também para esta linha.",
  },
  looksLikeCellError: {
    severity: "warning",
    en: "The text {value} looks like the error of a formula.",
    pt: "O texto {value} parece o erro de uma fórmula.",
  },
} as const satisfies Record<string, Text & { severity: "error" | "warning" }>;

/** The stable code of an issue of a row or cell. */
export type IssueCode = keyof typeof issueMessages;
