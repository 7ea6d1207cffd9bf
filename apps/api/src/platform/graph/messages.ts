import type { Locale } from "@clientela/shared/locales";

type Text = { en: string; pt: string };

/** What failures say to people; `{name}` is filled from the failure's parameters. */
const texts: Record<string, Text> = {
  UNAUTHENTICATED: { en: "Sign in first.", pt: "Entre primeiro." },
  FORBIDDEN: { en: "Your role does not allow this.", pt: "Seu perfil não permite isto." },
  only_reading: {
    en: "Viewing as another role, you can only read, by queries.",
    pt: "Ao ver como outro perfil, só é possível ler, por consultas.",
  },
  NOT_FOUND: { en: "{type} {id} does not exist.", pt: "{type} {id} não existe." },
  VALIDATION_FAILED: { en: "Please check the input.", pt: "Verifique os dados informados." },
  DUPLICATE: {
    en: "{legalName} ({number}) already has this tax ID.",
    pt: "{legalName} ({number}) já tem este documento fiscal.",
  },
  CONFLICT: {
    en: "Someone changed this record in the meantime.",
    pt: "Alguém alterou este registro nesse meio-tempo.",
  },
  UNAVAILABLE: {
    en: "The database does not answer. Try again in {retryAfterSeconds} seconds.",
    pt: "O banco de dados não responde. Tente de novo em {retryAfterSeconds} segundos.",
  },
  NOT_EMPTY: {
    en: "There are customers already ({customers}, counting the trash); the demo is for an empty database.",
    pt: "Já existem clientes ({customers}, contando a lixeira); a demonstração é para um banco de dados vazio.",
  },
  FILE_TOO_LARGE: {
    en: "The file is larger than {limitMb} MB.",
    pt: "O arquivo é maior que {limitMb} MB.",
  },
  CUSTOMER_FILES_FULL: {
    en: "The files of this customer, counting the trash, would be larger than {limitMb} MB together.",
    pt: "Os arquivos deste cliente, contando a lixeira, passariam de {limitMb} MB no total.",
  },
  STORAGE_FULL: {
    en: "There is no space left to keep the file. Nothing was saved; tell your administrator.",
    pt: "Não há mais espaço para guardar o arquivo. Nada foi salvo; avise o administrador.",
  },
  RATE_LIMITED: {
    en: "Too many attempts. Try again in {retryAfterSeconds} seconds.",
    pt: "Tentativas demais. Tente de novo em {retryAfterSeconds} segundos.",
  },
  INTERNAL: {
    en: "Something failed on our side. Name request {requestId} when you report it.",
    pt: "Algo falhou do nosso lado. Informe a requisição {requestId} ao relatar.",
  },
  required: { en: "is required", pt: "é obrigatório" },
  too_short: { en: "is too short (at least {min})", pt: "é curto demais (mínimo {min})" },
  too_long: { en: "is too long (at most {max})", pt: "é longo demais (máximo {max})" },
  too_many: {
    en: "has too many entries (at most {max})",
    pt: "tem entradas demais (máximo {max})",
  },
  out_of_range: { en: "must be between {min} and {max}", pt: "deve estar entre {min} e {max}" },
  invalid: { en: "is not valid", pt: "não é válido" },
  invalid_type: { en: "is of the wrong type", pt: "é do tipo errado" },
  invalid_choice: { en: "is not one of the allowed values", pt: "não é um dos valores permitidos" },
  invalid_number: { en: "is not a number", pt: "não é um número" },
  not_an_integer: { en: "is not a whole number", pt: "não é um número inteiro" },
  precision_lost: { en: "lost digits in a spreadsheet", pt: "perdeu dígitos numa planilha" },
  ids_or_filter: {
    en: "are given either as ids or by search and filter",
    pt: "são informados ou por ids, ou por busca e filtro",
  },
  count_changed: {
    en: "was {expected}, but {found} match by now; look at the list again",
    pt: "era {expected}, mas agora são {found}; veja a lista de novo",
  },
  tax_id_taken: {
    en: "is the tax ID of {legalName} ({number})",
    pt: "é o documento fiscal de {legalName} ({number})",
  },
  is_survivor: {
    en: "name the customer that stays",
    pt: "incluem o cliente que permanece",
  },
  not_merged: {
    en: "is not one of the customers that are merged",
    pt: "não é um dos clientes que estão sendo unidos",
  },
  already_undone: { en: "was undone before", pt: "já foi desfeita" },
  merge_expired: {
    en: "can no longer be undone",
    pt: "não pode mais ser desfeita",
  },
  survivor_gone: {
    en: "cannot be undone while its customer is merged into another or in the trash",
    pt: "não pode ser desfeita enquanto seu cliente estiver unido a outro ou na lixeira",
  },
  two_needed: { en: "must be at least two", pt: "devem ser pelo menos dois" },
  repeated: { en: "is given twice", pt: "foi informado duas vezes" },
  archive_instead: {
    en: "is set by archiving; use archiveCustomers",
    pt: "é definido ao arquivar; use archiveCustomers",
  },
  has_invoices: {
    en: "{legalName} ({number}) has invoices and can only be archived",
    pt: "{legalName} ({number}) tem faturas e só pode ser arquivado",
  },
  invalid_id: { en: "is not an id (a UUID)", pt: "não é um id (um UUID)" },
  invalid_characters: {
    en: "contains characters that cannot be stored (control characters)",
    pt: "contém caracteres que não podem ser guardados (caracteres de controle)",
  },
  too_deep: {
    en: "is nested too deep (at most {max} levels)",
    pt: "tem níveis demais (no máximo {max})",
  },
  invalid_email: { en: "is not an e-mail address", pt: "não é um endereço de e-mail" },
  invalid_phone: { en: "is not a phone number", pt: "não é um número de telefone" },
  invalid_url: { en: "is not a web address", pt: "não é um endereço da web" },
  invalid_country: { en: "is not a country code", pt: "não é um código de país" },
  invalid_currency: { en: "is not a currency code", pt: "não é um código de moeda" },
  invalid_date: { en: "is not a calendar date", pt: "não é uma data do calendário" },
  invalid_tax_id: {
    en: "is not a valid {kind} (its check digits do not fit)",
    pt: "não é um {kind} válido (os dígitos verificadores não conferem)",
  },
  multipart_expected: {
    en: 'must be sent as multipart/form-data, with one part named "file"',
    pt: 'deve ser enviado como multipart/form-data, com uma parte chamada "file"',
  },
  one_file: {
    en: 'must be exactly one part named "file"',
    pt: 'deve ser exatamente uma parte chamada "file"',
  },
  before_file: { en: "must come before the file", pt: "deve vir antes do arquivo" },
  upload_broken: { en: "did not arrive whole", pt: "não chegou por inteiro" },
  invalid_cursor: { en: "is not a cursor of this list", pt: "não é um cursor desta lista" },
  cursor_of_another_order: {
    en: "belongs to another sort order",
    pt: "pertence a outra ordenação",
  },
  first_or_last: { en: "cannot go together with first", pt: "não pode ir junto com first" },
  no_key: {
    en: "names its record by none of the keys of the type ({keys})",
    pt: "não indica o registro por nenhuma das chaves do tipo ({keys})",
  },
  unknown_type: {
    en: "is not a type whose records can be found by key",
    pt: "não é um tipo cujos registros se encontram por chave",
  },
  exactly_one: { en: "needs exactly one key", pt: "precisa de exatamente uma chave" },
  unknown_user: { en: "is not a user", pt: "não é um usuário" },
  import_status: {
    en: "is {status}, which does not allow this",
    pt: "está em {status}, o que não permite isto",
  },
  unknown_file: {
    en: "is not a file that was uploaded for an import",
    pt: "não é um arquivo enviado para importação",
  },
  field_twice: { en: "sends two columns to one field", pt: "leva duas colunas ao mesmo campo" },
  undo_expired: {
    en: "ended more than {days} days ago and cannot be undone",
    pt: "terminou há mais de {days} dias e não pode ser desfeita",
  },
  import_gave_up: {
    en: "The import was tried several times and failed each time. What was applied stays; the server's log tells more.",
    pt: "A importação foi tentada várias vezes e sempre falhou. O que foi aplicado fica; o registro do servidor diz mais.",
  },
  matchRequired: {
    en: "No column was found for {fields}. Choose the column that holds it.",
    pt: "Nenhuma coluna foi encontrada para {fields}. Escolha a coluna com esse dado.",
  },
  duplicate_in_file: {
    en: "repeats line {line} of the file; it is left out",
    pt: "repete a linha {line} do arquivo; fica de fora",
  },
  ambiguous: {
    en: "could mean any of {count} records; add what tells them apart, such as a number or tax ID",
    pt: "pode ser qualquer um de {count} registros; acrescente o que os distingue, como um número ou documento",
  },
  taken_since_plan: {
    en: "was not made: its number, tax ID or id was taken, or its customer deleted, since the plan",
    pt: "não foi criado: o número, documento ou id foi tomado, ou o cliente excluído, depois do plano",
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
  taken_by: {
    en: "belongs to {name} already; correct it, or update that one",
    pt: "já pertence a {name}; corrija, ou atualize esse registro",
  },
  taken_in_trash: {
    en: "belongs to {name} in the trash; restore that one, or give another",
    pt: "pertence a {name}, na lixeira; restaure esse registro, ou informe outro",
  },
  other_customer: {
    en: "is not the customer that the record belongs to, and an import does not move records",
    pt: "não é o cliente a que o registro pertence, e uma importação não move registros",
  },
  total_of_lines: {
    en: "is {old}, which comes from the record's lines; change the lines instead",
    pt: "é {old}, que vem dos itens do registro; altere os itens",
  },
  payment_not_imported: {
    en: "is {old}; payments of an invoice that is there already are registered, not imported",
    pt: "é {old}; pagamentos de uma fatura que já existe são registrados, não importados",
  },
  other_primary: {
    en: "is {name} already; say No for {name} in the file, or for this person",
    pt: "já é {name}; diga Não para {name} no arquivo, ou para esta pessoa",
  },
  primary_twice: {
    en: "is the person in line {line} already; a customer has one primary contact",
    pt: "já é a pessoa da linha {line}; um cliente tem um só contato principal",
  },
  paid_in_part: {
    en: "has to be the total where the invoice is paid, and never more",
    pt: "deve ser o total quando a fatura está paga, e nunca mais",
  },
  unknown_owner: {
    en: "is nobody who can sign in; the owner is left as it is",
    pt: "não é ninguém com acesso; o responsável fica como está",
  },
  tax_id_padded: {
    en: "lost leading zeros in the spreadsheet and is read as {padded}",
    pt: "perdeu zeros à esquerda na planilha e é lido como {padded}",
  },
  tax_id_unverified: {
    en: "has no known country and could not be verified",
    pt: "não tem país conhecido e não pôde ser verificado",
  },
  idempotency_key_reused: {
    en: "was used for another request",
    pt: "foi usada para outra requisição",
  },
  last_admin: {
    en: "is the last admin; make someone else an admin first",
    pt: "é o último administrador; torne outra pessoa administradora antes",
  },
  wrong_password: { en: "is not your password", pt: "não é a sua senha" },
  no_password: {
    en: "does not exist: you come by single sign-on, and an administrator can give you a link to choose one",
    pt: "não existe: sua entrada é pelo login único, e um administrador pode lhe dar um link para escolher uma",
  },
  wrong_code: {
    en: "is not right, has expired or was used already",
    pt: "não está certo, expirou ou já foi usado",
  },
  step_expired: {
    en: "has expired; sign in with your password again",
    pt: "expirou; entre com a sua senha de novo",
  },
  two_factor_on: { en: "is asked for a code already", pt: "já pede um código" },
  two_factor_off: { en: "is not asked for a code", pt: "não pede código" },
  own_two_factor: {
    en: "is you; switch it off under your account, with your password",
    pt: "é você; desative em sua conta, com a sua senha",
  },
  common_password: {
    en: "is one of the first passwords that anyone would guess",
    pt: "é uma das primeiras senhas que qualquer um tentaria",
  },
  link_expired: {
    en: "has expired or was used; ask an admin for a new link",
    pt: "expirou ou já foi usado; peça um novo link a um administrador",
  },
  url_with_password: {
    en: "must not hold a user name or password",
    pt: "não pode conter nome de usuário nem senha",
  },
  https_required: { en: "must begin with https://", pt: "deve começar com https://" },
  private_address: {
    en: "leads into a private network, where webhooks are not sent",
    pt: "leva a uma rede privada, para a qual webhooks não são enviados",
  },
  unknown_event: {
    en: "is no event; there are {known}",
    pt: "não é um evento; há {known}",
  },
  webhook_off: {
    en: "is of a webhook that is switched off; switch it on first",
    pt: "é de um webhook desativado; ative-o primeiro",
  },
  beyond_role: {
    en: "is more than your own role allows",
    pt: "é mais do que o seu perfil permite",
  },
  in_the_past: { en: "lies in the past", pt: "está no passado" },
  taken: { en: "is already in use", pt: "já está em uso" },
  not_in_list: { en: "is not one of the allowed values", pt: "não é um dos valores permitidos" },
  unknown_record: { en: "does not exist", pt: "não existe" },
  of_another_customer: { en: "belongs to another customer", pt: "pertence a outro cliente" },
  too_many_decimals: {
    en: "has too many decimals (at most {max})",
    pt: "tem casas decimais demais (máximo {max})",
  },
  not_positive: { en: "must be more than 0", pt: "deve ser maior que 0" },
  negative_total: { en: "come to less than 0", pt: "somam menos que 0" },
  transition_not_allowed: {
    en: "cannot change from {from} to {to}; allowed: {allowed}",
    pt: "não pode passar de {from} para {to}; permitido: {allowed}",
  },
  already_ordered: { en: "already has order {number}", pt: "já tem o pedido {number}" },
  already_invoiced: { en: "already has invoice {number}", pt: "já tem a fatura {number}" },
  given_by_system: { en: "is given by the system", pt: "é dado pelo sistema" },
  exceeds_balance: {
    en: "is more than the open balance of {balance}",
    pt: "é mais que o saldo em aberto de {balance}",
  },
  in_the_future: { en: "lies in the future", pt: "está no futuro" },
  locked_by_status: {
    en: "can no longer change in status {from}, only in {allowed}",
    pt: "não pode mais mudar no status {from}, apenas em {allowed}",
  },
  main_address: {
    en: "is the main address, which is changed with its customer",
    pt: "é o endereço principal, que é alterado com o cliente",
  },
  before_start: { en: "lies before the start", pt: "é anterior ao início" },
};

/** The sentence for a code in the caller's language; the code itself where there is none. */
export function say(
  locale: Locale,
  key: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const text = texts[key];
  if (!text) return key;
  return text[locale === "en" ? "en" : "pt"].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ""),
  );
}
