// The records that the bench of the graph reads: in proportion to the number of customers, a tenth of them
// owned by twenty customers, the first of which has some thousands of each kind.

const SYLLABLES =
  "ba,be,bo,ca,co,da,de,fa,fe,ga,go,la,le,lo,ma,me,mi,na,no,pa,pe,po,ra,re,ri,ro,sa,se,so,ta,te,to,va,ve,vi,zu";
const WORDS =
  "Comércio,Indústria,Serviços,Transportes,Alimentos,Construções,Tecnologia,Consultoria";
const CITIES = "São Paulo,Curitiba,Recife,Belém,Florianópolis,Porto,Lisboa,Coimbra";

const anyOf = (list) =>
  `(ARRAY['${list.split(",").join("','")}'])[1 + floor(random() * ${list.split(",").length})::int]`;
const syllable = anyOf(SYLLABLES);
const day = (from, days) => `date '2026-11-20' + ${from} + floor(random() * ${days})::int`;
const currency =
  "CASE WHEN random() < 0.9 THEN 'BRL' WHEN random() < 0.5 THEN 'EUR' ELSE 'USD' END";
const amount = "round((random() * 20000)::numeric, 2)";
// One of the twenty, the k-th in proportion to 1/k, or any.
const owner = (customers) =>
  `CASE WHEN random() < 0.094 THEN floor(exp(ln(21) * random()))::int ELSE 1 + floor(random() * ${customers})::int END`;

/** The statements that fill an empty database; run them in their order, on one connection. */
export function statements(customers) {
  const rows = (share, columns) => `
    SELECT ${columns} FROM (SELECT ${owner(customers)} AS at, i FROM generate_series(1, ${customers * share}) i) s
    JOIN bench_customers c USING (at)`;
  return [
    "SELECT setseed(0.42)",
    "SET max_parallel_workers_per_gather = 0",
    "SET session_replication_role = replica",
    `INSERT INTO customers (legal_name, trade_name, tax_id_country, tax_id_kind, tax_id_value, status, email, phone,
       website, street, street_number, district, city, region, postal_code, country, owner_id, tags, currency, payment_term_days)
     SELECT initcap(${syllable} || ${syllable} || ${syllable}) || ' ' || ${anyOf(WORDS)} || ' ' || initcap(${syllable} || ${syllable}) || ' Ltda',
       CASE WHEN random() < 0.5 THEN initcap(${syllable} || ${syllable}) END, 'BR', 'CNPJ', lpad(i::text, 14, '0'),
       CASE WHEN random() < 0.9 THEN 'ACTIVE' ELSE 'LEAD' END, 'contact' || i || '@example.com',
       '+55119' || lpad(i::text, 8, '0'), 'https://www.example.com/' || i, 'Rua ' || initcap(${syllable} || ${syllable}),
       (i % 2000)::text, 'Centro', ${anyOf(CITIES)}, 'SP', lpad((i % 99999)::text, 5, '0') || '-000', 'BR',
       (SELECT id FROM users LIMIT 1), ARRAY['bench'], 'BRL', 30
     FROM generate_series(1, ${customers}) i`,
    "CREATE TEMP TABLE bench_customers AS SELECT row_number() OVER (ORDER BY id)::int AS at, id FROM customers",
    "ALTER TABLE bench_customers ADD PRIMARY KEY (at)",
    `INSERT INTO contacts (customer_id, name, email, is_primary)
     SELECT id, 'Ana Souza', 'ana' || at || '@example.com', true FROM bench_customers`,
    `INSERT INTO projects (customer_id, name, status, starts_on, due_on, budget_minutes, created_at)
     ${rows(2, `c.id, 'Project ' || s.i, ${anyOf("PLANNED,ACTIVE,ACTIVE,DONE")}, ${day(-400, 200)}, ${day(-100, 300)}, 6000, now() - random() * interval '400 days'`)}`,
    "CREATE TEMP TABLE bench_projects AS SELECT row_number() OVER ()::int AS at, id, customer_id FROM projects",
    "ALTER TABLE bench_projects ADD PRIMARY KEY (at)",
    `INSERT INTO time_entries (project_id, customer_id, worked_on, minutes)
     SELECT p.id, p.customer_id, ${day(-300, 300)}, 15 + floor(random() * 465)::int
     FROM (SELECT 1 + floor(random() * ${customers * 2})::int AS at FROM generate_series(1, ${customers * 6}) i) s
     JOIN bench_projects p USING (at)`,
    `INSERT INTO tasks (customer_id, title, status, due_on, done_at)
     SELECT customer_id, title, status, due_on, CASE status WHEN 'DONE' THEN now() END FROM (
       ${rows(4, `c.id AS customer_id, 'Task ' || s.i AS title, ${anyOf("TODO,IN_PROGRESS,DONE,DONE")} AS status, CASE WHEN random() < 0.9 THEN ${day(-60, 120)} END AS due_on`)}) t`,
    `INSERT INTO quotes (customer_id, number, kind, status, issued_on, valid_until, currency, total)
     ${rows(1.5, `c.id, 'Q-' || lpad(s.i::text, 7, '0'), ${anyOf("OFFER,QUOTE")}, ${anyOf("DRAFT,SENT,ACCEPTED,REJECTED")}, ${day(-400, 380)}, ${day(0, 60)}, ${currency}, ${amount}`)}`,
    `INSERT INTO orders (customer_id, number, status, ordered_on, currency, total)
     ${rows(3, `c.id, 'O-' || lpad(s.i::text, 7, '0'), ${anyOf("DRAFT,OPEN,FINALIZED,FINALIZED,CANCELLED")}, ${day(-700, 700)}, ${currency}, ${amount}`)}`,
    `INSERT INTO invoices (customer_id, number, kind, status, issued_on, due_on, currency, total, paid)
     SELECT customer_id, number, kind, status, issued_on, issued_on + 30, currency, total, CASE status WHEN 'PAID' THEN total ELSE 0 END FROM (
       ${rows(5, `c.id AS customer_id, 'I-' || lpad(s.i::text, 7, '0') AS number, ${anyOf("SALES,SALES,SALES,PURCHASE")} AS kind, ${anyOf("DRAFT,PENDING,AUTHORIZED,PAID,PAID,PAID")} AS status, ${day(-700, 700)} AS issued_on, ${currency} AS currency, ${amount} AS total`)}) d`,
    `INSERT INTO files (customer_id, name, media_type, size, sha256, created_at)
     ${rows(1, `c.id, 'contract-' || s.i || '.pdf', 'application/pdf', 1000 + s.i, repeat('a', 64), now() - random() * interval '400 days'`)}`,
    "RESET session_replication_role",
    "VACUUM (ANALYZE)",
    "CHECKPOINT",
  ];
}
