import type { Text } from "../errors.js";

/** Messages that any feature may need; the others are in the features. */
export const platformMessages: Readonly<Record<string, Text>> = {
  UNAUTHENTICATED: {
    en: "Sign in first.",
    pt: "Entre primeiro.",
    "pt-PT": "Inicie sessão primeiro.",
  },
  FORBIDDEN: {
    en: "Your role does not allow this.",
    pt: "Seu perfil não permite isto.",
    "pt-PT": "O seu perfil não permite isto.",
  },
  person_required: {
    en: "Only a signed-in user can do this: API keys can neither grant nor revoke access.",
    pt: "Só um usuário conectado pode fazer isto: chaves de API não concedem nem revogam acesso.",
    "pt-PT":
      "Só um utilizador com sessão iniciada pode fazer isto: chaves de API não concedem nem revogam acesso.",
  },
  only_reading: {
    en: "While viewing as another role, you can only run queries.",
    pt: "Ao ver como outro perfil, só é possível fazer consultas.",
  },
  NOT_FOUND: { en: "{type} {id} does not exist.", pt: "{type} {id} não existe." },
  VALIDATION_FAILED: { en: "Please check the input.", pt: "Verifique os dados informados." },
  DUPLICATE: {
    en: "{legalName} ({number}) already has this tax ID.",
    pt: "{legalName} ({number}) já tem este CNPJ, CPF ou NIF.",
    "pt-PT": "{legalName} ({number}) já tem este NIF.",
  },
  tax_id_in_use: {
    en: "Another customer already has this tax ID.",
    pt: "Outro cliente já tem este CNPJ, CPF ou NIF.",
    "pt-PT": "Outro cliente já tem este NIF.",
  },
  CONFLICT: {
    en: "Someone changed this record in the meantime.",
    pt: "Alguém alterou este registro nesse meio-tempo.",
    "pt-PT": "Alguém alterou este registo entretanto.",
  },
  UNAVAILABLE_AWAY: {
    en: "The database is not responding. Try again in {retryAfterSeconds} seconds.",
    pt: "O banco de dados não está respondendo. Tente de novo em {retryAfterSeconds} segundos.",
    "pt-PT": "A base de dados não está a responder. Tente de novo em {retryAfterSeconds} segundos.",
  },
  UNAVAILABLE_SHUTTING_DOWN: {
    en: "The server is restarting. Try again in {retryAfterSeconds} seconds.",
    pt: "O servidor está reiniciando. Tente de novo em {retryAfterSeconds} segundos.",
    "pt-PT": "O servidor está a reiniciar. Tente de novo em {retryAfterSeconds} segundos.",
  },
  UNAVAILABLE_TOO_MANY_CONNECTIONS: {
    en: "The database accepts no more connections right now. Try again in {retryAfterSeconds} seconds.",
    pt: "O banco de dados não aceita mais conexões no momento. Tente de novo em {retryAfterSeconds} segundos.",
    "pt-PT":
      "A base de dados não aceita mais ligações de momento. Tente de novo em {retryAfterSeconds} segundos.",
  },
  UNAVAILABLE_OVERLOADED: {
    en: "The database is out of resources right now. Try again in {retryAfterSeconds} seconds.",
    pt: "O banco de dados está sem recursos para isto no momento. Tente de novo em {retryAfterSeconds} segundos.",
    "pt-PT":
      "A base de dados está sem recursos para isto de momento. Tente de novo em {retryAfterSeconds} segundos.",
  },
  UNAVAILABLE_BUSY: {
    en: "The server is overloaded. Try again in {retryAfterSeconds} seconds.",
    pt: "O servidor está sobrecarregado. Tente de novo em {retryAfterSeconds} segundos.",
  },
  UNAVAILABLE_READ_ONLY: {
    en: "The database accepts no changes right now, only reads. Nothing was saved; try again in {retryAfterSeconds} seconds.",
    pt: "O banco de dados não aceita alterações no momento, só leituras. Nada foi salvo; tente de novo em {retryAfterSeconds} segundos.",
    "pt-PT":
      "A base de dados não aceita alterações de momento, só leituras. Nada foi guardado; tente de novo em {retryAfterSeconds} segundos.",
  },
  UNAVAILABLE_TIME_LIMIT: {
    en: "This took longer than a request may take. Nothing was saved; try again, or request less at once.",
    pt: "Isto demorou mais do que uma requisição pode demorar. Nada foi salvo; tente de novo ou peça menos de uma vez.",
    "pt-PT":
      "Isto demorou mais do que um pedido pode demorar. Nada foi guardado; tente de novo ou peça menos de uma vez.",
  },
  UNAVAILABLE_LOCKED: {
    en: "Someone else is changing the same records. Nothing was saved; try again in {retryAfterSeconds} seconds.",
    pt: "Outra pessoa está alterando os mesmos registros. Nada foi salvo; tente de novo em {retryAfterSeconds} segundos.",
    "pt-PT":
      "Outra pessoa está a alterar os mesmos registos. Nada foi guardado; tente de novo em {retryAfterSeconds} segundos.",
  },
  UNAVAILABLE_CONTENDED: {
    en: "Others changed the same records at the same moment. Nothing was saved; try again.",
    pt: "Os mesmos registros foram alterados por outros no mesmo momento. Nada foi salvo; tente de novo.",
    "pt-PT":
      "Os mesmos registos foram alterados por outros no mesmo momento. Nada foi guardado; tente de novo.",
  },
  CLIENT_CLOSED_REQUEST: {
    en: "The request was cancelled by whoever sent it.",
    pt: "A requisição foi cancelada por quem a enviou.",
    "pt-PT": "O pedido foi cancelado por quem o enviou.",
  },
  NOT_EMPTY: {
    en: "There are customers already ({customers}, including the trash); demo data can only be loaded into an empty database.",
    pt: "Já existem clientes ({customers}, incluindo a lixeira); os dados de exemplo só podem ser carregados em um banco de dados vazio.",
    "pt-PT":
      "Já existem clientes ({customers}, incluindo o lixo); os dados de exemplo só podem ser carregados numa base de dados vazia.",
  },
  QUERY_TOO_COMPLEX: {
    en: "The query costs {cost}; the limit is {limit}. Request less at once, such as smaller pages.",
    pt: "A consulta custa {cost}; o limite é {limit}. Peça menos de uma vez, como páginas menores.",
  },
  answer_too_long: {
    en: "The response would be larger than {limitMb} MB. Request less at once, such as smaller pages.",
    pt: "A resposta teria mais de {limitMb} MB. Peça menos de uma vez, como páginas menores.",
  },
  FILE_TOO_LARGE: {
    en: "The file is larger than {limitMb} MB.",
    pt: "O arquivo é maior que {limitMb} MB.",
    "pt-PT": "O ficheiro é maior que {limitMb} MB.",
  },
  CUSTOMER_FILES_FULL: {
    en: "The files of this customer, including the trash, would exceed {limitMb} MB in total.",
    pt: "Os arquivos deste cliente, incluindo a lixeira, passariam de {limitMb} MB no total.",
    "pt-PT": "Os ficheiros deste cliente, incluindo o lixo, passariam de {limitMb} MB no total.",
  },
  IMPORT_FILES_FULL_person: {
    en: "Your spreadsheets waiting to be imported ({waitingFiles} files, {waitingMb} MB) leave no room for this one: at most {limitMb} MB may wait. Run or cancel some of your imports first; an upload that no import uses is removed after a day.",
    pt: "Suas planilhas à espera de importação ({waitingFiles} arquivos, {waitingMb} MB) não deixam espaço para esta: no máximo {limitMb} MB podem esperar. Execute ou cancele algumas das suas importações; um envio que nenhuma importação usa é removido depois de um dia.",
    "pt-PT":
      "As suas folhas de cálculo à espera de importação ({waitingFiles} ficheiros, {waitingMb} MB) não deixam espaço para esta: no máximo {limitMb} MB podem esperar. Execute ou cancele algumas das suas importações; um envio que nenhuma importação usa é removido depois de um dia.",
  },
  IMPORT_FILES_FULL_installation: {
    en: "The spreadsheets of everyone waiting to be imported leave no room for this one: at most {limitMb} MB may wait. {waitingFiles} of them are yours ({waitingMb} MB): run or cancel those, or ask the others to.",
    pt: "As planilhas de todos à espera de importação não deixam espaço para esta: no máximo {limitMb} MB podem esperar. {waitingFiles} delas são suas ({waitingMb} MB): execute ou cancele essas importações, ou peça isso aos outros.",
    "pt-PT":
      "As folhas de cálculo de todos à espera de importação não deixam espaço para esta: no máximo {limitMb} MB podem esperar. {waitingFiles} delas são suas ({waitingMb} MB): execute ou cancele essas importações, ou peça isso aos outros.",
  },
  STORAGE_FULL: {
    en: "There is no storage space left for the file. Nothing was saved; tell your administrator.",
    pt: "Não há mais espaço para guardar o arquivo. Nada foi salvo; avise o administrador.",
    "pt-PT":
      "Não há mais espaço para guardar o ficheiro. Nada foi guardado; avise o administrador.",
  },
  STORAGE_FULL_DATABASE: {
    en: "The database has no disk space left. Nothing was saved, reading works; tell your administrator.",
    pt: "O banco de dados está sem espaço em disco. Nada foi salvo, a leitura funciona; avise o administrador.",
    "pt-PT":
      "A base de dados está sem espaço em disco. Nada foi guardado, a leitura funciona; avise o administrador.",
  },
  RATE_LIMITED: {
    en: "Too many attempts. Try again in {retryAfterSeconds} seconds.",
    pt: "Tentativas demais. Tente de novo em {retryAfterSeconds} segundos.",
    "pt-PT": "Demasiadas tentativas. Tente de novo em {retryAfterSeconds} segundos.",
  },
  INTERNAL: {
    en: "Something went wrong on our side. Quote request {requestId} when you report it.",
    pt: "Algo deu errado do nosso lado. Informe a requisição {requestId} ao relatar o problema.",
    "pt-PT": "Ocorreu um erro do nosso lado. Indique o pedido {requestId} ao comunicar o problema.",
  },
  required: { en: "is required", pt: "é obrigatório" },
  too_short: {
    en: "is too short (at least {min})",
    pt: "é curto demais (mínimo {min})",
    "pt-PT": "é demasiado curto (mínimo {min})",
  },
  too_long: {
    en: "is too long (at most {max})",
    pt: "é longo demais (máximo {max})",
    "pt-PT": "é demasiado longo (máximo {max})",
  },
  too_many: {
    en: "has too many entries (at most {max})",
    pt: "tem entradas demais (máximo {max})",
    "pt-PT": "tem demasiadas entradas (máximo {max})",
  },
  out_of_range: { en: "must be between {min} and {max}", pt: "deve estar entre {min} e {max}" },
  invalid: { en: "is not valid", pt: "não é válido" },
  invalid_type: { en: "is of the wrong type", pt: "é do tipo errado" },
  invalid_choice: { en: "is not one of the allowed values", pt: "não é um dos valores permitidos" },
  invalid_number: { en: "is not a number", pt: "não é um número" },
  not_an_integer: { en: "is not a whole number", pt: "não é um número inteiro" },
  precision_lost: {
    en: "lost digits in a spreadsheet",
    pt: "perdeu dígitos numa planilha",
    "pt-PT": "perdeu dígitos numa folha de cálculo",
  },
  in_the_future: { en: "is in the future", pt: "está no futuro" },
  repeated: { en: "appears more than once", pt: "aparece mais de uma vez" },
  invalid_id: { en: "is not an id (a UUID)", pt: "não é um id (um UUID)" },
  invalid_characters: {
    en: "contains characters that cannot be stored (control characters)",
    pt: "contém caracteres que não podem ser guardados (caracteres de controle)",
    "pt-PT": "contém carateres que não podem ser guardados (carateres de controlo)",
  },
  too_deep: {
    en: "is nested too deeply (at most {max} levels)",
    pt: "tem níveis demais (no máximo {max})",
    "pt-PT": "tem demasiados níveis (no máximo {max})",
  },
  invalid_email: { en: "is not an e-mail address", pt: "não é um endereço de e-mail" },
  invalid_phone: { en: "is not a phone number", pt: "não é um número de telefone" },
  invalid_url: {
    en: "is not a web address",
    pt: "não é um endereço da web",
    "pt-PT": "não é um endereço Web",
  },
  invalid_country: { en: "is not a country code", pt: "não é um código de país" },
  invalid_currency: { en: "is not a currency code", pt: "não é um código de moeda" },
  invalid_date: { en: "is not a calendar date", pt: "não é uma data do calendário" },
  invalid_time: { en: "is not a time of day", pt: "não é uma hora do dia" },
  invalid_tax_id: {
    en: "is not a valid {kind} (its check digits do not fit)",
    pt: "não é um {kind} válido (os dígitos verificadores não conferem)",
  },
  invalid_cursor: { en: "is not a cursor of this list", pt: "não é um cursor desta lista" },
  cursor_of_another_order: {
    en: "belongs to another sort order",
    pt: "pertence a outra ordenação",
  },
  first_or_last: { en: "cannot be combined with first", pt: "não pode ser combinado com first" },
  no_key: {
    en: "has none of the keys that identify a record of this type ({keys})",
    pt: "não indica o registro por nenhuma das chaves do tipo ({keys})",
    "pt-PT": "não indica o registo por nenhuma das chaves do tipo ({keys})",
  },
  unknown_type: {
    en: "is not a type that can be looked up by key",
    pt: "não é um tipo que possa ser consultado por chave",
  },
  idempotency_key_reused: {
    en: "was used for another request",
    pt: "foi usada para outra requisição",
    "pt-PT": "foi usada para outro pedido",
  },
  beyond_role: {
    en: "is more than your own role allows",
    pt: "é mais do que o seu perfil permite",
  },
  taken: { en: "is already in use", pt: "já está em uso", "pt-PT": "já está a ser usado" },
  not_in_list: { en: "is not one of the allowed values", pt: "não é um dos valores permitidos" },
  unknown_record: { en: "does not exist", pt: "não existe" },
  of_another_customer: { en: "belongs to another customer", pt: "pertence a outro cliente" },
  too_many_decimals: {
    en: "has too many decimals (at most {max})",
    pt: "tem casas decimais demais (máximo {max})",
    "pt-PT": "tem demasiadas casas decimais (máximo {max})",
  },
  not_positive: { en: "must be more than 0", pt: "deve ser maior que 0" },
  ends_before_start: { en: "ends before it starts", pt: "termina antes de começar" },
  before_start: { en: "is before the start date", pt: "é anterior à data de início" },
};
