import type { imports as english } from "../en/imports.js";

/** Where Portugal says it otherwise than Brazil. */
export const imports: Partial<Record<keyof typeof english, string>> = {
  "import.start": "Importar um ficheiro",
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
  "import.sheet": "Folha",
  "import.matchKey.TAX_ID": "NIF",
  "import.matchKey.NAME": "Nome e código postal",
  "import.column.file": "Coluna do ficheiro",
  "import.checking": "A verificar cada linha",
  "import.errorFile": "Transferir as linhas que ficam de fora",
  "import.running": "A importar",
  "import.mayLeave":
    "Pode sair desta página: a importação continua, e o cabeçalho mostra o andamento.",
  "import.rowsOfFile": "As linhas do ficheiro",
  "import.undoCreated":
    "{count, plural, =0 {Nenhum cliente foi criado.} one {O único cliente criado é eliminado.} other {Os # clientes criados são eliminados.}}",
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
