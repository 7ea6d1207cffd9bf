import type { reviewed as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const reviewed: Partial<Record<keyof typeof english, string>> = {
  "import.will.new": "{count, plural, one {registo será criado} other {registos serão criados}}",
  "import.will.update":
    "{count, plural, one {registo será atualizado} other {registos serão atualizados}}",
  "import.will.undecided":
    "{count, plural, one {linha pode ser de um registo existente: decida se é} other {linhas podem ser de registos existentes: decida se são}}",
  "import.problem.becomesFirst": "tomado como primeiro número",
  "import.problem.keyInUse": "pertence a outro registo",
  "import.problem.keyOfAnother": "ID ou NIF de outro cliente",
  "import.problem.keysDisagree": "chaves de registos diferentes",
  "import.problem.idOfAnother": "ID de um cliente com outro nome ou NIF",
  "import.problem.mergedCell": "unida a uma célula acima",
  "import.problem.namesake": "cliente com o mesmo nome e outros contactos",
  "import.problem.addressMissing": "sem morada",
  "import.problem.ambiguous": "vários registos possíveis",
  "import.problem.phoneNotFull": "falta o indicativo",
  "import.reason.remembered": "Como no seu último ficheiro com este cabeçalho",
  "import.reason.notAKey": "O valor é igual na maioria das linhas e não identifica registos",
  "import.reason.other": "Refere-se a outra coisa, como uma morada de entrega ou um contacto",
  "import.problem.tooLong": "demasiado longo",
  "import.verdict.DELETE": "Eliminado",
  "import.verdict.GONE": "Já estava eliminado",
  "import.verdict.HAS_RECORDS": "Mantido: já tem registos próprios",
  "import.verdict.CONFLICT": "Mantido: os seus valores anteriores já são de outro registo",
  "import.problem.lineMistake": "erro num item",
  "import.problem.padded": "zeros à esquerda repostos",
  "import.problem.addressSplit": "morada separada",
  "import.problem.addressNotSplit": "morada não separada",
  "import.verdict.RESTORE": "Valores anteriores repostos",
  "import.problem.lostCharacter": "carateres perdidos",
  "import.problem.precisionLost": "algarismos perdidos",
  "import.problem.taken": "pertence a outro registo",
  "import.class.UNDECIDED": "Por decidir",
};
