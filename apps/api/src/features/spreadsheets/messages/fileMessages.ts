import type { Text } from "../../../platform/errors.js";

/** Why a file as a whole cannot be read; each message says what to do. */
export const fileMessages = {
  emptyFile: {
    en: "The file is empty. Choose a file that has a header row and at least one row below it.",
    pt: "O arquivo está vazio. Escolha um arquivo com um cabeçalho e pelo menos uma linha abaixo dele.",
    "pt-PT":
      "O ficheiro está vazio. Escolha um ficheiro com um cabeçalho e pelo menos uma linha abaixo dele.",
  },
  headerOnly: {
    en: "The file has a header (row {row}) but no row below it. Add rows below the header.",
    pt: "O arquivo tem um cabeçalho (linha {row}), mas nenhuma linha abaixo. Preencha as linhas abaixo do cabeçalho.",
    "pt-PT":
      "O ficheiro tem um cabeçalho (linha {row}), mas nenhuma linha abaixo. Preencha as linhas abaixo do cabeçalho.",
  },
  noUsableColumns: {
    en: "The file has no column with a name or a value. Check that the right sheet is chosen.",
    pt: "O arquivo não tem nenhuma coluna com nome ou valor. Confira se a planilha certa está escolhida.",
    "pt-PT":
      "O ficheiro não tem nenhuma coluna com nome ou valor. Verifique se a folha de cálculo certa está escolhida.",
  },
  notASpreadsheet: {
    en: "This file is {found}, whatever its name says. Open it in the program it belongs to and save it as .xlsx or .csv.",
    pt: "Este arquivo é {found}, seja qual for o nome. Abra-o no programa dele e salve como .xlsx ou .csv.",
    "pt-PT":
      "Este ficheiro é {found}, seja qual for o nome. Abra-o no programa dele e guarde como .xlsx ou .csv.",
  },
  passwordProtected: {
    en: "The file is protected by a password. Open it, remove the password, save it and choose it again.",
    pt: "O arquivo está protegido por senha. Abra-o, remova a senha, salve e escolha-o de novo.",
    "pt-PT":
      "O ficheiro está protegido por palavra-passe. Abra-o, remova a palavra-passe, guarde e escolha-o de novo.",
  },
  fileTruncated: {
    en: "The end of the file is missing: it was cut off while it was saved or sent. Get the file again.",
    pt: "Falta o fim do arquivo: ele foi cortado ao salvar ou enviar. Obtenha o arquivo de novo.",
    "pt-PT":
      "Falta o fim do ficheiro: foi cortado ao guardar ou enviar. Obtenha o ficheiro de novo.",
  },
  fileDamaged: {
    en: "The file is damaged ({part}). Open it in a spreadsheet program and save it again.",
    pt: "O arquivo está danificado ({part}). Abra-o em um programa de planilhas e salve de novo.",
    "pt-PT":
      "O ficheiro está danificado ({part}). Abra-o num programa de folhas de cálculo e guarde de novo.",
  },
  zipTooLarge: {
    en: "Unpacked, the file would be larger than {limit} MB. Split it into smaller files or save it as .csv.",
    pt: "Descompactado, o arquivo passaria de {limit} MB. Divida-o em arquivos menores ou salve como .csv.",
    "pt-PT":
      "Descompactado, o ficheiro passaria de {limit} MB. Divida-o em ficheiros menores ou guarde como .csv.",
  },
  zipTooDense: {
    en: "The file unpacks to more than {limit} times its size, as files made to do harm do. Save it as .csv.",
    pt: "O arquivo descompacta para mais de {limit} vezes o seu tamanho, como fazem arquivos maliciosos. Salve como .csv.",
    "pt-PT":
      "O ficheiro descompacta para mais de {limit} vezes o seu tamanho, como fazem ficheiros maliciosos. Guarde como .csv.",
  },
  zipTooManyParts: {
    en: "The file has more than {limit} parts inside. Save only the sheet that is to be imported.",
    pt: "O arquivo tem mais de {limit} partes dentro dele. Salve somente a planilha a importar.",
    "pt-PT":
      "O ficheiro tem mais de {limit} partes dentro dele. Guarde apenas a folha de cálculo a importar.",
  },
  zipSizesDisagree: {
    en: "The file states a wrong size for one of its parts ({part}). Open it in a spreadsheet program and save it again.",
    pt: "O arquivo declara um tamanho errado para uma de suas partes ({part}). Abra-o em um programa de planilhas e salve de novo.",
    "pt-PT":
      "O ficheiro declara um tamanho errado para uma das suas partes ({part}). Abra-o num programa de folhas de cálculo e guarde de novo.",
  },
  xmlDoctype: {
    en: "The file declares a document type or entities ({part}), which no spreadsheet program writes. Save it again as .xlsx.",
    pt: "O arquivo declara um tipo de documento ou entidades ({part}), o que nenhum programa de planilhas escreve. Salve de novo como .xlsx.",
    "pt-PT":
      "O ficheiro declara um tipo de documento ou entidades ({part}), o que nenhum programa de folhas de cálculo escreve. Guarde de novo como .xlsx.",
  },
  sheetNotFound: {
    en: "There is no sheet {sheet} in the file. Choose another sheet.",
    pt: "Não há planilha {sheet} no arquivo. Escolha outra planilha.",
    "pt-PT": "Não há folha de cálculo {sheet} no ficheiro. Escolha outra folha de cálculo.",
  },
  sheetNotReadable: {
    en: "The sheet {sheet} contains a chart or a dialog, not cells. Choose another sheet.",
    pt: "A planilha {sheet} contém um gráfico ou diálogo, não células. Escolha outra planilha.",
    "pt-PT":
      "A folha de cálculo {sheet} contém um gráfico ou diálogo, não células. Escolha outra folha de cálculo.",
  },
  noReadableSheet: {
    en: "No sheet in the file contains any cells. Choose another file.",
    pt: "Nenhuma planilha do arquivo contém células. Escolha outro arquivo.",
    "pt-PT": "Nenhuma folha de cálculo do ficheiro contém células. Escolha outro ficheiro.",
  },
  headerRowNotFound: {
    en: "Row {row}, chosen as the header, is empty or not in the file. Choose another row.",
    pt: "A linha {row}, escolhida como cabeçalho, está vazia ou não existe no arquivo. Escolha outra linha.",
    "pt-PT":
      "A linha {row}, escolhida como cabeçalho, está vazia ou não existe no ficheiro. Escolha outra linha.",
  },
  replacementCharacter: {
    en: "Line {line} has a character that was lost in an earlier conversion ({value}). Choose the encoding, get the file again, or continue as it is.",
    pt: "A linha {line} tem um caractere perdido em uma conversão anterior ({value}). Escolha a codificação, obtenha o arquivo de novo ou continue assim mesmo.",
    "pt-PT":
      "A linha {line} tem um caráter perdido numa conversão anterior ({value}). Escolha a codificação, obtenha o ficheiro de novo ou continue assim mesmo.",
  },
  encodingUnsure: {
    en: "The file mixes encodings or uses a rare one (line {line}: {value}). Choose the encoding that shows the text correctly.",
    pt: "O arquivo mistura codificações ou usa uma rara (linha {line}: {value}). Escolha a codificação que mostra o texto corretamente.",
    "pt-PT":
      "O ficheiro mistura codificações ou usa uma rara (linha {line}: {value}). Escolha a codificação que mostra o texto corretamente.",
  },
  encodedTwice: {
    en: "The accents in line {line} were corrupted by an earlier conversion ({value}). Choose the encoding “UTF-8 × 2” to repair them, or continue as it is.",
    pt: "Os acentos da linha {line} foram estragados por uma conversão anterior ({value}). Escolha a codificação “UTF-8 × 2” para corrigi-los ou continue assim mesmo.",
  },
  jsonLine: {
    en: "Line {line} is not a JSON object. A JSON Lines file has one object per line.",
    pt: "A linha {line} não é um objeto JSON. Um arquivo JSON Lines tem um objeto em cada linha.",
    "pt-PT":
      "A linha {line} não é um objeto JSON. Um ficheiro JSON Lines tem um objeto em cada linha.",
  },
  wrongEncoding: {
    en: "Line {line} is not valid {encoding}. Choose another encoding.",
    pt: "A linha {line} não é {encoding} válido. Escolha outra codificação.",
  },
  recordTooLong: {
    en: "The row that begins on line {line} is longer than {limit} characters. Check quotes and line ends there.",
    pt: "A linha que começa na linha {line} passa de {limit} caracteres. Confira aspas e quebras de linha ali.",
    "pt-PT":
      "A linha que começa na linha {line} passa de {limit} caracteres. Verifique aspas e quebras de linha ali.",
  },
  tooManyRows: {
    en: "The file has more than {limit} rows. Split it.",
    pt: "O arquivo tem mais de {limit} linhas. Divida-o.",
    "pt-PT": "O ficheiro tem mais de {limit} linhas. Divida-o.",
  },
  tooManyColumns: {
    en: "Row {row} has more than {limit} columns. Remove what is not needed, or check the delimiter.",
    pt: "A linha {row} tem mais de {limit} colunas. Remova o que não precisa ou confira o separador.",
    "pt-PT":
      "A linha {row} tem mais de {limit} colunas. Remova o que não precisa ou verifique o separador.",
  },
  memoryExceeded: {
    en: "The file takes more memory to read than is allowed. Save it as .xlsx or .csv, or split it.",
    pt: "O arquivo exige mais memória do que o permitido. Salve como .xlsx ou .csv, ou divida-o.",
    "pt-PT":
      "O ficheiro exige mais memória do que o permitido. Guarde como .xlsx ou .csv, ou divida-o.",
  },
  readTimeout: {
    en: "Reading the file took too long. Save it as .xlsx or .csv, or split it.",
    pt: "A leitura do arquivo demorou demais. Salve como .xlsx ou .csv, ou divida-o.",
    "pt-PT": "A leitura do ficheiro demorou demasiado. Guarde como .xlsx ou .csv, ou divida-o.",
  },
  readerFailed: {
    en: "The file could not be read. Open it in a spreadsheet program, save it as .xlsx and choose it again.",
    pt: "Não foi possível ler o arquivo. Abra-o em um programa de planilhas, salve como .xlsx e escolha-o de novo.",
    "pt-PT":
      "Não foi possível ler o ficheiro. Abra-o num programa de folhas de cálculo, guarde como .xlsx e escolha-o de novo.",
  },
} as const satisfies Record<string, Text>;

/** The stable code of a file's error. */
export type FileErrorCode = keyof typeof fileMessages;

/** The message of `notASpreadsheet`, by the detected type of the file. */
export const foundMessages = {
  html: {
    en: "a web page (HTML)",
    pt: "uma página da web (HTML)",
    "pt-PT": "uma página Web (HTML)",
  },
  xml: { en: "an XML file", pt: "um arquivo XML", "pt-PT": "um ficheiro XML" },
  xmlSpreadsheet: {
    en: "an Excel 2003 XML file",
    pt: "um arquivo XML do Excel 2003",
    "pt-PT": "um ficheiro XML do Excel 2003",
  },
  json: { en: "a JSON file", pt: "um arquivo JSON", "pt-PT": "um ficheiro JSON" },
  rtf: { en: "a rich text document (RTF)", pt: "um documento de texto (RTF)" },
  pdf: { en: "a PDF document", pt: "um documento PDF" },
  image: { en: "an image", pt: "uma imagem" },
  docx: { en: "a Word document", pt: "um documento do Word" },
  pptx: { en: "a PowerPoint presentation", pt: "uma apresentação do PowerPoint" },
  odt: {
    en: "an OpenDocument file that is not a spreadsheet",
    pt: "um arquivo OpenDocument que não é planilha",
    "pt-PT": "um ficheiro OpenDocument que não é folha de cálculo",
  },
  numbers: {
    en: "an Apple Numbers or Pages file",
    pt: "um arquivo do Apple Numbers ou Pages",
    "pt-PT": "um ficheiro do Apple Numbers ou Pages",
  },
  msg: { en: "an Outlook message", pt: "uma mensagem do Outlook" },
  archive: {
    en: "an archive of other files",
    pt: "um pacote com outros arquivos",
    "pt-PT": "um pacote com outros ficheiros",
  },
  binary: { en: "of a kind this page cannot read", pt: "de um tipo que esta página não lê" },
} as const satisfies Record<string, Text>;

/** The detected type of a file that is no spreadsheet. */
export type FoundKind = keyof typeof foundMessages;
