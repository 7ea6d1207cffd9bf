import type { Messages } from "../../platform/graph/messages.js";

/** What is said of imports where something is wrong. */
export const importMessages: Messages = {
  import_status: {
    en: "is {status}, which does not allow this",
    pt: "está em {status}, o que não permite isto",
  },
  unknown_file: {
    en: "is not a file that was uploaded for an import",
    pt: "não é um arquivo enviado para importação",
  },
  field_twice: { en: "sends two columns to one field", pt: "leva duas colunas ao mesmo campo" },
  one_column_only: {
    en: "takes one column only",
    pt: "aceita só uma coluna",
  },
  value_not_kept: {
    en: "is not kept: there is one place for it, which another value of the row takes",
    pt: "não é guardado: só há um lugar, que outro valor da linha ocupa",
  },
  unknown_value: {
    en: "is not known here and is left blank; say what it means in the step before, or change the cell",
    pt: "não é conhecido aqui e fica em branco; diga o que significa no passo anterior ou mude a célula",
  },
  undo_expired: {
    en: "ended more than {days} days ago and cannot be undone",
    pt: "terminou há mais de {days} dias e não pode ser desfeita",
  },
  import_gave_up: {
    en: "The import was tried several times and failed each time. What was applied stays; the server's log tells more.",
    pt: "A importação foi tentada várias vezes e sempre falhou. O que foi aplicado fica; o registro do servidor diz mais.",
  },
  undo_gave_up: {
    en: "Taking back was tried several times and failed each time. What was taken back stays so, and you can ask for the rest again; the server's log tells more.",
    pt: "Desfazer foi tentado várias vezes e sempre falhou. O que foi desfeito fica assim, e o resto pode ser pedido de novo; o registro do servidor diz mais.",
  },
  matchRequired: {
    en: "No column was found for {fields}. Choose the column that holds it.",
    pt: "Nenhuma coluna foi encontrada para {fields}. Escolha a coluna com esse dado.",
  },
  duplicate_in_file: {
    en: "repeats line {line} of the file; it is left out",
    pt: "repete a linha {line} do arquivo; fica de fora",
  },
  record_with_mistake: {
    en: "belongs to line {line} of the file, which stays out; correct that one",
    pt: "pertence à linha {line} do arquivo, que fica de fora; corrija essa linha",
  },
  ambiguous: {
    en: "could mean any of {count} records; add what tells them apart, such as a number or tax ID",
    pt: "pode ser qualquer um de {count} registros; acrescente o que os distingue, como um número ou documento",
  },
  taken_since_plan: {
    en: "was not made: its number, tax ID or id was taken, or its customer deleted, since the plan",
    pt: "não foi criado: o número, documento ou id foi tomado, ou o cliente excluído, depois do plano",
  },
  too_many_parts: {
    en: "was not written: the customer has {max} of them already, and no customer can have more",
    pt: "não foi gravado: o cliente já tem {max} deles, e nenhum cliente pode ter mais",
  },
  changed_since_plan: {
    en: "was left as it is: someone changed the record since the plan; import the row again to compare it anew",
    pt: "ficou como está: alguém alterou o registro depois do plano; importe a linha de novo para compará-la",
  },
  could_not_be_written: {
    en: "could not be written: it would clash with another record; correct the row and import it again",
    pt: "não pôde ser gravado: entraria em conflito com outro registro; corrija a linha e importe-a de novo",
  },
  chooseDateOrder: {
    en: "The dates of {fields} can be read both ways, as 3 April or March 4. Say which comes first, day or month.",
    pt: "As datas de {fields} podem ser lidas de dois modos, como 3 de abril ou 4 de março. Diga o que vem antes, dia ou mês.",
  },
  chooseDecimalMark: {
    en: "The numbers of {fields} can be read both ways: 1.234 may be a thousand or little more than one. Say which mark parts the decimals.",
    pt: "Os números de {fields} podem ser lidos de dois modos: 1.234 pode ser mil ou pouco mais de um. Diga qual sinal separa os decimais.",
  },
  matchOneOf: {
    en: "No column names the customer. Choose one of: {fields}.",
    pt: "Nenhuma coluna indica o cliente. Escolha uma destas: {fields}.",
  },
  customer_required: {
    en: "names no customer; give a number, tax ID, id or name",
    pt: "não indica cliente; informe número, documento, id ou nome",
  },
  unknown_customer: {
    en: "is no customer that is known; check it, or make the customer first",
    pt: "não é um cliente conhecido; confira, ou crie o cliente antes",
  },
  ambiguous_customer: {
    en: "could mean any of these customers: {choices}; give the number",
    pt: "pode ser qualquer um destes clientes: {choices}; informe o número",
  },
  two_customers: {
    en: "names another customer than the row does elsewhere: {choices}; take out what is wrong",
    pt: "indica outro cliente que o resto da linha: {choices}; retire o que está errado",
  },
  other_customer: {
    en: "is not the customer that the record belongs to, and an import does not move records",
    pt: "não é o cliente a que o registro pertence, e uma importação não move registros",
  },
};
