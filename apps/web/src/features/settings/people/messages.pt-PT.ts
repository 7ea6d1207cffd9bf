import type { peopleSettings as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const peopleSettings: Partial<Record<keyof typeof english, string>> = {
  "settings.youHere": "(próprio)",
  "settings.seen": "Visto pela última vez",
  "settings.inviteHint":
    "Recebe uma ligação para entregar. Com ela a pessoa escolhe a palavra-passe; funciona uma vez, durante uma semana.",
  "settings.makeLink": "Criar a ligação",
  "settings.link": "Ligação",
  "settings.linkText":
    "Entregue esta ligação a {name}. Funciona uma vez, durante uma semana, e só é mostrada agora.",
  "settings.passwordLinkTitle": "Nova palavra-passe para {name}",
  "settings.newInviteLink": "Nova ligação de convite",
  "settings.newPasswordLink": "Nova ligação de palavra-passe",
  "settings.ownLinkNeeds": "Para uma ligação sua, indique antes a sua palavra-passe atual.",
  "settings.do.ownRole": "Mudar o meu perfil",
  "settings.follows.disable":
    "{name} sai de imediato e não pode voltar, e as chaves de API que criou deixam de funcionar. Tudo o que fez mantém-se.",
  "settings.follows.enable":
    "{name} volta a poder entrar com a palavra-passe de antes, e as chaves de API que criou voltam a funcionar.",
  "settings.follows.ownRole":
    "Pode perder o acesso a esta página. Outro administrador pode devolvê-lo.",
  "settings.roleHint.sales":
    "Clientes, oportunidades, orçamentos e encomendas, notas, ficheiros e as próprias tarefas; lê o resto.",
  "settings.roleHint.finance":
    "Encomendas, faturas e dados de faturação, notas, ficheiros e as próprias tarefas; lê o resto.",
  "settings.roleHint.projects": "Projetos, tarefas, horas, notas e ficheiros; não vê valores.",
  "settings.matrixHint":
    "O que um perfil não pode ver não aparece na aplicação e é recusado pela API.",
  "settings.yourRole": "o seu perfil",
  "settings.level.billing": "Ler; alterar dados de faturação",
  "settings.reset": "Repor autenticação de dois fatores…",
  "settings.ask.reset": "Repor a autenticação de dois fatores de {name}?",
  "settings.do.reset": "Repor",
  "settings.follows.reset":
    "{name} entra só com a palavra-passe até a ativar de novo. Faça isto apenas quando souber quem está a pedir.",
};
