import type { Messages } from "../../platform/graph/messages.js";

/** What is said of accounts and ways in where something is wrong. */
export const accountMessages: Messages = {
  unknown_user: { en: "is not a user", pt: "não é um usuário", "pt-PT": "não é um utilizador" },
  last_admin: {
    en: "is the last administrator; make someone else an administrator first",
    pt: "é o último administrador; torne outra pessoa administradora antes",
  },
  already_joined: {
    en: "has joined already; the invitation is no longer needed",
    pt: "já entrou; o convite não é mais necessário",
    "pt-PT": "já entrou; o convite já não é necessário",
  },
  unknown_role: {
    en: "is neither a preset nor the id of an access role",
    pt: "não é um perfil predefinido nem o id de um perfil",
  },
  may_do_more: {
    en: "may do more than you; someone with at least the same permissions has to do this",
    pt: "pode fazer mais do que você; alguém com pelo menos as mesmas permissões precisa fazer isto",
    "pt-PT":
      "pode fazer mais do que o seu perfil permite; tem de ser alguém com pelo menos as mesmas permissões a fazê-lo",
  },
  preset_role: {
    en: "is one of the presets, which stay as they are; copy it instead",
    pt: "é um dos perfis predefinidos, que não mudam; faça uma cópia",
  },
  role_in_use: {
    en: "is the role of {count} people; give them another one first",
    pt: "é o perfil de {count} pessoas; dê outro a elas antes",
  },
  needs_all_customers: {
    en: "is only for people who see all customers",
    pt: "é só para quem vê todos os clientes",
  },
  needs_read: {
    en: "needs {permission} as well",
    pt: "requer também {permission}",
  },
  role_twice: {
    en: "and role were both given; give one of them",
    pt: "e role foram informados juntos; informe só um deles",
  },
  wrong_password: {
    en: "is not your password",
    pt: "não é a sua senha",
    "pt-PT": "não é a sua palavra-passe",
  },
  own_password_link: {
    en: "is required to create a link for yourself: enter your current password",
    pt: "é necessária para criar um link para si: informe a sua senha atual",
    "pt-PT": "é necessária para criar um link para si: informe a sua palavra-passe atual",
  },
  no_password: {
    en: "does not exist: you sign in through single sign-on, and an administrator can give you a link to set one",
    pt: "não existe: você entra pelo login único, e um administrador pode lhe dar um link para definir uma",
    "pt-PT":
      "não existe: entra pelo início de sessão único, e um administrador pode dar-lhe um link para definir uma",
  },
  wrong_code: {
    en: "is incorrect, has expired or has already been used",
    pt: "está incorreto, expirou ou já foi usado",
  },
  step_expired: {
    en: "has expired; sign in with your password again",
    pt: "expirou; entre com a sua senha de novo",
    "pt-PT": "expirou; inicie sessão com a sua palavra-passe de novo",
  },
  two_factor_on: {
    en: "already has two-factor authentication turned on",
    pt: "já tem a autenticação de dois fatores ativada",
  },
  two_factor_off: {
    en: "does not have two-factor authentication turned on",
    pt: "não tem a autenticação de dois fatores ativada",
  },
  own_two_factor: {
    en: "is you; turn it off in your account settings, with your password",
    pt: "é você; desative em sua conta, com a sua senha",
    "pt-PT": "é o seu próprio utilizador; desative-a na sua conta, com a sua palavra-passe",
  },
  common_password: {
    en: "is too easy to guess: use several words, or no words at all",
    pt: "é fácil demais de adivinhar: use várias palavras, ou nenhuma",
    "pt-PT": "é demasiado fácil de adivinhar: use várias palavras, ou nenhuma",
  },
  link_expired: {
    en: "has expired or has already been used; ask an administrator for a new link",
    pt: "expirou ou já foi usado; peça um novo link a um administrador",
  },
};
