import type { peopleSettings as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const peopleSettings: Partial<Record<keyof typeof english, string>> = {
  "settings.youHere": "(eu)",
  "settings.inviteHint":
    "Recebe uma ligação para entregar. Com ela a pessoa escolhe a palavra-passe; funciona uma vez e expira numa semana.",
  "settings.makeLink": "Criar ligação",
  "settings.link": "Ligação",
  "settings.linkText":
    "Envie esta ligação a {name}. Funciona uma vez, expira numa semana e só é mostrada agora.",
  "settings.passwordLinkTitle": "Nova palavra-passe para {name}",
  "settings.follows.revoke":
    "A ligação dada a {name} deixa de funcionar de imediato. Pode enviar o convite novamente mais tarde.",
  "settings.noSessions": "Nenhuma sessão iniciada.",
  "settings.theirSessions": "Sessões iniciadas",
  "settings.endAll": "Terminar todas",
  "settings.endAllTitle": "Terminar todas as sessões de {name}?",
  "settings.endAllText":
    "{name} sai de imediato de todos os navegadores e dispositivos, e pode iniciar sessão de novo.",
  "settings.revokeAllText":
    "Os programas que usam estas chaves são recusados de imediato. Não é possível anular.",
  "settings.newPasswordLink": "Nova ligação para repor a palavra-passe",
  "settings.ownLinkNeeds":
    "Para criar uma ligação para si, indique antes a sua palavra-passe atual.",
  "settings.do.ownRole": "Mudar o meu perfil",
  "settings.follows.disable":
    "{name} sai de imediato e deixa de poder entrar, e as suas chaves de API deixam de funcionar. Tudo o que fez é mantido.",
  "settings.follows.enable":
    "{name} volta a poder entrar com a palavra-passe anterior, e as suas chaves de API voltam a funcionar.",
  "settings.follows.ownRole":
    "Pode perder o acesso a esta página. Outro administrador pode devolvê-lo.",
  "settings.roleHint.sales":
    "Clientes, oportunidades, orçamentos, encomendas, notas, ficheiros e as próprias tarefas; vê o resto.",
  "settings.roleHint.finance":
    "Encomendas, faturas, dados de faturação, notas, ficheiros e as próprias tarefas; vê o resto.",
  "settings.roleHint.projects": "Projetos, tarefas, horas, notas e ficheiros; não vê valores.",
  "settings.matrixHint":
    "O que um perfil não pode ver não aparece na aplicação e é recusado pela API.",
  "settings.yourRole": "o seu perfil",
  "settings.level.billing": "Ver; editar dados de faturação",
  "settings.reset": "Repor autenticação de dois fatores…",
  "settings.ask.reset": "Repor a autenticação de dois fatores de {name}?",
  "settings.do.reset": "Repor",
  "settings.follows.reset":
    "{name} entra só com a palavra-passe até a ativar de novo. Faça isto apenas se tiver a certeza de quem está a pedir.",
  "settings.roleNameMissing": "Indique um nome.",
  "settings.recordAccess.TEAM": "Clientes das suas equipas",
  "settings.teams": "Equipas",
  "settings.teamsHint":
    "Alguns perfis veem só os clientes cujo responsável está numa das suas equipas.",
  "settings.teamsFailed": "Não foi possível carregar as equipas.",
  "settings.newTeam": "Nova equipa",
  "settings.editTeam": "Editar equipa",
  "settings.teamDeleted": "A equipa “{name}” foi eliminada.",
  "settings.roleDeleted": "O perfil “{name}” foi eliminado.",
};
