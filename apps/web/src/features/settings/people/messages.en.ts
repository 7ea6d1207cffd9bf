/** Settings > People and roles. */
export const peopleSettings = {
  "settings.people": "People",
  "settings.peopleFailed": "The people could not be loaded.",
  "settings.youHere": "(you)",
  "settings.seen": "Last seen",
  "settings.actions": "Actions",
  "settings.state.active": "Active",
  "settings.state.invited": "Invited",
  "settings.state.disabled": "Disabled",
  "settings.changeRole": "Role of {name}: {role}. Change",
  "settings.invite": "Invite someone",
  "settings.inviteHint":
    "You get a link to pass on. With it the person chooses a password; it works once and expires in a week.",
  "settings.makeLink": "Create link",
  "settings.link": "Link",
  "settings.linkText":
    "Send this link to {name}. It works once, expires in a week and is shown only now.",
  "settings.inviteLinkTitle": "Invitation for {name}",
  "settings.passwordLinkTitle": "New password for {name}",
  "settings.newInviteLink": "New invitation link",
  "settings.newPasswordLink": "New password link",
  "settings.ownLinkNeeds": "To create a link for yourself, enter your current password first.",
  "settings.disable": "Disable…",
  "settings.enable": "Enable…",
  "settings.reset": "Reset two-factor authentication…",
  "settings.ask.disable": "Disable {name}?",
  "settings.ask.enable": "Enable {name}?",
  "settings.ask.reset": "Reset the two-factor authentication of {name}?",
  "settings.ask.ownRole": "Change your own role to {role}?",
  "settings.do.disable": "Disable",
  "settings.do.enable": "Enable",
  "settings.do.reset": "Reset",
  "settings.do.ownRole": "Change my role",
  "settings.follows.disable":
    "{name} is signed out immediately and cannot sign in again, and their API keys stop working. Everything they did is kept.",
  "settings.follows.enable":
    "{name} can sign in again with the previous password, and their API keys work again.",
  "settings.follows.reset":
    "{name} signs in with the password alone until they turn it on again. Do this only if you are sure who is asking.",
  "settings.follows.ownRole":
    "You may lose access to this page. Another administrator can restore it.",
  "settings.roleHint.admin": "Everything, including people and API keys.",
  "settings.roleHint.sales":
    "Customers, deals, quotes, orders, notes, files and their own tasks; can view the rest.",
  "settings.roleHint.finance":
    "Orders, invoices, billing data, notes, files and their own tasks; can view the rest.",
  "settings.roleHint.projects":
    "Projects, tasks, time entries, notes and files; cannot see amounts.",
  "settings.roleHint.viewer": "Can view everything and change nothing.",
  "settings.matrix": "What each role can do",
  "settings.matrixHint": "What a role cannot see is hidden in the app and refused by the API.",
  "settings.matrixNoun": "Area",
  "settings.yourRole": "your role",
  "settings.level.write": "View and edit",
  "settings.level.own": "View; edit their own",
  "settings.level.billing": "View; edit billing data",
  "settings.level.read": "View",
  "settings.level.none": "No access",
} as const;
