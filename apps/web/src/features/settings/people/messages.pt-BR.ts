import type { peopleSettings as english } from "./messages.en.js";

/** Settings > People and roles. */
export const peopleSettings: Record<keyof typeof english, string> = {
  "settings.people": "Pessoas",
  "settings.peopleFailed": "Não foi possível carregar as pessoas.",
  "settings.youHere": "(você)",
  "settings.seen": "Visto por último",
  "settings.never": "Nunca",
  "settings.actions": "Ações",
  "settings.state.active": "Ativo",
  "settings.state.invited": "Convidado",
  "settings.state.disabled": "Desativado",
  "settings.changeRole": "Perfil de {name}: {role}. Alterar",
  "settings.invite": "Convidar uma pessoa",
  "settings.inviteHint":
    "Você recebe um link para repassar. Com ele a pessoa escolhe a senha; funciona uma vez, por uma semana.",
  "settings.makeLink": "Criar o link",
  "settings.link": "Link",
  "settings.linkText":
    "Envie este link a {name}. Funciona uma vez, por uma semana, e só é mostrado agora.",
  "settings.inviteLinkTitle": "Convite para {name}",
  "settings.passwordLinkTitle": "Nova senha para {name}",
  "settings.newInviteLink": "Novo link de convite",
  "settings.newPasswordLink": "Novo link de senha",
  "settings.ownLinkNeeds": "Para um link seu, informe antes a sua senha atual.",
  "settings.disable": "Desativar…",
  "settings.enable": "Reativar…",
  "settings.reset": "Redefinir verificação em duas etapas…",
  "settings.ask.disable": "Desativar {name}?",
  "settings.ask.enable": "Reativar {name}?",
  "settings.ask.reset": "Redefinir a verificação em duas etapas de {name}?",
  "settings.ask.ownRole": "Mudar o seu próprio perfil para {role}?",
  "settings.do.disable": "Desativar",
  "settings.do.enable": "Reativar",
  "settings.do.reset": "Redefinir",
  "settings.do.ownRole": "Mudar meu perfil",
  "settings.follows.disable":
    "{name} sai na mesma hora e não pode voltar, e as chaves de API que criou deixam de funcionar. Tudo o que fez permanece.",
  "settings.follows.enable":
    "{name} volta a poder entrar com a senha de antes, e as chaves de API que criou voltam a funcionar.",
  "settings.follows.reset":
    "{name} entra só com a senha até ativá-la de novo. Faça isto apenas quando souber quem está pedindo.",
  "settings.follows.ownRole":
    "Você pode perder o acesso a esta página. Outro administrador pode devolvê-lo.",
  "settings.roleHint.admin": "Tudo, incluindo pessoas e chaves.",
  "settings.roleHint.sales":
    "Clientes, negócios, orçamentos e pedidos, notas, arquivos e as próprias tarefas; lê o resto.",
  "settings.roleHint.finance":
    "Pedidos, faturas e dados de cobrança, notas, arquivos e as próprias tarefas; lê o resto.",
  "settings.roleHint.projects": "Projetos, tarefas, horas, notas e arquivos; não vê valores.",
  "settings.roleHint.viewer": "Lê tudo, não altera nada.",
  "settings.matrix": "O que cada perfil pode fazer",
  "settings.matrixHint":
    "O que um perfil não pode ver não aparece no aplicativo e é recusado pela API.",
  "settings.matrixNoun": "Área",
  "settings.yourRole": "seu perfil",
  "settings.level.write": "Ler e alterar",
  "settings.level.own": "Ler; alterar as próprias",
  "settings.level.billing": "Ler; alterar dados de cobrança",
  "settings.level.read": "Ler",
  "settings.level.none": "Não aparece",
};
