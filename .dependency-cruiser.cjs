const platform = "^apps/api/src/platform/";

/** The rooms of the platform, and which others each may import; all may import what lies beside them. */
const rooms = {
  database: [],
  embedded: [],
  files: [],
  types: [],
  installation: ["database", "files"],
  jobs: ["database"],
  metrics: ["database"],
  backups: ["database", "files", "installation", "jobs"],
  request: ["database"],
  security: ["database", "types"],
  lists: ["database", "types", "request"],
  records: ["database", "types", "request", "lists"],
  sheets: ["database", "types", "records"],
  graph: ["database", "types", "request", "security", "lists", "records"],
  performance: ["database", "types", "request", "lists", "graph"],
  http: ["request", "security", "lists", "graph", "performance", "metrics"],
};

const apiFeature = "^apps/api/src/features/";

/**
 * The features of the server that import others than accounts and customers: those that their tables point at, and those
 * that they are made of. All that import no more than these two are left out, such as a new noun.
 */
const features = {
  accounts: ["organisation"],
  activity: ["accounts", "customers"],
  allocations: ["customers", "documents", "invoices", "payments", "upserts"],
  contacts: ["customers", "upserts"],
  conversations: ["accounts", "contacts", "customers"],
  creditNotes: ["allocations", "customers", "documents", "invoices", "payments"],
  "customer-export": ["activity", "customers", "files"],
  customers: ["accounts"],
  deals: ["accounts", "customers", "documents", "upserts"],
  documents: ["customers", "upserts"],
  "document-pdf": [
    "creditNotes",
    "customers",
    "documents",
    "files",
    "invoices",
    "orders",
    "organisation",
    "quotes",
    "receivables",
    "spreadsheets",
  ],
  exports: ["accounts", "customers", "files", "imports", "spreadsheets"],
  imports: ["accounts", "customers", "files", "operations", "organisation", "spreadsheets"],
  invoices: ["customers", "documents", "orders", "payments", "upserts"],
  keys: ["accounts", "organisation"],
  notes: ["accounts", "activity", "customers"],
  operations: [],
  orders: ["customers", "documents", "quotes", "upserts"],
  organisation: [],
  payments: ["customers", "documents"],
  promises: ["accounts", "contacts", "customers", "documents", "invoices"],
  projects: ["customers", "upserts"],
  quotes: ["customers", "deals", "documents", "upserts"],
  receivables: ["creditNotes", "customers", "invoices", "payments"],
  reconciliation: ["customers", "imports", "invoices", "payments"],
  spreadsheets: [],
  tasks: ["accounts", "customers", "projects", "upserts"],
  time: ["accounts", "customers", "projects", "upserts"],
  webhooks: ["activity", "operations"],
};
const onlyImports = (name, from, allowed) => ({
  name,
  comment: "The table that holds the foreign key owns both ends of the relation.",
  severity: "error",
  from: { ...from, pathNot: ["\\.(test|factory)\\.ts$", ...(from.pathNot ?? [])] },
  to: { path: apiFeature, pathNot: `${apiFeature}(${allowed.join("|")})/` },
});

/** The import rules of ARCHITECTURE.md. Everything not forbidden here is allowed. */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "shared-imports-zod-only",
      severity: "error",
      from: { path: "^packages/shared/src", pathNot: "\\.test\\.ts$" },
      to: { pathNot: ["^packages/shared/src", "node_modules/zod/"] },
    },
    {
      name: "platform-knows-no-feature",
      severity: "error",
      from: { path: "^apps/api/src/platform", pathNot: "\\.test\\.ts$" },
      to: { path: "^apps/api/src/(features|server|main|features\\.ts)" },
    },
    {
      name: "platform-has-these-rooms",
      comment: "A new file goes into a room, and a new room into the list above.",
      severity: "error",
      from: {},
      to: {
        path: platform,
        pathNot: `${platform}((${Object.keys(rooms).join("|")})/|(app|context|errors|feature|log|organisation|parsedJson|readContext|registry|setupError)\\.ts$)`,
      },
    },
    ...Object.entries(rooms).map(([room, below]) => ({
      name: `platform-${room}-imports-what-is-below`,
      severity: "error",
      from: { path: `${platform}${room}/`, pathNot: "\\.test\\.ts$" },
      to: { path: `${platform}[^/]+/`, pathNot: `${platform}(${[room, ...below].join("|")})/` },
    })),
    {
      name: "platform-ground-floor-knows-no-app",
      severity: "error",
      from: { path: `${platform}(database|embedded|files|types)/`, pathNot: "\\.test\\.ts$" },
      to: { path: `${platform}(app|context|feature)\\.ts$` },
    },
    ...Object.entries(features).map(([feature, others]) =>
      onlyImports(`${feature}-imports-what-it-points-at`, { path: `${apiFeature}${feature}/` }, [
        feature,
        ...others,
      ]),
    ),
    onlyImports(
      "features-import-what-they-point-at",
      {
        path: `${apiFeature}([^/]+)/`,
        pathNot: [`${apiFeature}(${Object.keys(features).join("|")})/`],
      },
      ["$1", "accounts", "customers"],
    ),
    {
      name: "only-the-server-takes-the-register",
      severity: "error",
      from: {
        path: "^apps/api/src/",
        pathNot:
          "^apps/api/src/(main|worker|backup|printSchema|printPermissions)\\.ts$|\\.test\\.ts$",
      },
      to: { path: "^apps/api/src/(features|server|main)\\.ts$" },
    },
    {
      name: "web-ui-knows-no-record",
      severity: "error",
      from: { path: "^apps/web/src/(ui|i18n|session)/", pathNot: "\\.(test|factory)\\.tsx?$" },
      to: { path: "^apps/web/src/(records|keyset)/" },
    },
    {
      name: "web-kit-knows-no-feature",
      severity: "error",
      from: {
        path: "^apps/web/src/(ui|i18n|session|cache|keyset|records)/",
        pathNot: "\\.(test|factory)\\.tsx?$",
      },
      to: {
        path: "^apps/web/src/(features|app|locales)/",
      },
    },
    {
      name: "web-ui-knows-no-url",
      severity: "error",
      from: { path: "^apps/web/src/ui/" },
      to: { path: "^apps/web/src/paths\\.ts$" },
    },
    {
      name: "web-features-do-not-know-the-app",
      severity: "error",
      from: { path: "^apps/web/src/features/" },
      to: { path: "^apps/web/src/app/" },
    },
    {
      name: "web-paths-know-nobody",
      severity: "error",
      from: { path: "^apps/web/src/paths\\.ts$" },
      to: { path: "^apps/web/src/" },
    },
    {
      name: "web-features-do-not-import-one-another",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/([^/]+)/", pathNot: "^apps/web/src/features/$1/" },
    },
    {
      name: "web-and-api-meet-in-shared-only",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^apps/api/src" },
    },
    {
      name: "tests-are-not-imported",
      severity: "error",
      from: { pathNot: "\\.test\\.tsx?$" },
      to: { path: "\\.test\\.tsx?$" },
    },
    {
      name: "only-tests-import-factories",
      comment: "They are left out of the build.",
      severity: "error",
      from: { path: "/src/", pathNot: "\\.(test|factory)\\.tsx?$" },
      to: { path: "\\.factory\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "apps/web/src/gql/|/dist/" },
    // The TypeScript compiler of today has no interface for other programs.
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "types", "import", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
