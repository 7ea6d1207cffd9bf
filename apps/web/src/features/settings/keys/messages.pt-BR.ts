import type { keySettings as english } from "./messages.en.js";

/** Settings > API keys. */
export const keySettings: Record<keyof typeof english, string> = {
  "settings.keysHint":
    "Programas chamam a API com uma chave. Uma chave nunca pode fazer mais do que a pessoa que a criou.",
  "settings.keysExamples": "Exemplos para desenvolvedores",
  "settings.keysFailed": "Não foi possível carregar as chaves.",
  "settings.keysNotForYou": "Só administradores gerenciam chaves de API. Peça uma a eles.",
  "settings.noKeys": "Nenhuma chave de API ainda. Um programa precisa de uma para chamar a API.",
  "settings.newKey": "Nova chave de API",
  "settings.keyName": "Para que serve?",
  "settings.keyNameHint": "Por exemplo, o nome do programa que a usa.",
  "settings.keyNameMissing": "Informe para que serve a chave.",
  "settings.expiry": "Validade",
  "settings.expiry.30": "30 dias",
  "settings.expiry.90": "90 dias",
  "settings.expiry.365": "1 ano",
  "settings.expiry.never": "Não expira",
  "settings.expiresOn": "Expira em {date}.",
  "settings.expiresNever": "Funciona até alguém revogá-la.",
  "settings.scopesMissing": "Escolha ao menos uma permissão.",
  "settings.scopesOfMaker": "Limitadas ao que o criador pode fazer no momento da chamada.",
  "settings.keyCreated": "A chave “{name}” está pronta",
  "settings.keyOnce":
    "Copie a chave agora: ela só é mostrada uma vez. Quem a tiver pode fazer o que ela permite.",
  "settings.key": "Chave",
  "settings.tryKey": "Teste a chave",
  "settings.prefix": "Prefixo",
  "settings.maker": "Criada por",
  "settings.expires": "Expira em",
  "settings.lastUsed": "Último uso",
  "settings.neverUsed": "Nunca usada",
  "settings.revoked": "Revogada",
  "settings.keyState.active": "Ativa",
  "settings.keyState.expired": "Expirada",
  "settings.keyState.revoked": "Revogada",
  "settings.keyUsed": "usada {when}",
  "settings.keyExpires": "expira em {date}",
  "settings.ownKeys": "Suas chaves de API",
  "settings.ownKeysHint":
    "Com elas, programas agem em seu nome. Revogue as que não são mais necessárias.",
  "settings.revokeKey": "Revogar {name}",
  "settings.revoke": "Revogar",
  "settings.revokeTitle": "Revogar “{name}”?",
  "settings.revokeText":
    "Os programas que usam esta chave são recusados imediatamente. Não é possível desfazer; crie outra chave.",
};
