import { contactsSheet } from "../contacts/contacts.sheet.js";
import { customersSheet } from "../customers/customers.sheet.js";
import { SHEET_LANGUAGES, type SheetSchema, wholeColumns } from "../sheets/sheet.js";
import type { FileColumn } from "./candidates.js";
import { profileOf } from "./columnProfile.js";
import { type ColumnMatch, matchColumns } from "./matchColumns.js";

/** A file's columns from its header line and some rows, parted by semicolons. */
function file(header: string, ...rows: string[]): FileColumn[] {
  const cells = rows.map((row) => row.split(";"));
  return header.split(";").map((name, at) => ({
    header: name,
    profile: profileOf(cells.map((row) => row[at] ?? "")),
  }));
}

/**
 * The fields by header: "~" is likely, "+1" stands in where the columns before it are blank, "?" waits for a
 * person. Columns that stay out are left out.
 */
function fields(
  columns: FileColumn[],
  sheet: SheetSchema = customersSheet,
): Record<string, string> {
  const described = (match: ColumnMatch | undefined) => {
    if (match?.suggestion) return `${match.suggestion}?`;
    if (!match?.field) return "";
    const place = match.place === 0 ? "" : `+${match.place}`;
    return `${match.field}${place}${match.confidence === "likely" ? "~" : ""}`;
  };
  const matches = matchColumns(columns, sheet);
  return Object.fromEntries(
    columns.map(({ header }, at) => [header, described(matches[at])]).filter(([, field]) => field),
  );
}

test("our own headers match exactly in every language, and what is export only does not", () => {
  for (const language of SHEET_LANGUAGES) {
    const columns = wholeColumns(customersSheet).map((column) => ({
      header: column.labels[language],
      profile: profileOf([column.example]),
    }));
    expect(matchColumns(columns, customersSheet)).toEqual(
      wholeColumns(customersSheet).map(({ key, exportOnly }) =>
        expect.objectContaining(
          exportOnly
            ? { field: null, confidence: null, reason: "exportOnly" }
            : { field: key, confidence: "exact", reason: "header" },
        ),
      ),
    );
  }
});

test("the keys of the API match exactly", () => {
  const known = wholeColumns(customersSheet);
  const columns = known.map(({ key }) => ({ header: key, profile: profileOf([]) }));
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
    // The names of people count where the organization is blank.
    "First Name": "firstName",
    "Last Name": "lastName",
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
    ["legalName", null, null, "street", "complement", "city", "region", "postalCode", "country", null, null, null, null, null, null, null, "taxId", "website", null, "currency", null, "notes", "firstName", "lastName", "email", "phone"],
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
    background: "notes~",
    company_id: "externalId",
    company_name: "legalName",
    company: "legalName+1",
    first_name: "firstName",
    last_name: "lastName",
    sales: "owner",
    email_other: "email",
    phone_work: "phone",
    phone_home: "phone+1",
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
    Celular: "phone+1",
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
    "*ContactName": "legalName",
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

test("blank and hostile headers match nothing, and of two alike the second is the fallback", () => {
  const columns = file(";__proto__;constructor;Name;Name;toString", "a;b;c;d;e;f");
  const matches = matchColumns(columns, customersSheet);
  expect(matches.map(({ field, place }) => field && `${field}+${place}`)).toEqual([
    null,
    null,
    null,
    "legalName+0",
    "legalName+1",
    null,
  ]);
  expect(matchColumns([], customersSheet)).toEqual([]);
});

describe("people whose names are in several columns", () => {
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
        email_work: "email",
        phone_work: "phone",
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
      { Nome: "firstName", Sobrenome: "lastName", Empresa: "customerName", "E-mail": "email" },
    ],
  ])("%s", (_, header, row, expected) => {
    expect(people(header, row)).toMatchObject(expected);
    expect(Object.values(people(header, row))).not.toContain("name");
  });

  test("the whole name is taken where there is one, and its parts where it is blank", () => {
    expect(people("Full name;First name;Last name;Company")).toEqual({
      "Full name": "name",
      "First name": "firstName",
      "Last name": "lastName",
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
    expect(fields(file("Nome;Sobrenome;Empresa"))).toEqual({
      Nome: "firstName",
      Sobrenome: "lastName",
      Empresa: "legalName",
    });
  });
});

test("an id of another system is none of ours, and a known header is not taken for its neighbour", () => {
  const contacts = (header: string, row: string) => fields(file(header, row), contactsSheet);
  expect(contacts("id;name", "17;Ana")).toEqual({ id: "id?", name: "name" });
  expect(contacts("id;name", "01939d6f-7c00-7000-8000-000000000000;Ana")).toMatchObject({
    id: "id",
  });
  expect(contacts("company_name;company", "Padaria;Padaria")).toEqual({
    company: "customerName",
    company_name: "customerName+1",
  });
});

describe("headers and values that do not go together", () => {
  const many = (header: string, cells: (at: number) => string) =>
    file(header, ...Array.from({ length: 20 }, (_, at) => cells(at)));
  const reasons = (columns: FileColumn[]) =>
    matchColumns(columns, customersSheet).map(({ reason }) => reason);

  test("a known header is judged by all its values, not by the first ones", () => {
    const late = many("Nome;E-mail", (at) => `N${at} Ltda;${at < 12 ? "não tem" : `a${at}@x.co`}`);
    expect(fields(late)).toEqual({ Nome: "legalName", "E-mail": "email" });
    expect(fields(many("Nome;E-mail", (at) => `N${at} Ltda;não tem`))).toEqual({
      Nome: "legalName",
      "E-mail": "email?",
    });
  });

  test("a code is no name, and a number before the name is none of a house", () => {
    expect(fields(file("Cliente;Nome", "SILVA;Silva & Filhos Lda", "VD;Consumidor final"))).toEqual(
      { Cliente: "externalId~", Nome: "legalName" },
    );
    expect(fields(file("Cliente", "Silva & Filhos Lda"))).toEqual({ Cliente: "legalName~" });
    expect(
      fields(file("Número;Nome;Morada", "1;Café Lda;Rua Um, 1", "2;Bar Lda;Rua Dois")),
    ).toEqual({ Número: "number~", Nome: "legalName", Morada: "street" });
    expect(fields(file("Nome;Rua;Número", "Bar;Rua Um;1", "Café;Rua Um;1"))).toEqual({
      Nome: "legalName",
      Rua: "street",
      Número: "streetNumber",
    });
  });

  test("what says the same everywhere, or 0, is no key", () => {
    const zeros = file("Account Name;Account Number;Record Id", "A One;0;z1", "B Two;0;z2");
    expect(fields(zeros)).toEqual({
      "Account Name": "legalName",
      "Account Number": "number?",
      "Record Id": "externalId",
    });
    expect(reasons(zeros)[1]).toBe("notAKey");
    const branches = file("COD;NOME;CGC", "01;A;11222333000181", "01;A;11222333000262");
    expect(fields(branches)).toEqual({ COD: "externalId?", NOME: "legalName", CGC: "taxId" });
    const twice = file("Código externo;Nome", "K1;Padaria", "K1;Padaria");
    expect(fields(twice)).toMatchObject({ "Código externo": "externalId" });
  });

  test("whose a word is stays with it: the company of an address is no street", () => {
    expect(
      fields(
        file(
          "First Name;Last Name;Default Address Company;Default Address Address1;Default Address City",
          "Ana;Lima;Padaria Modelo;Rua A 10;São Paulo",
        ),
      ),
    ).toEqual({
      "First Name": "firstName",
      "Last Name": "lastName",
      "Default Address Company": "legalName?",
      "Default Address Address1": "street",
      "Default Address City": "city",
    });
    expect(fields(file("name;country_id;state_id", "Ana;Brazil;São Paulo (BR)"))).toEqual({
      name: "legalName",
      country_id: "country",
      state_id: "region",
    });
  });

  test("a whole address is none of a street", () => {
    const whole = "Rua A, 10 - Bela Vista, São Paulo - SP, 01310-100, Brasil";
    expect(fields(file("Nome;Endereço", `Ana;${whole}`))).toEqual({
      Nome: "legalName",
      Endereço: "fullAddress~",
    });
    expect(fields(file("Nome;Endereço", "Ana;Rua A, 10"))).toMatchObject({ Endereço: "street" });
  });

  test("headers are compared without dots, and without what all of them begin with", () => {
    expect(fields(file("Razon Social;C.I.F.;Poblacion", "Sol SL;B58378431;Madrid"))).toEqual({
      "Razon Social": "legalName",
      "C.I.F.": "taxId",
      Poblacion: "city",
    });
    expect(fields(file("N.I.F.", "501442600"))).toEqual({ "N.I.F.": "taxId" });
    expect(fields(file("NumContrib", "501442600"))).toEqual({ NumContrib: "taxId" });
    expect(
      fields(
        file(
          "A1_COD;A1_NOME;A1_END;A1_MUN;A1_DDD;A1_TEL;A1_CGC",
          "000001;PADARIA LTDA;RUA A,10;SAO PAULO;011;33332222;11222333000181",
        ),
      ),
    ).toEqual({
      A1_COD: "externalId",
      A1_NOME: "legalName",
      A1_END: "street",
      A1_MUN: "city",
      A1_DDD: "phoneAreaCode",
      A1_TEL: "phone",
      A1_CGC: "taxId",
    });
  });

  test("yes and no under a vague header say nothing of a status", () => {
    expect(fields(file("Nome;Tipo", "Ana;0", "Rita;1"))).toEqual({ Nome: "legalName" });
    expect(fields(file("Nome;Ativo", "Ana;0", "Rita;1"))).toMatchObject({ Ativo: "status" });
  });

  test("a vague header counts where its values agree, and is only suggested where they half do", () => {
    const type = (...values: string[]) =>
      fields(file("Name;Type", ...values.map((v) => `Ana;${v}`)));
    expect(type("Customer", "Prospect")).toMatchObject({ Type: "status~" });
    expect(type("Customer - Direct", "Prospect")).toMatchObject({ Type: "status?" });
    expect(type("Company", "Person")).toEqual({ Name: "legalName" });
  });

  test("why a column stays out is said", () => {
    const columns = file(
      "Nome;Criado em;Fax;Entrega rua;Setor de atuação;Telefone;Fone;Observações",
      "Ana;2026-01-01;11 3333-2222;Rua B;Padarias;11 3333-2222;11 3333-2222;",
    );
    expect(reasons(columns)).toEqual([
      "header",
      "exportOnly",
      "otherRecord",
      "otherRecord",
      "unknownHeader",
      "header",
      "header",
      "header",
    ]);
    const [, email] = matchColumns(file("E-mail;Correo;Owner", "a@b.co;c@d.co;1"), customersSheet);
    expect(email).toMatchObject({ field: "email", place: 1 });
    expect(reasons(file("Cidade;Município", "Porto;Porto"))).toEqual(["header", "fieldTaken"]);
  });
});
