// What is asked in the bench of the graph: each workload as a query of the graph and as the floor's statement,
// which answers the same JSON. `pick` answers the variables of one request.

const DOCUMENT_TOTAL = "{ count amounts { amount currency } }";
const SUMMARY = `summary {
  projects { count active totalMinutes }
  tasks { open overdue dueToday upcoming done }
  orders { total ${DOCUMENT_TOTAL} finalized ${DOCUMENT_TOTAL} }
  invoices { authorized ${DOCUMENT_TOTAL} pending ${DOCUMENT_TOTAL} overdue ${DOCUMENT_TOTAL} paid ${DOCUMENT_TOTAL} } }`;
const ROW = "id number legalName tradeName status email phone";
const PAGE = "pageInfo { hasNextPage endCursor }";

const row = `'id', c.id, 'number', c.number, 'legalName', c.legal_name, 'tradeName', c.trade_name,
  'status', c.status, 'email', c.email, 'phone', c.phone`;
// The next page starts after the last row shown, which the fifty-first tells to exist.
const page = (columns) => `
  WITH found AS (
    SELECT * FROM customers c WHERE c.deleted_at IS NULL AND c.status <> 'ARCHIVED' AND (c.name_key, c.id) > ($1, $2::uuid)
    ORDER BY c.name_key, c.id LIMIT 51
  ), c AS (SELECT * FROM found ORDER BY name_key, id LIMIT 50)
  SELECT json_build_object('customers', json_build_object(
    'nodes', (SELECT json_agg(json_build_object(${columns}) ORDER BY c.name_key, c.id) FROM c),
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 50 FROM found),
      'endCursor', (SELECT c.name_key || ' ' || c.id FROM c ORDER BY c.name_key DESC, c.id DESC LIMIT 1))))::text AS json`;

const total = (alias, where) => `json_build_object(
  'count', coalesce((SELECT sum(count) FROM ${alias} WHERE ${where}), 0),
  'amounts', coalesce((SELECT json_agg(json_build_object('amount', round(s.amount, 2)::text, 'currency', s.currency) ORDER BY s.amount DESC)
    FROM (SELECT currency, sum(amount) AS amount FROM ${alias} WHERE ${where} GROUP BY currency) s), '[]'))`;
const today = "$3::date";
const summary = `'summary', (
  WITH o AS MATERIALIZED (
    SELECT status = 'FINALIZED' AS finalized, currency, count(*) AS count, sum(total) AS amount FROM orders
    WHERE customer_id = c.id AND deleted_at IS NULL AND status <> 'CANCELLED' GROUP BY 1, 2
  ), i AS MATERIALIZED (
    SELECT CASE WHEN status <> 'AUTHORIZED' THEN status WHEN balance <= 0 THEN 'PAID' WHEN due_on < ${today} THEN 'OVERDUE' ELSE status END AS state,
      currency, count(*) AS count, sum(CASE WHEN status = 'AUTHORIZED' AND balance > 0 THEN balance ELSE total END) AS amount FROM invoices
    WHERE customer_id = c.id AND deleted_at IS NULL AND kind = 'SALES' AND status IN ('PENDING', 'AUTHORIZED', 'PAID') GROUP BY 1, 2
  )
  SELECT json_build_object(
    'projects', (SELECT json_build_object('count', count(*), 'active', count(*) FILTER (WHERE status = 'ACTIVE'),
        'totalMinutes', (SELECT coalesce(sum(minutes), 0) FROM time_entries WHERE customer_id = c.id AND deleted_at IS NULL))
      FROM projects WHERE customer_id = c.id AND deleted_at IS NULL),
    'tasks', (SELECT json_build_object('open', count(*) FILTER (WHERE status <> 'DONE'),
        'overdue', count(*) FILTER (WHERE status <> 'DONE' AND due_on < ${today}),
        'dueToday', count(*) FILTER (WHERE status <> 'DONE' AND due_on = ${today}),
        'upcoming', count(*) FILTER (WHERE status <> 'DONE' AND due_on > ${today}),
        'done', count(*) FILTER (WHERE status = 'DONE'))
      FROM tasks WHERE customer_id = c.id AND deleted_at IS NULL),
    'orders', json_build_object('total', ${total("o", "true")}, 'finalized', ${total("o", "finalized")}),
    'invoices', json_build_object('authorized', ${total("i", "state = 'AUTHORIZED'")}, 'pending', ${total("i", "state = 'PENDING'")},
      'overdue', ${total("i", "state = 'OVERDUE'")}, 'paid', ${total("i", "state = 'PAID'")})))`;

const list = (
  name,
  table,
  columns,
  order,
  limit,
) => `'${name}', json_build_object('nodes', coalesce((
  SELECT json_agg(json_build_object(${columns})) FROM (
    SELECT * FROM ${table} WHERE customer_id = c.id AND deleted_at IS NULL ORDER BY ${order} LIMIT ${limit}) r), '[]'))`;
const money = "json_build_object('amount', round(r.total, 2)::text, 'currency', r.currency)";
const LISTS = `
  projects(first: 10) { nodes { id name status dueOn budgetMinutes } }
  tasks(first: 10) { nodes { id title status dueOn } }
  orders(first: 10) { nodes { id number status orderedOn total { amount currency } } }
  invoices(first: 10) { nodes { id number kind status issuedOn dueOn total { amount currency } } }
  quotes(first: 10) { nodes { id number kind status validUntil total { amount currency } } }
  files(first: 10) { nodes { id name mediaType size } }`;
const lists = [
  list(
    "projects",
    "projects",
    "'id', r.id, 'name', r.name, 'status', r.status, 'dueOn', r.due_on, 'budgetMinutes', r.budget_minutes",
    "created_at DESC, id DESC",
    10,
  ),
  list(
    "tasks",
    "tasks",
    "'id', r.id, 'title', r.title, 'status', r.status, 'dueOn', r.due_on",
    "coalesce(due_on, 'infinity'::date), id",
    10,
  ),
  list(
    "orders",
    "orders",
    `'id', r.id, 'number', r.number, 'status', r.status, 'orderedOn', r.ordered_on, 'total', ${money}`,
    "ordered_on DESC, id DESC",
    10,
  ),
  list(
    "invoices",
    "invoices",
    `'id', r.id, 'number', r.number, 'kind', r.kind, 'status', r.status, 'issuedOn', r.issued_on, 'dueOn', r.due_on, 'total', ${money}`,
    "issued_on DESC, id DESC",
    10,
  ),
  list(
    "quotes",
    "quotes",
    `'id', r.id, 'number', r.number, 'kind', r.kind, 'status', r.status, 'validUntil', r.valid_until, 'total', ${money}`,
    "issued_on DESC, id DESC",
    10,
  ),
  list(
    "files",
    "files",
    "'id', r.id, 'name', r.name, 'mediaType', r.media_type, 'size', r.size",
    "created_at DESC, id DESC",
    10,
  ),
].join(", ");

const PROFILE = `query Profile($id: ID!) { customer(id: $id) {
  ${ROW} displayName website tags notes currency paymentTermDays version ownerId
  taxId { country kind value } address { street number district city region postalCode country }
  contacts { id name email isPrimary } ${SUMMARY} ${LISTS} } }`;
const profile = `SELECT json_build_object('customer', (SELECT json_build_object(${row},
  'displayName', coalesce(c.trade_name, c.legal_name), 'website', c.website, 'tags', c.tags, 'notes', c.notes,
  'currency', c.currency, 'paymentTermDays', c.payment_term_days, 'version', c.version, 'ownerId', c.owner_id,
  'taxId', json_build_object('country', c.tax_id_country, 'kind', c.tax_id_kind, 'value', c.tax_id_value),
  'address', json_build_object('street', c.street, 'number', c.street_number, 'district', c.district, 'city', c.city,
    'region', c.region, 'postalCode', c.postal_code, 'country', c.country),
  'contacts', coalesce((SELECT json_agg(json_build_object('id', r.id, 'name', r.name, 'email', r.email, 'isPrimary', r.is_primary) ORDER BY r.is_primary DESC, r.name_key, r.id)
    FROM contacts r WHERE r.customer_id = c.id AND r.deleted_at IS NULL), '[]'),
  ${summary.replaceAll("$3", "$2")}, ${lists})
  FROM customers c WHERE c.id = $1::uuid AND c.deleted_at IS NULL))::text AS json`;

const pages = (query, sql) => ({
  query: `query Page($after: String) { customers(first: 50, after: $after, orderBy: { field: LEGAL_NAME, direction: ASC }) { nodes { ${query} } ${PAGE} } }`,
  sql: page(sql),
  pick: ({ cursor, today: date }) => ({
    variables: { after: cursor.after },
    values: sql.includes("$3") ? [cursor.name, cursor.id, date] : [cursor.name, cursor.id],
  }),
});
const profiles = (pickId) => ({
  query: PROFILE,
  sql: profile,
  pick: (random) => {
    const id = pickId(random);
    return { variables: { id }, values: [id, random.today] };
  },
});

/** The workloads by name. */
export const workloads = {
  W0: {
    query: "query Nothing { __typename }",
    sql: 'SELECT \'{"__typename":"Query"}\' AS json',
    pick: () => ({ variables: {}, values: [] }),
  },
  W1: pages(
    `${ROW} address { city country }`,
    `${row}, 'address', json_build_object('city', c.city, 'country', c.country)`,
  ),
  W2: pages(`${ROW} ${SUMMARY}`, `${row}, ${summary}`),
  W3: profiles(({ id }) => id),
  W3h: profiles(({ heavyId }) => heavyId),
  W4: pages(
    `${ROW} invoices(first: 5) { nodes { id number status dueOn total { amount currency } } } projects(first: 5) { nodes { id name status } }`,
    `${row}, ${list("invoices", "invoices", `'id', r.id, 'number', r.number, 'status', r.status, 'dueOn', r.due_on, 'total', ${money}`, "issued_on DESC, id DESC", 5)},
     ${list("projects", "projects", "'id', r.id, 'name', r.name, 'status', r.status", "created_at DESC, id DESC", 5)}`,
  ),
  W5: {
    query:
      "query Search($search: String) { customers(first: 20, search: $search, orderBy: { field: LEGAL_NAME, direction: ASC }) { nodes { id number legalName } } }",
    sql: `SELECT json_build_object('customers', json_build_object('nodes', coalesce((
      SELECT json_agg(json_build_object('id', c.id, 'number', c.number, 'legalName', c.legal_name)) FROM (
        SELECT * FROM customers WHERE deleted_at IS NULL AND status <> 'ARCHIVED' AND search_text LIKE $1
        ORDER BY name_key, id LIMIT 20) c), '[]')))::text AS json`,
    pick: ({ letters }) => ({ variables: { search: letters }, values: [`%${letters}%`] }),
  },
  W6: {
    query: "query One($id: ID!) { customer(id: $id) { id number legalName status email } }",
    sql: `SELECT json_build_object('customer', (SELECT json_build_object('id', id, 'number', number, 'legalName', legal_name,
      'status', status, 'email', email) FROM customers WHERE id = $1::uuid AND deleted_at IS NULL))::text AS json`,
    pick: ({ id }) => ({ variables: { id }, values: [id] }),
  },
};
