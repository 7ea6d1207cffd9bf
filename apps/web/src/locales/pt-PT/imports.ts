import type { imports as english } from "../en/imports.js";

/** Where Portugal says it otherwise than Brazil. */
export const imports: Partial<Record<keyof typeof english, string>> = {
  "import.start": "Importar um ficheiro",
  "import.title": "Importar um ficheiro",
  "import.kindAsk": "O que há no ficheiro?",
  "import.kind.ORDERS": "Encomendas",
  "import.kindHint":
    "Uma coluna deve dizer o cliente de cada linha: pelo número, NIF, nome ou ID externo.",
  "import.heading.upload": "Enviar um ficheiro",
  "import.heading.match": "Associar as colunas do ficheiro",
  "import.heading.review": "Rever cada linha",
  "import.step.review": "Rever",
  "import.status.UNDOING": "A desfazer",
  "import.said.undoing": "A importação está a ser desfeita.",
  "import.loading": "A carregar a importação…",
  "import.another": "Importar outro ficheiro",
  "import.drop": "Largue aqui uma folha de cálculo",
  "import.choose": "Escolher um ficheiro",
  "import.orPaste": "ou cole células copiadas de uma folha de cálculo com Ctrl V ou ⌘ V",
  "import.formats":
    "Excel (.xlsx, .xls), OpenDocument (.ods), .csv e .tsv; até 1 000 000 de linhas. Nada é gravado antes de ver o que acontecerá a cada linha.",
  "import.templateWhy": "Ainda não tem uma folha de cálculo?",
  "import.template": "Transferir um modelo",
  "import.uploading": "A enviar {name}",
  "import.emptyFile":
    "“{name}” está vazio. Escolha um ficheiro com um cabeçalho e pelo menos uma linha abaixo dele.",
  "import.noAnswer": "O ficheiro não chegou. Verifique a ligação e escolha-o de novo.",
  "import.signedOut": "A sua sessão terminou. Entre e escolha o ficheiro de novo.",
  "import.uploadFailed": "O ficheiro não foi aceite.",
  "import.file": "Ficheiro",
  "import.reading": "A ler o ficheiro",
  "import.readFailed": "Não foi possível ler o ficheiro.",
  "import.acceptLost": "Ler como está, com os carateres perdidos",
  "import.sheet": "Folha",
  "import.matchKey.TAX_ID": "NIF",
  "import.matchKey.NAME": "Nome e código postal",
  "import.column.file": "Coluna do ficheiro",
  "import.checking": "A verificar cada linha",
  "import.errorFile": "Transferir as linhas que ficam de fora",
  "import.will.new": "{count, plural, one {registo é criado} other {registos são criados}}",
  "import.will.update":
    "{count, plural, one {registo é atualizado} other {registos são atualizados}}",
  "import.will.duplicate":
    "{count, plural, one {linha repete outra ou pode ser de vários registos, e fica de fora} other {linhas repetem outras ou podem ser de vários registos, e ficam de fora}}",
  "import.nothingToWrite": "Não há nada a gravar: nenhuma linha é nova nem altera um registo.",
  "import.fixKeys": "Enter guarda · Esc desiste · Tab avança",
  "import.fixKeysAll": "Enter guarda esta · Ctrl/⌘ Enter corrige todas · Esc desiste · Tab avança",
  "import.checkingAnew": "A verificar as linhas corrigidas",
  "import.problem.addressMissing": "sem morada",
  "import.problem.ambiguous": "pode ser de vários registos",
  "import.problem.tooLong": "demasiado longo",
  "import.earlierBy": "Este ficheiro já foi importado por {who}, {when}.",
  "import.earlierAt": "Este ficheiro já foi importado, {when}.",
  "import.running": "A importar",
  "import.mayLeave":
    "Pode sair desta página: a importação continua, e o cabeçalho mostra o andamento.",
  "import.rowsOfFile": "As linhas do ficheiro",
  "import.undoCreated":
    "{count, plural, =0 {Nenhum registo é eliminado.} one {O único registo criado é eliminado.} other {Os # registos criados são eliminados.}}",
  "import.undoUpdated":
    "{count, plural, one {O único registo alterado recebe de volta os valores anteriores.} other {Os # registos alterados recebem de volta os valores anteriores.}}",
  "import.undoKeptCount":
    "{count, plural, one {# registo fica como está: foi editado depois, ou já tem registos próprios.} other {# registos ficam como estão: foram editados depois, ou já têm registos próprios.}}",
  "import.undoGone":
    "{count, plural, one {# registo já está eliminado.} other {# registos já estão eliminados.}}",
  "import.undoLooking": "A ver o que gravou…",
  "import.undid.deleted": "Eliminados de novo",
  "import.undid.gone": "Já eliminados",
  "import.verdict.DELETE": "Eliminado de novo",
  "import.verdict.GONE": "Já estava eliminado",
  "import.verdict.HAS_RECORDS": "Mantido: já tem registos próprios",
  "import.verdict.CONFLICT": "Mantido: os seus valores anteriores já são de outro registo",
  "import.keptRows": "Linhas cujos registos ficam como estão",
  "import.said.undone":
    "A importação foi desfeita: o que criou saiu e o que alterou voltou a ser como antes, exceto nos registos editados depois dela.",
  "import.status.READING": "A ler",
  "import.status.CHECKING": "A verificar",
  "import.status.READY": "A rever",
  "import.status.RUNNING": "A importar",
  "import.outcome.SKIPPED": "Ignoradas",
  "import.became.SKIPPED": "Ignorada",
  "import.count.skipped": "{count, plural, one {# ignorada} other {# ignoradas}}",
  "import.pausedHint":
    "O que foi gravado mantém-se. A importação continua de onde parou quando for retomada.",
  "import.pause": "Pôr em pausa",
};
