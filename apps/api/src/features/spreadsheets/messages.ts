/** A message in the two languages it is kept in; `{name}` stands for a parameter. */
export interface Message {
  en: string;
  "pt-BR": string;
}

/** Why a file, as a whole, cannot be read; each says what to do. */
export const fileMessages = {
  emptyFile: {
    en: "The file is empty. Choose a file that has a header row and at least one row below it.",
    "pt-BR":
      "O arquivo está vazio. Escolha um arquivo com um cabeçalho e pelo menos uma linha abaixo dele.",
  },
  headerOnly: {
    en: "The file has a header (row {row}) but no row below it. Add rows below the header.",
    "pt-BR":
      "O arquivo tem um cabeçalho (linha {row}), mas nenhuma linha abaixo. Preencha as linhas abaixo do cabeçalho.",
  },
  noUsableColumns: {
    en: "The file has no column with a name or a value. Check that the right sheet is chosen.",
    "pt-BR":
      "O arquivo não tem nenhuma coluna com nome ou valor. Confira se a planilha certa está escolhida.",
  },
  notASpreadsheet: {
    en: "This file is {found}, whatever its name says. Open it in the program it belongs to and save it as .xlsx or .csv.",
    "pt-BR":
      "Este arquivo é {found}, seja qual for o nome. Abra-o no programa dele e salve como .xlsx ou .csv.",
  },
  passwordProtected: {
    en: "The file is protected by a password. Open it, remove the password, save it and choose it again.",
    "pt-BR":
      "O arquivo está protegido por senha. Abra-o, remova a senha, salve e escolha-o de novo.",
  },
  fileTruncated: {
    en: "The end of the file is missing: it was cut off while it was saved or sent. Get the file again.",
    "pt-BR":
      "Falta o fim do arquivo: ele foi cortado ao salvar ou enviar. Obtenha o arquivo de novo.",
  },
  fileDamaged: {
    en: "The file is damaged ({part}). Open it in a spreadsheet program and save it again.",
    "pt-BR":
      "O arquivo está danificado ({part}). Abra-o em um programa de planilhas e salve de novo.",
  },
  zipTooLarge: {
    en: "Unpacked, the file would be larger than {limit} MB. Split it into smaller files or save it as .csv.",
    "pt-BR":
      "Descompactado, o arquivo passaria de {limit} MB. Divida-o em arquivos menores ou salve como .csv.",
  },
  zipTooDense: {
    en: "The file unpacks to more than {limit} times its size, as files made to do harm do. Save it as .csv.",
    "pt-BR":
      "O arquivo descompacta para mais de {limit} vezes o seu tamanho, como fazem arquivos maliciosos. Salve como .csv.",
  },
  zipTooManyParts: {
    en: "The file has more than {limit} parts inside. Save only the sheet that is to be imported.",
    "pt-BR":
      "O arquivo tem mais de {limit} partes dentro dele. Salve somente a planilha a importar.",
  },
  zipSizesDisagree: {
    en: "The file states a wrong size for one of its parts ({part}). Open it in a spreadsheet program and save it again.",
    "pt-BR":
      "O arquivo declara um tamanho errado para uma de suas partes ({part}). Abra-o em um programa de planilhas e salve de novo.",
  },
  xmlDoctype: {
    en: "The file declares a document type or entities ({part}), which no spreadsheet program writes. Save it again as .xlsx.",
    "pt-BR":
      "O arquivo declara um tipo de documento ou entidades ({part}), o que nenhum programa de planilhas escreve. Salve de novo como .xlsx.",
  },
  sheetNotFound: {
    en: "There is no sheet {sheet} in the file. Choose another sheet.",
    "pt-BR": "Não há planilha {sheet} no arquivo. Escolha outra planilha.",
  },
  sheetNotReadable: {
    en: "The sheet {sheet} contains a chart or a dialog, not cells. Choose another sheet.",
    "pt-BR":
      "A planilha {sheet} contém um gráfico ou diálogo, não células. Escolha outra planilha.",
  },
  noReadableSheet: {
    en: "No sheet in the file contains any cells. Choose another file.",
    "pt-BR": "Nenhuma planilha do arquivo contém células. Escolha outro arquivo.",
  },
  headerRowNotFound: {
    en: "Row {row}, chosen as the header, is empty or not in the file. Choose another row.",
    "pt-BR":
      "A linha {row}, escolhida como cabeçalho, está vazia ou não existe no arquivo. Escolha outra linha.",
  },
  replacementCharacter: {
    en: "Line {line} has a character that was lost in an earlier conversion ({value}). Choose the encoding, get the file again, or continue as it is.",
    "pt-BR":
      "A linha {line} tem um caractere perdido em uma conversão anterior ({value}). Escolha a codificação, obtenha o arquivo de novo ou continue assim mesmo.",
  },
  encodingUnsure: {
    en: "The file mixes encodings or uses a rare one (line {line}: {value}). Choose the encoding that shows the text correctly.",
    "pt-BR":
      "O arquivo mistura codificações ou usa uma rara (linha {line}: {value}). Escolha a codificação que mostra o texto corretamente.",
  },
  encodedTwice: {
    en: "The accents in line {line} were corrupted by an earlier conversion ({value}). Choose the encoding “UTF-8 × 2” to repair them, or continue as it is.",
    "pt-BR":
      "Os acentos da linha {line} foram estragados por uma conversão anterior ({value}). Escolha a codificação “UTF-8 × 2” para corrigi-los ou continue assim mesmo.",
  },
  jsonLine: {
    en: "Line {line} is not a JSON object. A JSON Lines file has one object per line.",
    "pt-BR":
      "A linha {line} não é um objeto JSON. Um arquivo JSON Lines tem um objeto em cada linha.",
  },
  wrongEncoding: {
    en: "Line {line} is not valid {encoding}. Choose another encoding.",
    "pt-BR": "A linha {line} não é {encoding} válido. Escolha outra codificação.",
  },
  recordTooLong: {
    en: "The row that begins on line {line} is longer than {limit} characters. Check quotes and line ends there.",
    "pt-BR":
      "A linha que começa na linha {line} passa de {limit} caracteres. Confira aspas e quebras de linha ali.",
  },
  tooManyRows: {
    en: "The file has more than {limit} rows. Split it.",
    "pt-BR": "O arquivo tem mais de {limit} linhas. Divida-o.",
  },
  tooManyColumns: {
    en: "Row {row} has more than {limit} columns. Remove what is not needed, or check the delimiter.",
    "pt-BR":
      "A linha {row} tem mais de {limit} colunas. Remova o que não precisa ou confira o separador.",
  },
  memoryExceeded: {
    en: "The file takes more memory to read than is allowed. Save it as .xlsx or .csv, or split it.",
    "pt-BR":
      "O arquivo exige mais memória do que o permitido. Salve como .xlsx ou .csv, ou divida-o.",
  },
  readTimeout: {
    en: "Reading the file took too long. Save it as .xlsx or .csv, or split it.",
    "pt-BR": "A leitura do arquivo demorou demais. Salve como .xlsx ou .csv, ou divida-o.",
  },
  readerFailed: {
    en: "The file could not be read. Open it in a spreadsheet program, save it as .xlsx and choose it again.",
    "pt-BR":
      "Não foi possível ler o arquivo. Abra-o em um programa de planilhas, salve como .xlsx e escolha-o de novo.",
  },
} as const satisfies Record<string, Message>;

/** The stable code of a file's error. */
export type FileErrorCode = keyof typeof fileMessages;

/** What can be wrong with (`error`), or worth a look at (`warning`), in one row or cell. */
export const issueMessages = {
  cellError: {
    severity: "error",
    en: "The cell contains the error {value}. Fix the formula, or enter the value.",
    "pt-BR": "A célula contém o erro {value}. Corrija a fórmula ou escreva o valor.",
  },
  formulaWithoutValue: {
    severity: "error",
    en: "The cell contains a formula that was never calculated. Open the file in a spreadsheet program and save it.",
    "pt-BR":
      "A célula contém uma fórmula nunca calculada. Abra o arquivo em um programa de planilhas e salve.",
  },
  precisionLost: {
    severity: "error",
    en: "{value} has more digits than a spreadsheet keeps in a number: the last ones are lost. Enter it as text.",
    "pt-BR":
      "{value} tem mais dígitos do que uma planilha guarda em um número: os últimos se perderam. Escreva como texto.",
  },
  dateDoesNotExist: {
    severity: "error",
    en: "{value} is not an existing date. Enter the right one.",
    "pt-BR": "{value} não é uma data existente. Escreva a data certa.",
  },
  dateOutOfRange: {
    severity: "error",
    en: "The number {value} is formatted as a date but is outside the range of spreadsheet dates.",
    "pt-BR":
      "O número {value} está formatado como data, mas fica fora do calendário das planilhas.",
  },
  timeWithoutDate: {
    severity: "warning",
    en: "The cell contains a time of day without a date ({value}).",
    "pt-BR": "A célula contém uma hora sem data ({value}).",
  },
  nulCharacter: {
    severity: "error",
    en: "The cell contains a NUL character (shown as ␀), which text may not contain. Remove it.",
    "pt-BR":
      "A célula contém um caractere NUL (mostrado como ␀), que nenhum texto pode conter. Remova-o.",
  },
  loneSurrogate: {
    severity: "error",
    en: "The cell contains half of a character (shown as �). Enter it again.",
    "pt-BR": "A célula contém metade de um caractere (mostrado como �). Escreva-o de novo.",
  },
  replacementCharacter: {
    severity: "warning",
    en: "The cell contains the replacement sign for a lost character (�). Check the text.",
    "pt-BR": "A célula contém o sinal de caractere perdido (�). Confira o texto.",
  },
  strayQuote: {
    severity: "error",
    en: 'A quote inside the text is not written twice ({value}). Write it as "".',
    "pt-BR": 'Há aspas dentro do texto que não estão em dobro ({value}). Escreva "".',
  },
  unclosedQuote: {
    severity: "error",
    en: 'The quote that opens here is not closed ({value}). Close it, write a quote inside a text twice (""), or choose another way in which the file writes quotes.',
    "pt-BR":
      'As aspas abertas aqui não são fechadas ({value}). Feche-as, escreva aspas dentro de um texto em dobro ("") ou escolha outra forma de escrever aspas no arquivo.',
  },
  tooFewCells: {
    severity: "error",
    en: "The row has {cells} cells, but the header has {columns}. Nothing was shifted; add what is missing.",
    "pt-BR":
      "A linha tem {cells} das {columns} células que o cabeçalho tem. Nada foi deslocado; complete o que falta.",
  },
  tooManyCells: {
    severity: "error",
    en: "The row has {cells} cells, but the header has {columns}. Nothing was shifted; put text that contains the delimiter in quotes.",
    "pt-BR":
      "A linha tem {cells} células, e o cabeçalho {columns}. Nada foi deslocado; ponha entre aspas o texto que contém o separador.",
  },
  cellOutsideHeaders: {
    severity: "warning",
    en: "The row has a value to the right of the last header ({value}), which is not read.",
    "pt-BR": "A linha tem um valor à direita do último cabeçalho ({value}), que não é lido.",
  },
  looksLikeFooter: {
    severity: "warning",
    en: "{value} looks like a footer and not a record: the row is skipped. Include it if it is a record.",
    "pt-BR":
      "{value} parece ser um rodapé, e não um registro: a linha é ignorada. Inclua-a se for um registro.",
  },
  looksLikeCellError: {
    severity: "warning",
    en: "The text {value} looks like the error of a formula.",
    "pt-BR": "O texto {value} parece o erro de uma fórmula.",
  },
} as const satisfies Record<string, Message & { severity: "error" | "warning" }>;

/** The stable code of what is wrong in a row or cell. */
export type IssueCode = keyof typeof issueMessages;

/** What the words in a `notASpreadsheet` message are for each kind of file told by its content. */
export const foundMessages = {
  html: { en: "a web page (HTML)", "pt-BR": "uma página da web (HTML)" },
  xml: { en: "an XML file", "pt-BR": "um arquivo XML" },
  xmlSpreadsheet: { en: "an Excel 2003 XML file", "pt-BR": "um arquivo XML do Excel 2003" },
  json: { en: "a JSON file", "pt-BR": "um arquivo JSON" },
  rtf: { en: "a rich text document (RTF)", "pt-BR": "um documento de texto (RTF)" },
  pdf: { en: "a PDF document", "pt-BR": "um documento PDF" },
  image: { en: "an image", "pt-BR": "uma imagem" },
  docx: { en: "a Word document", "pt-BR": "um documento do Word" },
  pptx: { en: "a PowerPoint presentation", "pt-BR": "uma apresentação do PowerPoint" },
  odt: {
    en: "an OpenDocument file that is not a spreadsheet",
    "pt-BR": "um arquivo OpenDocument que não é planilha",
  },
  numbers: {
    en: "an Apple Numbers or Pages file",
    "pt-BR": "um arquivo do Apple Numbers ou Pages",
  },
  msg: { en: "an Outlook message", "pt-BR": "uma mensagem do Outlook" },
  archive: { en: "an archive of other files", "pt-BR": "um pacote com outros arquivos" },
  binary: { en: "of a kind this page cannot read", "pt-BR": "de um tipo que esta página não lê" },
} as const satisfies Record<string, Message>;

/** What a file that is no spreadsheet was found to be. */
export type FoundKind = keyof typeof foundMessages;

/** The words of a message with its parameters put in, in the language asked for. */
export function fillMessage(
  message: Message,
  language: keyof Message,
  params: Record<string, string | number>,
): string {
  return message[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

/** The words for a file's error; of `notASpreadsheet`, what was found is put into words too. */
export function fileMessage(
  error: { code: FileErrorCode; params: Record<string, string | number> },
  language: keyof Message,
): string {
  const found = error.params.found;
  const kind =
    typeof found === "string" && Object.hasOwn(foundMessages, found) ? (found as FoundKind) : null;
  const params = kind ? { ...error.params, found: foundMessages[kind][language] } : error.params;
  return fillMessage(fileMessages[error.code], language, params);
}

/** The words for an issue of a row or cell. */
export function issueMessage(
  issue: { code: IssueCode; value?: string },
  language: keyof Message,
): string {
  const value = issue.value ?? "";
  // A row of another length says how many cells it has, of how many.
  const [cells = "", columns = ""] = value.split("/");
  return fillMessage(issueMessages[issue.code], language, { value, cells, columns });
}
