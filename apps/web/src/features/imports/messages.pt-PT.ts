import type { imports as english } from "./messages.en.js";
import { reviewed } from "./review/messages.pt-PT.js";

/** Where Portugal says it otherwise than Brazil. */
export const imports: Partial<Record<keyof typeof english, string>> = {
  ...reviewed,
  "import.start": "Importar um ficheiro",
  "import.title": "Importar um ficheiro",
  "import.kindAsk": "O que há no ficheiro?",
  "import.kind.ORDER": "Encomendas",
  "import.kindHint":
    "Uma coluna tem de identificar o cliente de cada linha: pelo número, NIF, nome ou ID externo.",
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
    "Excel (.xlsx, .xls), OpenDocument (.ods), .csv, .tsv, vCard (.vcf) e .jsonl; até 1 000 000 de linhas. Nada é gravado antes de rever o que acontecerá a cada linha.",
  "import.templateWhy": "Ainda não tem uma folha de cálculo?",
  "import.template": "Transferir um modelo",
  "import.uploading": "A enviar {name}",
  "import.emptyFile":
    "“{name}” está vazio. Escolha um ficheiro com um cabeçalho e pelo menos uma linha abaixo dele.",
  "import.noAnswer":
    "Não foi possível enviar o ficheiro. Verifique a sua ligação e escolha-o novamente.",
  "import.signedOut": "A sua sessão terminou. Inicie sessão e escolha o ficheiro novamente.",
  "import.uploadFailed": "O ficheiro não foi aceite.",
  "import.file": "Ficheiro",
  "import.reading": "A ler o ficheiro",
  "import.readFailed": "Não foi possível ler o ficheiro.",
  "import.acceptLost": "Ler como está, com os carateres perdidos",
  "import.sheet": "Folha",
  "import.idSource.FILE_NAME": "Conforme o nome do ficheiro",
  "import.idSource.REMEMBERED": "Como no último ficheiro com estes cabeçalhos",
  "import.matchKey.TAX_ID": "NIF",
  "import.matchKey.NAME": "Nome e e-mail, telefone ou morada",
  "import.column.file": "Coluna do ficheiro",
  "import.checking": "A verificar cada linha",
  "import.errorFile": "Transferir as linhas não importadas",
  "import.decision": "Que registo é este?",
  "import.decidedUpdate": "Decidiu atualizar este registo.",
  "import.decidedCreate": "Decidiu criar um registo novo.",
  "import.decisionGone": "Um registo que não pode ver ou que foi eliminado",
  "import.decided":
    "{count, plural, =0 {Nenhuma linha foi decidida: as que podem ser de vários registos decidem-se uma a uma.} one {# linha decidida.} other {# linhas decididas.}}",
  "import.nothingToWrite": "Nada a importar: nenhuma linha é nova nem altera um registo.",
  "import.fixKeys": "Enter guarda · Esc cancela · Tab avança",
  "import.fixKeysAll": "Enter guarda esta · Ctrl/⌘ Enter corrige todas · Esc cancela · Tab avança",
  "import.checkingAnew": "A verificar as linhas corrigidas",
  "import.earlierBy": "Este ficheiro já foi importado por {who}, {when}.",
  "import.earlierAt": "Este ficheiro já foi importado, {when}.",
  "import.running": "A importar",
  "import.mayLeave":
    "Pode sair desta página: a importação continua, e o cabeçalho mostra o andamento.",
  "import.rowsOfFile": "Linhas do ficheiro",
  "import.undoCreated":
    "{count, plural, =0 {Nenhum registo é eliminado.} one {O registo criado é eliminado.} other {Os # registos criados são eliminados.}}",
  "import.undoUpdated":
    "{count, plural, one {O registo alterado volta aos valores anteriores.} other {Os # registos alterados voltam aos valores anteriores.}}",
  "import.undoKeptCount":
    "{count, plural, one {# registo é mantido como está: foi editado depois, ou já tem registos próprios.} other {# registos são mantidos como estão: foram editados depois, ou já têm registos próprios.}}",
  "import.undoGone":
    "{count, plural, one {# registo já foi eliminado.} other {# registos já foram eliminados.}}",
  "import.undoLooking": "A verificar o que pode ser desfeito…",
  "import.undid.deleted": "Eliminados",
  "import.undid.gone": "Já eliminados",
  "import.keptRows": "Linhas cujos registos são mantidos",
  "import.said.undone":
    "A importação foi desfeita: o que criou foi eliminado, e o que alterou voltou aos valores anteriores, exceto nos registos editados depois.",
  "import.status.READING": "A ler",
  "import.status.CHECKING": "A verificar",
  "import.status.RUNNING": "A importar",
  "import.pause": "Pôr em pausa",
  "import.kind.CONTACT": "Contactos",
  "import.steps": "Passos da importação",
  "import.quoting.none": "Carateres comuns",
  "import.cancelWhat": "O que já foi gravado é mantido; pode anular depois.",
  "import.goOn": "Continuar a importar",
  "import.left.moment": "quase concluído",
  "import.undid.restored": "Repostos",
  "import.none": "Ainda não há importações.",
  "import.status": "Estado",
  "import.sure.chosen": "A sua escolha",
  "import.takenIn":
    "{count, plural, =0 {Nenhuma linha foi incluída.} one {# linha foi novamente incluída.} other {# linhas foram novamente incluídas.}}",
  "import.findIn": "Pesquisar em",
};
