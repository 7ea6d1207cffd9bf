import type { Text } from "../../platform/errors.js";
import type { Messages } from "../../platform/graph/messages.js";
import type { ImportStatus } from "./import.entity.js";

/** The error messages of imports. */
export const importMessages: Messages = {
  import_status: {
    en: 'is not possible in the status of the import, "{status}"',
    pt: "não é possível na situação da importação, “{status}”",
    "pt-PT": "não é possível no estado da importação, “{status}”",
  },
  unknown_file: {
    en: "is not a file that was uploaded for an import",
    pt: "não é um arquivo enviado para importação",
    "pt-PT": "não é um ficheiro enviado para importação",
  },
  field_twice: { en: "maps two columns to one field", pt: "associa duas colunas ao mesmo campo" },
  one_column_only: {
    en: "accepts only one column",
    pt: "aceita só uma coluna",
  },
  value_not_kept: {
    en: "is not kept: the field holds one value, which another cell of the row provides",
    pt: "não é mantido: o campo aceita um só valor, que vem de outra célula da linha",
  },
  placeholder: {
    en: "stands for no value and is left blank",
    pt: "indica que não há valor e fica em branco",
  },
  html_removed: {
    en: "contains HTML: its text is kept, without the tags",
    pt: "contém HTML: o texto é mantido, sem as etiquetas",
  },
  unknown_value: {
    en: "is unknown and is left blank; choose its meaning in the previous step, or change the cell",
    pt: "é desconhecido e fica em branco; escolha o significado na etapa anterior ou altere a célula",
  },
  undo_expired: {
    en: "ended more than {days} days ago and cannot be undone",
    pt: "terminou há mais de {days} dias e não pode ser desfeita",
  },
  import_gave_up: {
    en: "The import was tried several times and failed each time. What was written is kept; see the server's log for details.",
    pt: "A importação foi tentada várias vezes e sempre falhou. O que foi gravado é mantido; consulte o log do servidor.",
    "pt-PT":
      "A importação foi tentada várias vezes e falhou sempre. O que foi gravado é mantido; consulte o registo do servidor.",
  },
  undo_gave_up: {
    en: "Undoing was tried several times and failed each time. What was undone stays undone, and you can undo the rest again; see the server's log for details.",
    pt: "Desfazer foi tentado várias vezes e sempre falhou. O que foi desfeito continua desfeito, e você pode desfazer o resto de novo; consulte o log do servidor.",
    "pt-PT":
      "A anulação foi tentada várias vezes e falhou sempre. O que foi anulado continua anulado, e pode anular o resto novamente; consulte o registo do servidor.",
  },
  matchRequired: {
    en: "No column was found for {fields}. Choose the column that contains it.",
    pt: "Nenhuma coluna foi encontrada para {fields}. Escolha a coluna com esse dado.",
  },
  idSourceRequired: {
    en: 'The column "{header}" holds ids of another system. Say which system they come from.',
    pt: 'A coluna "{header}" traz IDs de outro sistema. Informe de qual sistema eles vêm.',
  },
  id_source_missing: {
    en: "has no source system; fill in that column, or say where the ids of the file come from",
    pt: "não tem sistema de origem; preencha essa coluna ou informe de onde vêm os IDs do arquivo",
    "pt-PT":
      "não tem sistema de origem; preencha essa coluna ou indique de onde vêm os IDs do ficheiro",
  },
  duplicate_in_file: {
    en: "repeats line {line} of the file and is skipped",
    pt: "repete a linha {line} do arquivo e é ignorada",
    "pt-PT": "repete a linha {line} do ficheiro e é ignorada",
  },
  record_with_mistake: {
    en: "belongs to line {line} of the file, which is not imported; correct that line",
    pt: "pertence à linha {line} do arquivo, que não é importada; corrija essa linha",
    "pt-PT": "pertence à linha {line} do ficheiro, que não é importada; corrija essa linha",
  },
  ambiguous: {
    en: "could be any of {count} records ({name}); decide which, or add something that distinguishes them, such as a number or tax ID",
    pt: "pode ser qualquer um de {count} registros ({name}); decida qual, ou acrescente algo que os distinga, como um número ou CNPJ/CPF",
    "pt-PT":
      "pode ser qualquer um de {count} registos ({name}); decida qual, ou acrescente algo que os distinga, como um número ou NIF",
  },
  id_of_another: {
    en: "has the id of {name}, but another tax ID, or another name and no tax ID, e-mail or phone in common; decide whether it is that customer",
    pt: "tem o ID de {name}, mas outro CNPJ/CPF, ou outro nome sem CNPJ/CPF, e-mail ou telefone em comum; decida se é esse cliente",
    "pt-PT":
      "tem o ID de {name}, mas outro NIF, ou outro nome sem NIF, e-mail ou telefone em comum; decida se é esse cliente",
  },
  number_of_another: {
    en: "has an external ID of {name}, but another number; decide whether it is that document",
    pt: "tem um ID externo de {name}, mas outro número; decida se é esse documento",
  },
  email_of_another: {
    en: "has the e-mail of {name}, but another name; decide whether it is that customer",
    pt: "tem o e-mail de {name}, mas outro nome; decida se é esse cliente",
  },
  name_alone: {
    en: "has the name of {name}, but nothing else in common with it; decide whether it is that customer",
    pt: "tem o nome de {name}, mas nada mais em comum; decida se é esse cliente",
  },
  namesake: {
    en: "has the name of {name}, but another e-mail, phone or address; decide whether it is that customer",
    pt: "tem o nome de {name}, mas outro e-mail, telefone ou endereço; decida se é esse cliente",
    "pt-PT": "tem o nome de {name}, mas outro e-mail, telefone ou morada; decida se é esse cliente",
  },
  keys_disagree: {
    en: "belongs to several records by its id, tax ID, e-mail or name ({name}); decide which one it updates, or skip it",
    pt: "indica registros diferentes pelo ID, CNPJ/CPF, e-mail ou nome ({name}); decida qual atualizar ou ignore a linha",
    "pt-PT":
      "indica registos diferentes pelo ID, NIF, e-mail ou nome ({name}); decida qual atualizar ou ignore a linha",
  },
  key_of_another: {
    en: "has the id or tax ID of {name}, but otherwise does not match it; decide whether it is that customer",
    pt: "tem o ID ou CNPJ/CPF de {name}, mas de resto não corresponde; decida se é esse cliente",
    "pt-PT": "tem o ID ou NIF de {name}, mas de resto não corresponde; decida se é esse cliente",
  },
  key_in_use: {
    en: "belongs to {name} and stays there, whatever is decided",
    pt: "pertence a {name} e fica lá, qualquer que seja a decisão",
  },
  id_not_kept: {
    en: "belongs to {name} and stays there; the rest of the row is imported without it",
    pt: "pertence a {name} e fica lá; o resto da linha é importado sem ele",
  },
  import_undecided: {
    en: "has {rows} undecided rows; decide what becomes of them, or have them skipped",
    pt: "tem {rows} linhas sem decisão; decida o que fazer com elas ou mande ignorá-las",
    "pt-PT": "tem {rows} linhas por decidir; decida o que fazer com elas ou mande ignorá-las",
  },
  not_a_candidate: {
    en: "is none of the records that these rows may mean",
    pt: "não é nenhum dos registros que estas linhas podem indicar",
    "pt-PT": "não é nenhum dos registos que estas linhas podem indicar",
  },
  only_for_update: {
    en: "can be given only with UPDATE",
    pt: "só pode ser informado com UPDATE",
  },
  taken_since_plan: {
    en: "was not created: since the check, its number, tax ID or ID was taken or its customer was deleted",
    pt: "não foi criado: depois da verificação, o número, CNPJ/CPF ou ID passou a ser de outro ou o cliente foi excluído",
    "pt-PT":
      "não foi criado: depois da verificação, o número, NIF ou ID passou a ser de outro ou o cliente foi eliminado",
  },
  too_many_parts: {
    en: "was not written: the customer already has {max} of them, the maximum",
    pt: "não foi gravado: o cliente já tem {max} deles, o máximo",
  },
  changed_since_plan: {
    en: "was not changed: someone edited the record after the check; import the row again to compare it anew",
    pt: "não foi alterado: alguém editou o registro depois da verificação; importe a linha de novo para compará-la",
    "pt-PT":
      "não foi alterado: alguém editou o registo depois da verificação; importe a linha de novo para compará-la",
  },
  could_not_be_written: {
    en: "could not be written: it conflicts with another record; correct the row and import it again",
    pt: "não pôde ser gravado: entraria em conflito com outro registro; corrija a linha e importe-a de novo",
    "pt-PT":
      "não pôde ser gravado: entraria em conflito com outro registo; corrija a linha e importe-a de novo",
  },
  chooseDateOrder: {
    en: "The dates in {fields} are ambiguous: 03/04 could be 3 April or 4 March. Choose whether the day or the month comes first.",
    pt: "As datas em {fields} são ambíguas: 03/04 pode ser 3 de abril ou 4 de março. Escolha se o dia ou o mês vem primeiro.",
  },
  chooseDecimalMark: {
    en: "The numbers in {fields} are ambiguous: 1.234 could be more than a thousand or a little more than one. Choose the decimal separator.",
    pt: "Os números em {fields} são ambíguos: 1.234 pode ser mais de mil ou um pouco mais que um. Escolha o separador decimal.",
  },
  matchOneOf: {
    en: "No column identifies the customer. Choose one of: {fields}.",
    pt: "Nenhuma coluna identifica o cliente. Escolha uma destas: {fields}.",
  },
  customer_required: {
    en: "identifies no customer; enter a number, tax ID, ID or name",
    pt: "não identifica o cliente; informe o número, CNPJ/CPF, ID ou nome",
    "pt-PT": "não identifica o cliente; informe o número, NIF, ID ou nome",
  },
  unknown_customer: {
    en: "is not an existing customer; check it, or create the customer first",
    pt: "não é um cliente existente; confira ou crie o cliente antes",
    "pt-PT": "não é um cliente existente; verifique ou crie o cliente antes",
  },
  ambiguous_customer: {
    en: "could be any of these customers: {choices}; enter the number",
    pt: "pode ser qualquer um destes clientes: {choices}; informe o número",
  },
  two_customers: {
    en: "identifies a different customer than the rest of the row: {choices}; remove the wrong one",
    pt: "identifica um cliente diferente do resto da linha: {choices}; remova o que está errado",
  },
  other_customer: {
    en: "is not the customer this record belongs to, and an import does not move records",
    pt: "não é o cliente a que o registro pertence, e uma importação não move registros",
    "pt-PT": "não é o cliente a que o registo pertence, e uma importação não move registos",
  },
};

/** What people call the statuses of an import. */
export const importStatusNames: Readonly<Record<ImportStatus, Text>> = {
  READING: { en: "Reading", pt: "Lendo", "pt-PT": "A ler" },
  MATCHING: { en: "Needs matching", pt: "A associar" },
  CHECKING: { en: "Checking", pt: "Verificando", "pt-PT": "A verificar" },
  READY: { en: "Ready for review", pt: "Pronta para revisão" },
  RUNNING: { en: "Importing", pt: "Importando", "pt-PT": "A importar" },
  PAUSED: { en: "Paused", pt: "Em pausa" },
  DONE: { en: "Done", pt: "Concluída" },
  CANCELLED: { en: "Stopped", pt: "Interrompida" },
  FAILED: { en: "Failed", pt: "Falhou" },
  UNDOING: { en: "Undoing", pt: "Desfazendo", "pt-PT": "A anular" },
  UNDONE: { en: "Undone", pt: "Desfeita", "pt-PT": "Anulada" },
};
