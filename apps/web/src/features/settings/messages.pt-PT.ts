import type { settings as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const settings: Partial<Record<keyof typeof english, string>> = {
  "settings.onDocumentsHint":
    "Impresso nos PDF de orçamentos, encomendas, faturas e notas de crédito.",
  "settings.taxId": "NIF",
  "settings.address": "Morada",
  "settings.organisationFailed": "Não foi possível carregar as definições.",
  "settings.sections": "Secções das definições",
  "settings.section.account": "A minha conta",
  "settings.you": "Os seus dados",
  "settings.state": "Estado",
  "settings.shortcutsHint":
    "Como C para adicionar um cliente. Desative-os se usa ditado ou outras tecnologias de apoio.",
  "settings.password": "Palavra-passe",
  "settings.passwordHint": "Ao mudá-la, as suas sessões noutros dispositivos terminam.",
  "settings.currentPassword": "Palavra-passe atual",
  "settings.newPassword": "Nova palavra-passe",
  "settings.changePassword": "Mudar palavra-passe",
  "settings.passwordChanged":
    "A sua palavra-passe foi mudada, e todas as outras sessões terminaram.",
  "settings.signingIn": "Como inicia sessão",
  "settings.signingInElsewhere":
    "Entra pelo início de sessão único da sua organização, que também pede um segundo fator quando é preciso. Não tem palavra-passe aqui; um administrador pode dar-lhe uma ligação para definir uma.",
  "settings.sessions": "Onde tem sessão iniciada",
  "settings.sessionsHint":
    "Termine as sessões que não reconhecer e, nesse caso, mude a palavra-passe.",
  "settings.sessionsFailed": "Não foi possível carregar as suas sessões.",
  "settings.sessionsEnded":
    "{count, plural, =0 {Não havia outra sessão.} one {A sessão terminou.} other {# sessões terminaram.}}",
  "settings.endSession": "Terminar",
  "settings.endSessionOf": "Terminar {name}",
  "settings.endOthers": "Terminar todas as outras",
  "settings.endOthersTitle": "Terminar todas as outras sessões?",
  "settings.endOthersText":
    "Todos os outros navegadores e dispositivos terão de iniciar sessão novamente. Este mantém-se ligado.",
  "settings.done": "Concluído",
  "settings.noun.orders": "Encomendas",
  "settings.noun.files": "Ficheiros",
  "settings.noun.settings": "Definições",
  "settings.twoFactorHint":
    "Além da palavra-passe, indica um código de uma aplicação no seu telemóvel. Quem descobrir a palavra-passe continua sem poder entrar.",
  "settings.twoFactorNeeds":
    "Precisa de uma aplicação de autenticação no telemóvel e da sua palavra-passe atual. As suas outras sessões terminam.",
  "settings.twoFactorApp": "Configure a sua aplicação",
  "settings.twoFactorScan":
    "Leia isto com a aplicação de autenticação ou escreva a chave. Depois indique o código que ela mostra.",
  "settings.twoFactorQr": "Código QR com a chave para a sua aplicação",
  "settings.twoFactorOffText":
    "Passa a entrar só com a palavra-passe, e os códigos de reserva deixam de funcionar.",
  "settings.backupCodes": "Códigos de reserva",
  "settings.backupCodesText":
    "Cada um permite entrar uma vez sem a aplicação. Guarde-os onde os encontre sem o telemóvel; só aparecem agora.",
  "settings.backupCodesLeft":
    "{count, plural, =0 {Nenhum código de reserva restante} one {# código de reserva restante} other {# códigos de reserva restantes}}",
  "settings.newBackupCodes": "Novos códigos de reserva",
  "settings.noun.deals": "Oportunidades",
  "settings.demoOwnStay":
    "{count, plural, one {# cliente em que alguém incluiu registos ou notas será mantido, com tudo o que tem.} other {# clientes em que alguém incluiu registos ou notas serão mantidos, com tudo o que têm.}}",
  "settings.removeDemoText":
    "{count, plural, one {# cliente de exemplo será eliminado} other {# clientes de exemplo serão eliminados}} definitivamente, com todos os registos, o histórico e as pessoas do exemplo. Não é possível anular.",
  "settings.byAdmins": "Só os administradores podem alterar.",
  "settings.demoChangedHint": "Caso contrário, são mantidos e passam a contar como seus.",
  "settings.youHint": "Só os administradores podem alterar o seu nome e perfil.",
  "settings.newBackupCodesText": "Recebe dez códigos novos. Os anteriores deixam de funcionar.",
  "settings.noun.contacts": "Contactos",
  "settings.verb.billing": "Alterar dados de faturação",
  "settings.creditLimitHint":
    "O que acontece às encomendas e faturas que levam um cliente além do limite de crédito.",
};
