import type { Looks } from "../sheets/sheet.js";

/** Headers of a tax ID, those of companies before those of people: a row that has both is a company. */
export const taxIdHeaders =
  "CNPJ|CPF/CNPJ|CNPJ/CPF|CNPJ ou CPF|CPF ou CNPJ|CNPJ - CPF|CGC|CGC/CPF|CGC_CPF|CgcCpf|CGCCFO|C.N.P.J.|NIF|NIPC|NIF/NIPC|NIF/CIF|CIF/NIF|CIF|CIF/DNI|NIF/CIF/DNI|NIF / CIF|CNIF|CDNICIF|NIFCLI|N.I.F.|C.I.F.|VAT number|VAT no|VAT ID|VAT reg no|VAT reg number|VAT registration no|VAT registration number|VAT|Client VAT number|Business VAT ID|Tax VAT number|Taxvat|Billing CNPJ|Tax number|Tax no|Tax identification number|Tax registration number|Taxpayer ID|Tax ID number|Fiscal ID|EIN|TIN|Federal tax ID|LicTradNum|Company tax ID|CompanyTaxID|Número de contribuinte|Nº contribuinte|Nº de contribuinte|N.º de contribuinte|N.º contribuinte|NumContrib|Num contribuinte|NContrib|Ncont|Contribuinte n.º|Contribuinte|Número fiscal|Número de identificação fiscal|Identificação fiscal|Inscrição federal|Número de identificación fiscal|Identificación fiscal|RFC|CUIT|RUT|RUC|NIT|USt-IdNr|USt-IdNr.|USt-ID|Umsatzsteuer-ID|Steuernummer|Partita IVA|P. IVA|Codice fiscale|TVA|N° TVA|Numéro de TVA|TVA intracommunautaire|SIRET|SIREN|GSTIN|ABN|ИНН|ИНН/КПП|УНП|БИН|Documento|Documento fiscal|CPF/CNPJ do cliente|CPF|Billing CPF|DNI|NIE";

/** Headers of the whole name of a person or company, where nothing says more. */
export const wholeNames =
  "Nome completo|Nombre completo|Full name|Display name|Nome de exibição|Name|Nome|Nombre|Nom";

/** Headers of a customer's id in another system. */
export const customerIdHeaders =
  "Company ID|Organization ID|Customer ID|Client ID|Account ID|ID do cliente|ID del cliente|ID cliente|Código do cliente|Código de cliente|Código cliente|Client code|Customer code|Code client";

/** What names of people and companies do not look like. */
export const NAMELESS: Looks = { like: ["words"], unlike: ["email", "link", "date"] };
