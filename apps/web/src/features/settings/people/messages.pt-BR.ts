import type { peopleSettings as english } from "./messages.en.js";

/** Settings > People and roles. */
export const peopleSettings: Record<keyof typeof english, string> = {
  "settings.people": "Pessoas",
  "settings.peopleFailed": "Não foi possível carregar as pessoas.",
  "settings.youHere": "(você)",
  "settings.seen": "Visto por último",
  "settings.actions": "Ações",
  "settings.state.active": "Ativo",
  "settings.state.invited": "Convidado",
  "settings.state.disabled": "Desativado",
  "settings.changeRole": "Perfil de {name}: {role}. Alterar",
  "settings.invite": "Convidar alguém",
  "settings.inviteHint":
    "Você recebe um link para repassar. Com ele a pessoa escolhe a senha; funciona uma vez e expira em uma semana.",
  "settings.makeLink": "Criar link",
  "settings.link": "Link",
  "settings.linkText":
    "Envie este link a {name}. Funciona uma vez, expira em uma semana e só é mostrado agora.",
  "settings.inviteLinkTitle": "Convite para {name}",
  "settings.passwordLinkTitle": "Nova senha para {name}",
  "settings.newInviteLink": "Novo link de convite",
  "settings.newPasswordLink": "Novo link de redefinição de senha",
  "settings.ownLinkNeeds": "Para criar um link para si, informe antes a sua senha atual.",
  "settings.disable": "Desativar…",
  "settings.enable": "Reativar…",
  "settings.reset": "Redefinir autenticação de dois fatores…",
  "settings.ask.disable": "Desativar {name}?",
  "settings.ask.enable": "Reativar {name}?",
  "settings.ask.reset": "Redefinir a autenticação de dois fatores de {name}?",
  "settings.ask.ownRole": "Mudar o seu próprio perfil para {role}?",
  "settings.do.disable": "Desativar",
  "settings.do.enable": "Reativar",
  "settings.do.reset": "Redefinir",
  "settings.do.ownRole": "Mudar meu perfil",
  "settings.follows.disable":
    "{name} sai imediatamente e não pode mais entrar, e suas chaves de API deixam de funcionar. Tudo o que fez é mantido.",
  "settings.follows.enable":
    "{name} volta a poder entrar com a senha anterior, e suas chaves de API voltam a funcionar.",
  "settings.follows.reset":
    "{name} entra só com a senha até ativá-la de novo. Faça isto somente se tiver certeza de quem está pedindo.",
  "settings.follows.ownRole":
    "Você pode perder o acesso a esta página. Outro administrador pode devolvê-lo.",
  "settings.roleHint.admin": "Tudo, incluindo pessoas e chaves de API.",
  "settings.roleHint.sales":
    "Clientes, negócios, orçamentos, pedidos, notas, arquivos e as próprias tarefas; vê o resto.",
  "settings.roleHint.finance":
    "Pedidos, faturas, dados de cobrança, notas, arquivos e as próprias tarefas; vê o resto.",
  "settings.roleHint.projects": "Projetos, tarefas, horas, notas e arquivos; não vê valores.",
  "settings.roleHint.viewer": "Vê tudo, não altera nada.",
  "settings.matrix": "O que cada perfil pode fazer",
  "settings.matrixHint":
    "O que um perfil não pode ver não aparece no aplicativo e é recusado pela API.",
  "settings.matrixNoun": "Área",
  "settings.yourRole": "seu perfil",
  "settings.level.write": "Ver e editar",
  "settings.level.own": "Ver; editar as próprias",
  "settings.level.billing": "Ver; editar dados de cobrança",
  "settings.level.read": "Ver",
  "settings.level.none": "Sem acesso",
  "settings.newRole": "Novo perfil",
  "settings.editRole": "Editar perfil",
  "settings.copyOf": "Cópia de",
  "settings.copyOfHint": "Começa com o que esse perfil pode fazer.",
  "settings.roleNameMissing": "Informe um nome.",
  "settings.roleDeleted": "O perfil “{name}” foi excluído.",
  "settings.rolesFailed": "Não foi possível carregar os perfis.",
};
