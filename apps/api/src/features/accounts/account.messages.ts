import type { Messages } from "../../platform/graph/messages.js";

/** What is said of accounts and ways in where something is wrong. */
export const accountMessages: Messages = {
  unknown_user: { en: "is not a user", pt: "não é um usuário" },
  last_admin: {
    en: "is the last admin; make someone else an admin first",
    pt: "é o último administrador; torne outra pessoa administradora antes",
  },
  wrong_password: { en: "is not your password", pt: "não é a sua senha" },
  own_password_link: {
    en: "is needed for a link of your own: give your present one",
    pt: "é necessária para um link seu: informe a sua senha atual",
  },
  no_password: {
    en: "does not exist: you come by single sign-on, and an administrator can give you a link to choose one",
    pt: "não existe: sua entrada é pelo login único, e um administrador pode lhe dar um link para escolher uma",
  },
  wrong_code: {
    en: "is not right, has expired or was used already",
    pt: "não está certo, expirou ou já foi usado",
  },
  step_expired: {
    en: "has expired; sign in with your password again",
    pt: "expirou; entre com a sua senha de novo",
  },
  two_factor_on: { en: "is asked for a code already", pt: "já pede um código" },
  two_factor_off: { en: "is not asked for a code", pt: "não pede código" },
  own_two_factor: {
    en: "is you; switch it off under your account, with your password",
    pt: "é você; desative em sua conta, com a sua senha",
  },
  common_password: {
    en: "is too easy to guess: choose one with several words, or with no word at all",
    pt: "é fácil demais de adivinhar: escolha uma com várias palavras, ou sem palavra nenhuma",
  },
  link_expired: {
    en: "has expired or was used; ask an admin for a new link",
    pt: "expirou ou já foi usado; peça um novo link a um administrador",
  },
};
