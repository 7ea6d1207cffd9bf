import type { MigrationInterface, QueryRunner } from "typeorm";

const record = `
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1`;

const lines = (document: string) => `
      CREATE TABLE ${document}_lines (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        ${document}_id uuid NOT NULL REFERENCES ${document}s ON DELETE CASCADE,
        position integer NOT NULL CHECK (position > 0),
        description text NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
        quantity numeric(14, 4) NOT NULL CHECK (quantity > 0),
        unit_price numeric(19, 4) NOT NULL,
        total numeric(19, 4) NOT NULL,
        UNIQUE (${document}_id, position)
      );`;

/** From the deal to the paid invoice: deals, quotes, orders, invoices and their lines. */
export class Documents1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deals (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        stage text NOT NULL DEFAULT 'LEAD' CHECK (stage IN ('LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'WON', 'LOST')),
        value numeric(19, 4) NOT NULL DEFAULT 0 CHECK (value >= 0),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        probability integer NOT NULL DEFAULT 0 CHECK (probability BETWEEN 0 AND 100),
        expected_close_on date,
        owner_id uuid REFERENCES users ON DELETE SET NULL,
        notes text CHECK (length(notes) BETWEEN 1 AND 10000),
        ${record},
        -- What lets a quote prove that its deal is its customer's; quotes and orders the same.
        UNIQUE (id, customer_id)
      );
      CREATE INDEX deals_customer_idx ON deals (customer_id, created_at, id) INCLUDE (stage, currency, value) WHERE deleted_at IS NULL;

      CREATE TABLE quotes (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        deal_id uuid,
        number text NOT NULL UNIQUE,
        kind text NOT NULL DEFAULT 'QUOTE' CHECK (kind IN ('OFFER', 'QUOTE')),
        status text NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'SENT', 'ACCEPTED', 'REJECTED', 'EXPIRED')),
        issued_on date NOT NULL,
        valid_until date,
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        total numeric(19, 4) NOT NULL DEFAULT 0,
        notes text CHECK (length(notes) BETWEEN 1 AND 10000),
        ${record},
        UNIQUE (id, customer_id),
        FOREIGN KEY (deal_id, customer_id) REFERENCES deals (id, customer_id) ON UPDATE CASCADE,
        CHECK (valid_until >= issued_on)
      );
      CREATE INDEX quotes_customer_idx ON quotes (customer_id, issued_on, id) INCLUDE (status, currency, total) WHERE deleted_at IS NULL;
      CREATE INDEX quotes_deal_idx ON quotes (deal_id) WHERE deal_id IS NOT NULL;
      ${lines("quote")}

      CREATE TABLE orders (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        quote_id uuid,
        number text NOT NULL UNIQUE,
        reference text CHECK (length(reference) BETWEEN 1 AND 100),
        status text NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'OPEN', 'FINALIZED', 'CANCELLED')),
        ordered_on date NOT NULL,
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        total numeric(19, 4) NOT NULL DEFAULT 0,
        notes text CHECK (length(notes) BETWEEN 1 AND 10000),
        ${record},
        UNIQUE (id, customer_id),
        FOREIGN KEY (quote_id, customer_id) REFERENCES quotes (id, customer_id) ON UPDATE CASCADE
      );
      CREATE INDEX orders_customer_idx ON orders (customer_id, ordered_on, id) INCLUDE (status, currency, total) WHERE deleted_at IS NULL;
      CREATE INDEX orders_quote_idx ON orders (quote_id) WHERE quote_id IS NOT NULL;
      ${lines("order")}

      CREATE TABLE invoices (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        order_id uuid,
        -- Ours for what we sell; for what we buy the supplier's, so two suppliers may have the same.
        number text NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
        kind text NOT NULL CHECK (kind IN ('SALES', 'PURCHASE')),
        status text NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'PENDING', 'AUTHORIZED', 'PAID', 'CANCELLED')),
        issued_on date NOT NULL,
        due_on date NOT NULL,
        paid_on date,
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        total numeric(19, 4) NOT NULL DEFAULT 0,
        paid numeric(19, 4) NOT NULL DEFAULT 0 CHECK (paid >= 0),
        balance numeric(19, 4) GENERATED ALWAYS AS (total - paid) STORED,
        number_key text COLLATE "C" GENERATED ALWAYS AS (fold(number)) STORED,
        notes text CHECK (length(notes) BETWEEN 1 AND 10000),
        ${record},
        FOREIGN KEY (order_id, customer_id) REFERENCES orders (id, customer_id) ON UPDATE CASCADE,
        CHECK (due_on >= issued_on),
        CHECK (paid <= total OR total < 0)
      );
      CREATE UNIQUE INDEX invoices_sales_number_key ON invoices (number) WHERE kind = 'SALES';
      CREATE INDEX invoices_customer_idx ON invoices (customer_id, issued_on, id) INCLUDE (kind, status, due_on, currency, total, balance) WHERE deleted_at IS NULL;
      CREATE INDEX invoices_customer_due_idx ON invoices (customer_id, due_on, id) WHERE deleted_at IS NULL;
      CREATE INDEX invoices_issued_idx ON invoices (issued_on, id) WHERE deleted_at IS NULL;
      -- Overdue ones, and which customers have them: few open ones among many paid.
      CREATE INDEX invoices_open_idx ON invoices (due_on, id) INCLUDE (customer_id, kind, balance) WHERE deleted_at IS NULL AND status = 'AUTHORIZED';
      CREATE INDEX invoices_number_idx ON invoices USING gin (number_key gin_trgm_ops) WHERE deleted_at IS NULL;
      CREATE INDEX invoices_order_idx ON invoices (order_id) WHERE order_id IS NOT NULL;
      ${lines("invoice")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE invoice_lines, invoices, order_lines, orders, quote_lines, quotes, deals",
    );
  }
}
