import type { keySettings as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const keySettings: Partial<Record<keyof typeof english, string>> = {
  "settings.keysHint":
    "Os programas chamam a API com uma chave. Uma chave nunca pode fazer mais do que a pessoa que a criou.",
  "settings.keysExamples": "Exemplos para programadores",
  "settings.keysNotForYou": "Só os administradores gerem chaves de API. Peça-lhes uma.",
  "settings.keyNameMissing": "Indique para que serve a chave.",
  "settings.expiresNever": "Funciona até alguém a revogar.",
  "settings.scopesMissing": "Escolha pelo menos uma permissão.",
  "settings.keyOnce":
    "Copie a chave agora: só é mostrada uma vez. Quem a tiver pode fazer o que ela permite.",
  "settings.lastUsed": "Última utilização",
  "settings.revokeText":
    "Os programas que usam esta chave são recusados de imediato. Não é possível anular; crie outra chave.",
  "settings.noKeys": "Ainda não há chaves de API. Um programa precisa de uma para chamar a API.",
  "settings.ownKeys": "As suas chaves de API",
  "settings.ownKeysHint":
    "Com elas, há programas que agem em seu nome. Revogue as que já não são necessárias.",
  "settings.tryKey": "Experimente a chave",
};
