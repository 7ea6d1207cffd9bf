import { contactsSheet } from "./contacts.sheet.js";
import { customersSheet } from "./customers.sheet.js";
import { type ColumnMatch, type FileColumn, matchColumns } from "./matchColumns.js";
import { SHEET_LANGUAGES, wholeColumns } from "./sheet.js";

/** A file's columns from its header line and some rows, parted by semicolons. */
function file(header: string, ...rows: string[]): FileColumn[] {
  const cells = rows.map((row) => row.split(";"));
  return header.split(";").map((name, at) => ({
    header: name,
    samples: cells.map((row) => row[at] ?? ""),
  }));
}

/** The fields by header, unmatched headers left out, doubtful matches marked. */
function fields(columns: FileColumn[], sheet = customersSheet): Record<string, string> {
  const marks = { exact: "", likely: "~", check: "?" };
  const told = (match: ColumnMatch | undefined) =>
    match?.field ? `${match.field}${marks[match.confidence]}` : "";
  const matches = matchColumns(columns, sheet);
  return Object.fromEntries(
    columns.map(({ header }, at) => [header, told(matches[at])]).filter(([, field]) => field),
  );
}

test("our own headers match exactly in every language, and what is export only does not", () => {
  for (const language of SHEET_LANGUAGES) {
    const columns = wholeColumns(customersSheet).map((column) => ({
      header: column.labels[language],
      samples: [column.example],
    }));
    expect(matchColumns(columns, customersSheet)).toEqual(
      wholeColumns(customersSheet).map(({ key, exportOnly }) =>
        exportOnly ? { field: null, confidence: null } : { field: key, confidence: "exact" },
      ),
    );
  }
});

test("the keys of the API match exactly", () => {
  const known = wholeColumns(customersSheet);
  const columns = known.map(({ key }) => ({ header: key, samples: [] }));
  for (const [at, match] of matchColumns(columns, customersSheet).entries()) {
    const column = known[at];
    expect(match.field).toBe(column?.exportOnly ? null : column?.key);
  }
});

test("FreshBooks", () => {
  expect(
    fields(
      file(
        "Organization;First Name;Last Name;Email;Phone;Street;City;Province/State;Country;Postal Code;Notes",
        "X-Men;Scott;Summer;ssummers@xavierscool.edu;987654321;;;;United States;;",
      ),
    ),
  ).toEqual({
    Organization: "legalName",
    Email: "email",
    Phone: "phone",
    Street: "street",
    City: "city",
    "Province/State": "region",
    Country: "country",
    "Postal Code": "postalCode",
    Notes: "notes",
  });
});

test("Invoice Ninja, whose second phone is the filled one", () => {
  const columns = file(
    "Name;Balance;Paid to Date;Billing Street;Billing Apt/Suite;Billing City;Billing State/Province;Billing Postal Code;Billing Country;Shipping Street;Shipping Apt/Suite;Shipping City;Shipping State/Province;Shipping Postal Code;Shipping Country;ID Number;VAT Number;Website;Phone;Currency;Public Notes;Private Notes;First Name;Last Name;Email;Phone",
    "Ludwig DVM;$-142.85;$205.15;371 Summit;Suite 612;Lornamouth;New York;83425-0771;;;;;;;;;;;;;;;Terrill;Ondricka;brook59@example.org;1-537-759-0369",
  );
  const matches = matchColumns(columns, customersSheet).map((match) => match.field);
  expect(matches).toEqual(
    // biome-ignore format: in the order of the headers
    ["legalName", null, null, "street", "complement", "city", "region", "postalCode", "country", null, null, null, null, null, null, null, "taxId", "website", null, "currency", null, "notes", null, null, "email", "phone"],
  );
});

test("Atomic CRM's contacts", () => {
  expect(
    fields(
      file(
        "id;first_name;last_name;gender;title;background;first_seen;last_seen;has_newsletter;status;tags;company_id;sales_id;linkedin_url;company_name;nb_tasks;company;sales;email_work;email_home;email_other;phone_work;phone_home;phone_other",
        "2;Shelley;Kerluke;female;Ubiquitous;Eaque ipsa;2024-08-13T18:04:34.666+00:00;2024-08-14T11:39:02.318+00:00;false;warm;;1;1;;Gottlieb and Sons;0;Gottlieb and Sons;Jane Doe;;;Shelley@hotmail.com;;1-955-371-0847 x371;",
        "4;Leah;Boehm;female;Cutting-edge;Magnam;2024-08-14T01:56:00.484+00:00;2024-08-14T11:37:45.65+00:00;false;cold;vip;1;1;;Gottlieb and Sons;0;Gottlieb and Sons;Jane Doe;;;Leah93@yahoo.com;(415) 293-3313;(980) 494-7423;",
      ),
    ),
  ).toEqual({
    status: "status?",
    tags: "tags",
    background: "notes?",
    company_id: "externalId",
    company_name: "legalName",
    sales: "owner",
    email_work: "email",
    phone_work: "phone",
  });
});

test("a Russian sheet with the tax ID as a number", () => {
  expect(fields(file("Наименование;ИНН;Адрес", 'ООО "Ромашка";5878963;Тестовый адрес 1'))).toEqual({
    Наименование: "legalName",
    ИНН: "taxId",
    Адрес: "street",
  });
});

test("HubSpot's companies", () => {
  expect(
    fields(
      file(
        "Record ID;Company name;Company owner;Create Date;Phone Number;Last Activity Date;City;Country/Region;Industry;Street Address;State/Region;Postal Code;Website URL;Lead Status;Number of Employees",
        "5001;Padaria;Ana;2026-01-01 10:00;+55 11 3456-7890;;São Paulo;Brazil;FOOD;Rua A, 1;SP;01001-000;padaria.com;NEW;12",
      ),
    ),
  ).toEqual({
    "Record ID": "externalId",
    "Company name": "legalName",
    "Company owner": "owner",
    "Phone Number": "phone",
    City: "city",
    "Country/Region": "country",
    "Street Address": "street",
    "State/Region": "region",
    "Postal Code": "postalCode",
    "Website URL": "website",
  });
});

test("Pipedrive's organizations", () => {
  expect(
    fields(
      file(
        "Organization - ID;Organization - Name;Organization - Owner;Organization - Label;Organization - Address;Organization - Street/road name of Address;Organization - House number of Address;Organization - City/town/village/locality of Address;Organization - State/county of Address;Organization - Country of Address;Organization - ZIP/Postal code of Address",
        "7;Padaria;Ana;;Rua A, 1;Rua A;1;São Paulo;SP;Brazil;01001-000",
      ),
    ),
  ).toMatchObject({
    "Organization - ID": "externalId",
    "Organization - Name": "legalName",
    "Organization - Owner": expect.stringContaining("owner"),
    "Organization - Label": expect.stringContaining("tags"),
    "Organization - City/town/village/locality of Address": expect.stringContaining("city"),
    "Organization - Country of Address": expect.stringContaining("country"),
    "Organization - ZIP/Postal code of Address": expect.stringContaining("postalCode"),
  });
});

test("Odoo's contacts", () => {
  expect(
    fields(
      file(
        "Name;Company Type;Tax ID;Street;Street2;City;State;Zip;Country;Email;Phone;Mobile;Website;Tags;Salesperson;Reference;Notes;Customer Payment Terms",
        "Padaria;company;BR12345678000195;Rua A;Sala 2;São Paulo;SP;01001-000;Brazil;a@b.com;+55 11 3456 7890;;padaria.com;vip;Ana;R1;;30",
      ),
    ),
  ).toEqual({
    Name: "legalName",
    "Tax ID": "taxId",
    Street: "street",
    Street2: "complement",
    City: "city",
    State: "region",
    Zip: "postalCode",
    Country: "country",
    Email: "email",
    Phone: "phone",
    Website: "website",
    Tags: "tags",
    Salesperson: "owner",
    Reference: "externalId",
    Notes: "notes",
    "Customer Payment Terms": "paymentTermDays",
  });
});

test("Bling's contacts", () => {
  expect(
    fields(
      file(
        "ID;Código;Nome;Fantasia;Endereço;Número;Complemento;Bairro;CEP;Cidade;UF;Contatos;Fone;Fax;Celular;E-mail;Web Site;Tipo pessoa;CNPJ / CPF;IE / RG;IE isento;Situação;Observações;Data nascimento;Cliente desde;Vendedor",
        "91;17;Padaria Ltda;Padaria;Rua A;12;;Centro;01.001-000;São Paulo;SP;;(11) 3456-7890;;(11) 98765-4321;a@b.com;;Pessoa Jurídica;12.345.678/0001-95;;N;Ativo;;;01/02/2020;Ana",
      ),
    ),
  ).toEqual({
    ID: "externalId",
    Código: "number?",
    Nome: "legalName",
    Fantasia: "tradeName",
    Endereço: "street",
    Número: "streetNumber",
    Complemento: "complement",
    Bairro: "district",
    CEP: "postalCode",
    Cidade: "city",
    UF: "region",
    Fone: "phone",
    "E-mail": "email",
    "Web Site": "website",
    "CNPJ / CPF": "taxId",
    Situação: "status",
    Observações: "notes",
    Vendedor: "owner",
  });
});

test("Omie and Conta Azul", () => {
  expect(
    fields(
      file(
        "Código do Cliente (Integração);Razão Social;Nome Fantasia;CNPJ / CPF;Telefone;Endereço;Número;Bairro;Complemento;Estado;Cidade;CEP;E-mail;Inscrição Estadual;País;Tags",
        "X1;Padaria Ltda;Padaria;12.345.678/0001-95;11 3456-7890;Rua A;1;Centro;;SP;São Paulo;01001000;a@b.com;;Brasil;",
      ),
    ),
  ).toEqual({
    "Código do Cliente (Integração)": "externalId",
    "Razão Social": "legalName",
    "Nome Fantasia": "tradeName",
    "CNPJ / CPF": "taxId",
    Telefone: "phone",
    Endereço: "street",
    Número: "streetNumber",
    Bairro: "district",
    Complemento: "complement",
    Estado: "region",
    Cidade: "city",
    CEP: "postalCode",
    "E-mail": "email",
    País: "country",
    Tags: "tags",
  });
  const contaAzul = fields(
    file("Nome;CPF;CNPJ;Email;Telefone", "Padaria;;12.345.678/0001-95;a@b.com;11 3456-7890"),
  );
  expect(contaAzul).toMatchObject({ Nome: "legalName", CNPJ: "taxId" });
});

test("Xero's and Salesforce's own words", () => {
  expect(
    fields(
      file(
        "*ContactName;EmailAddress;POAddressLine1;POCity;PORegion;POPostalCode;POCountry;SAAddressLine1;SACity;PhoneNumber;TaxNumber",
        "Padaria;a@b.com;Rua A;São Paulo;SP;01001-000;Brazil;Rua B;Campinas;11 3456-7890;12345678000195",
      ),
    ),
  ).toEqual({
    "*ContactName": "legalName?",
    EmailAddress: "email",
    POAddressLine1: "street",
    POCity: "city",
    PORegion: "region",
    POPostalCode: "postalCode",
    POCountry: "country",
    PhoneNumber: "phone",
    TaxNumber: "taxId",
  });
  expect(
    fields(
      file(
        "Account Name;Account Owner;Billing Street;Billing Zip/Postal Code;Shipping Zip/Postal Code",
      ),
    ),
  ).toEqual({
    "Account Name": "legalName",
    "Account Owner": "owner",
    "Billing Street": "street",
    "Billing Zip/Postal Code": "postalCode",
  });
});

test("Portuguese and Spanish books", () => {
  expect(
    fields(
      file("Nome;NIF;Morada;Localidade;Código Postal;Telemóvel;Condição de pagamento;Vendedor"),
    ),
  ).toEqual({
    Nome: "legalName",
    NIF: "taxId",
    Morada: "street",
    Localidade: "city",
    "Código Postal": "postalCode",
    Telemóvel: "phone",
    "Condição de pagamento": "paymentTermDays",
    Vendedor: "owner",
  });
  expect(
    fields(
      file(
        "Razón social;Nombre comercial;NIF/CIF;Domicilio;Población;Provincia;C.P.;Móvil;Correo electrónico;Estado",
        "Pan SL;Pan;B12345674;Calle A;Madrid;Madrid;28001;600 123 456;a@b.es;Activo",
      ),
    ),
  ).toMatchObject({
    "Razón social": "legalName",
    "NIF/CIF": "taxId",
    Población: "city",
    Provincia: "region",
    "C.P.": "postalCode",
    Estado: "status",
  });
});

test("near headers are likely, and samples speak where headers do not", () => {
  expect(fields(file("Nome da empresa (razão social);E-mail do cliente;Razao Socal"))).toEqual({
    "Nome da empresa (razão social)": "legalName~",
    "E-mail do cliente": "email~",
  });
  expect(fields(file("Razao Socal"))).toEqual({ "Razao Socal": "legalName~" });
  expect(
    fields(
      file(
        "Column1;Column2;Column3;Column4",
        "Padaria;a@b.com;12.345.678/0001-95;01001-000",
        "Banco;c@d.com;00.000.000/0001-91;04001-001",
      ),
    ),
  ).toEqual({ Column2: "email?", Column3: "taxId?", Column4: "postalCode?" });
});

test("samples that contradict a header cast doubt on it, and the better column wins", () => {
  expect(fields(file("Name;Email", "Padaria;yes", "Banco;no"))).toEqual({
    Name: "legalName",
    Email: "email?",
  });
  expect(fields(file("Email;Work email", "yes;a@b.com", "no;c@d.com"))).toEqual({
    "Work email": "email",
  });
});

test("blank, repeated and hostile headers match nothing twice", () => {
  const columns = file(";__proto__;constructor;Name;Name;toString", "a;b;c;d;e;f");
  expect(matchColumns(columns, customersSheet).map((match) => match.field)).toEqual([
    null,
    null,
    null,
    "legalName",
    null,
    null,
  ]);
  expect(matchColumns([], customersSheet)).toEqual([]);
});

describe("people whose names stand in several columns", () => {
  const people = (header: string, ...rows: string[]) =>
    fields(file(header, ...rows), contactsSheet);

  test.each([
    [
      "Atomic CRM",
      "id;first_name;last_name;title;company_id;company_name;company;email_work;phone_work",
      "2;Shelley;Kerluke;Ubiquitous;1;Gottlieb and Sons;Gottlieb and Sons;a@b.com;1-955-371-0847",
      {
        first_name: "firstName",
        last_name: "lastName",
        title: "jobTitle",
        company_id: "customerExternalId",
        company: "customerName",
        email_work: "email~",
        phone_work: "phone~",
      },
    ],
    [
      "Salesforce",
      "First Name;Last Name;Title;Account Name;Email;Phone;Mailing City",
      "Ana;Souza;CEO;Padaria;a@b.com;11 3456-7890;Recife",
      {
        "First Name": "firstName",
        "Last Name": "lastName",
        Title: "jobTitle",
        "Account Name": "customerName",
        Email: "email",
        Phone: "phone",
      },
    ],
    [
      "Google Contacts",
      "First Name;Middle Name;Last Name;Organization Name;Organization Title;E-mail 1 - Value;Phone 1 - Value",
      "Ana;M;Souza;Padaria;CEO;a@b.com;11 3456-7890",
      {
        "First Name": "firstName",
        "Middle Name": "middleName",
        "Last Name": "lastName",
        "Organization Name": "customerName",
        "Organization Title": "jobTitle",
        "E-mail 1 - Value": "email",
        "Phone 1 - Value": "phone",
      },
    ],
    [
      "HubSpot",
      "Record ID;First Name;Last Name;Email;Phone Number;Associated Company;Job Title",
      "51;Ana;Souza;a@b.com;11 3456-7890;Padaria;CEO",
      {
        "First Name": "firstName",
        "Last Name": "lastName",
        Email: "email",
        "Phone Number": "phone",
        "Associated Company": "customerName",
        "Job Title": "jobTitle",
      },
    ],
    [
      "a Brazilian sheet, whose Nome is the first one beside a Sobrenome",
      "Nome;Sobrenome;Empresa;E-mail",
      "Ana;Souza;Padaria;a@b.com",
      { Nome: "firstName?", Sobrenome: "lastName", Empresa: "customerName", "E-mail": "email" },
    ],
  ])("%s", (_, header, row, expected) => {
    expect(people(header, row)).toMatchObject(expected);
    expect(Object.values(people(header, row))).not.toContain("name");
  });

  test("the whole name is taken where there is one, and nothing is twice", () => {
    expect(people("Full name;First name;Last name;Company")).toEqual({
      "Full name": "name",
      Company: "customerName",
    });
    expect(people("Nome;Empresa")).toEqual({ Nome: "name", Empresa: "customerName" });
  });

  test("customers that are people, and not the people at companies", () => {
    expect(fields(file("First Name;Last Name;Email"))).toEqual({
      "First Name": "firstName",
      "Last Name": "lastName",
      Email: "email",
    });
    expect(fields(file("Nome;Sobrenome;Empresa"))).toEqual({ Empresa: "legalName" });
  });
});

test("an id of another system is none of ours, and a known header is not taken for its neighbour", () => {
  const contacts = (header: string, row: string) => fields(file(header, row), contactsSheet);
  expect(contacts("id;name", "17;Ana")).toEqual({ id: "id?", name: "name" });
  expect(contacts("id;name", "01939d6f-7c00-7000-8000-000000000000;Ana")).toMatchObject({
    id: "id",
  });
  expect(contacts("company_name;company", "Padaria;Padaria")).toEqual({ company: "customerName" });
});
