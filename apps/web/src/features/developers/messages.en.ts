/** The playground and the page for developers. */
export const developers = {
  "developers.lead":
    "Everything in this app is available in one GraphQL API. Other services read and write the same data, under the same rules and permissions as people.",
  "developers.endpoint": "Endpoint",
  "developers.copyEndpoint": "Copy endpoint",
  "developers.copyHeader": "Copy header",
  "developers.authentication": "Authentication",
  "developers.authenticationHint":
    "Programs authenticate with an API key. Keep it in an environment variable, never in code.",
  "developers.manageKeys": "Manage API keys",
  "developers.idempotency": "Idempotency",
  "developers.idempotencyHint":
    "A mutation sent with this header is executed once: a retry gets the first response again.",
  "developers.openPlayground": "Open playground",
  "developers.examples": "Examples",
  "developers.examplesReal": "They run as they are: the IDs belong to one of your customers.",
  "developers.examplesMade":
    "The IDs are placeholders; once you add a customer, real ones appear here.",
  "developers.try": "Try in the playground",
  "developers.loading": "Loading the playground…",
  "developers.snippet": "Code",
  "developers.snippetEmpty": "Write an operation to see it as code.",
  "developers.viewAs": "View as",
  "developers.viewAsYourself": "As yourself",
  "developers.viewAsRole": "View as {role}",
  "developers.viewingAs":
    "You see what the role {role} would get. Access is read-only, and every request is logged.",
  "developers.viewingLimited.OWN":
    "This role sees only the customers that each person owns: you see your own.",
  "developers.viewingLimited.TEAM":
    "This role sees only the customers of its people’s teams: you see those of your teams.",
  "developers.cost": "Cost: {requested} of {limit} records",
  "developers.costOver":
    "Cost: {requested} records, above the limit of {limit}. Request smaller pages.",
  "developers.costUnknown": "Cost: shown once the operation is complete",
  "developers.costs": "Cost",
  "developers.costsHint":
    "Every response includes the cost of its operation: roughly the number of records it may read. The playground shows it as you type.",
  "developers.example.list": "List customers",
  "developers.exampleHint.list": "Filtered, sorted, page by page.",
  "developers.example.profile": "A complete profile",
  "developers.exampleHint.profile": "One customer, its metrics and its records in one request.",
  "developers.example.byTaxId": "Find by tax ID",
  "developers.exampleHint.byTaxId": "By an identifier your system knows, in any format.",
  "developers.example.create": "Add a customer",
  "developers.exampleHint.create": "With its ID in your system.",
  "developers.example.upsert": "Sync customers",
  "developers.exampleHint.upsert":
    "Creates or updates them by your system’s IDs, up to 1,000 at once.",
  "developers.example.import": "Import a spreadsheet",
  "developers.exampleHint.import": "Upload the file, then have it matched and checked.",
} as const;
