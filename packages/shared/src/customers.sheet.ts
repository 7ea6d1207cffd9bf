import { customerStatusChoices } from "./customerStatus.choices.js";
import { namePartColumns } from "./namePart.columns.js";
import type { SheetColumn, SheetSchema } from "./sheet.js";
import { labels, words } from "./sheetWords.js";

const identity: SheetColumn[] = [
  {
    key: "number",
    type: "text",
    maxLength: 40,
    labels: labels("Número do cliente", "Customer number", "Número de cliente"),
    synonyms: words(
      "Customer no|Customer #|Client number|Client no|Nº do cliente|Nº cliente|Num cliente|Account number|Account no|Kundennummer|Numéro client|Número de conta",
    ),
    hints: words("Código|Code|Cód|No|Nº|Client code|Customer code|Código do cliente"),
    example: "C-000042",
  },
  {
    key: "legalName",
    type: "text",
    required: true,
    maxLength: 200,
    labels: labels("Razão social", "Legal name", "Razón social"),
    synonyms: words(
      "Nome legal|Nome / Razão social|Razão social / Nome|Nome ou razão social|Nome empresarial|Denominação social|Firma|Legal entity name|Registered name|Company legal name|Nombre fiscal|Nombre o razón social|Company name|Organization name|Organisation name|Account name|Customer name|Client name|Business name|Nome da empresa|Nome do cliente|Nome completo|Nombre de la empresa|Nombre del cliente|Nombre completo|Full name|Company|Organization|Organisation|Empresa|Customer|Client|Cliente|Firmenname|Firma/Name|Raison sociale|Nom|Ragione sociale|Name|Nome|Nombre|Display name|Nome de exibição|Наименование|Наименование организации|Полное наименование|Название|Название компании|Организация|Компания|Клиент|Контрагент|Юридическое лицо",
    ),
    hints: words("Contact name|Contato|Contact|Account|Title"),
    example: "Padaria São João Ltda",
  },
  // Customers of many a shop are people.
  ...namePartColumns("legalName"),
  {
    key: "tradeName",
    type: "text",
    maxLength: 200,
    labels: labels("Nome fantasia", "Trade name", "Nombre comercial"),
    synonyms: words(
      "Fantasia|Nome comercial|Nome de fantasia|Fantasia / Apelido|Apelido|Trading name|Trading as|Doing business as|DBA|DBA name|Brand name|Short name|Nombre de fantasía|Nombre corto|Marca comercial|Nom commercial|Краткое наименование|Торговое название",
    ),
    hints: words("Alias|Nickname|Marca|Brand"),
    example: "Padaria São João",
  },
  {
    key: "taxId",
    type: "taxId",
    maxLength: 40,
    labels: labels("CNPJ / CPF / NIF", "Tax ID", "NIF / Identificación fiscal"),
    synonyms: words(
      "CNPJ|CPF/CNPJ|CNPJ/CPF|CNPJ ou CPF|CPF ou CNPJ|CNPJ - CPF|NIF|NIPC|NIF/NIPC|NIF/CIF|CIF/NIF|CIF|NIF/CIF/DNI|CPF|Documento|CPF/CNPJ do cliente|Número de contribuinte|Nº contribuinte|Nº de contribuinte|Contribuinte|Número fiscal|Número de identificação fiscal|Identificação fiscal|Inscrição federal|Tax number|Tax no|Tax identification number|Tax registration number|Taxpayer ID|Tax ID number|VAT number|VAT no|VAT ID|VAT reg no|VAT registration number|VAT|Business VAT ID|EIN|TIN|Federal tax ID|Número de identificación fiscal|Identificación fiscal|DNI|RFC|CUIT|RUT|RUC|NIT|USt-IdNr|USt-ID|Umsatzsteuer-ID|Steuernummer|Partita IVA|P. IVA|Codice fiscale|TVA|N° TVA|Numéro de TVA|SIRET|SIREN|GSTIN|ABN|ИНН|ИНН/КПП|УНП|БИН",
    ),
    hints: words(
      "ID number|Registration number|Company number|Company registration number|Document|Fiscal code|Doc|Registo|Registro",
    ),
    example: "12.345.678/0001-95",
  },
  {
    key: "taxIdCountry",
    type: "country",
    mayBeUnknown: true,
    labels: labels("País do documento fiscal", "Tax ID country", "País del NIF"),
    synonyms: words(
      "Tax country|VAT country|VAT country code|Country of tax ID|País fiscal|País do CNPJ / CPF / NIF|País do NIF|País de identificación fiscal|País del documento",
    ),
    example: "BR",
  },
  {
    key: "status",
    type: "choice",
    choices: customerStatusChoices,
    labels: labels("Situação", "Status", "Situación"),
    synonyms: words(
      "Customer status|Client status|Account status|Status do cliente|Situação do cliente|Situação cadastral|Estado do cliente|Estado del cliente|Active|Ativo|Activo|State of customer|Статус|Estado",
    ),
    hints: words("Lifecycle stage|Lead status|Stage|Etapa|Fase|Type|Tipo"),
    example: "Ativo",
  },
];

const reach: SheetColumn[] = [
  {
    key: "email",
    type: "email",
    maxLength: 254,
    labels: labels("E-mail", "Email", "Correo electrónico"),
    synonyms: words(
      "E-mail|Email address|E-mail address|Mail|Endereço de e-mail|Endereço eletrônico|E-mail principal|E-mail comercial|Correio eletrónico|Correo|Dirección de correo|Email work|Work email|Email 1|Email - Work|Primary email|Main email|Business email|Billing email|E-mail de cobrança|E-mail financeiro|E-mail NFe|E-Mail-Adresse|Courriel|Почта|Эл. почта|Электронная почта|Электронный адрес",
    ),
    example: "contato@padariasaojoao.com.br",
  },
  {
    key: "phone",
    type: "phone",
    maxLength: 40,
    labels: labels("Telefone", "Phone", "Teléfono"),
    synonyms: words(
      "Phone number|Phone numbers|Telephone|Telephone number|Tel|Tel.|Fone|Fone comercial|Telefone comercial|Telefone principal|Telefone fixo|Número de telefone|Phone work|Work phone|Phone 1|Phone - Work|Primary phone|Main phone|Business phone|Company phone|Telefone 1|Fone 1|Telefon|Téléphone|Telefono|Телефон|Номер телефона|Celular|Telemóvel|Mobile|Mobile phone|Mobile number|Cell|Cell phone|Móvil|WhatsApp",
    ),
    example: "+55 11 3456-7890",
  },
  {
    key: "website",
    type: "url",
    maxLength: 500,
    labels: labels("Site", "Website", "Sitio web"),
    synonyms: words(
      "Web site|Website URL|URL|Web|Homepage|Home page|Página web|Página|Sítio web|Endereço do site|Company domain name|Domain|Domínio|Dominio|Site web|Webseite|Сайт|Веб-сайт",
    ),
    example: "https://padariasaojoao.com.br",
  },
];

const place: SheetColumn[] = [
  {
    key: "street",
    type: "text",
    maxLength: 200,
    lines: "joined",
    labels: labels("Endereço", "Street", "Dirección"),
    synonyms: words(
      "Logradouro|Rua|Morada|Endereço completo|Billing street|Billing address|Billing street address|Street address|Street name|Address|Address 1|Address line 1|Street 1|Street line 1|Billing address line 1|PO address line 1|Mailing address|Full address|Full/combined address of address|Street/road name of address|Address street|Endereço de cobrança|Endereço de faturamento|Morada de faturação|Calle|Domicilio|Domicilio fiscal|Dirección fiscal|Dirección de facturación|Straße|Strasse|Anschrift|Adresse|Indirizzo|Rue|Via|Адрес|Юридический адрес|Улица",
    ),
    example: "Rua das Flores",
  },
  {
    key: "streetNumber",
    type: "text",
    maxLength: 20,
    lines: "joined",
    labels: labels("Número", "Street number", "Número de calle"),
    synonyms: words(
      "House number|House no|Building number|Número do endereço|Nº endereço|Num endereço|Número da porta|Nº porta|Address number|House number of address|Núm.|Número exterior|Número externo|Hausnummer|Billing house number|Дом",
    ),
    hints: words("Num|Nº|N.º"),
    example: "123",
  },
  {
    key: "complement",
    type: "text",
    maxLength: 100,
    lines: "joined",
    labels: labels("Complemento", "Address line 2", "Complemento de dirección"),
    synonyms: words(
      "Complement|Compl|Complemento do endereço|Billing apt/suite|Apt/Suite|Suite|Apartment|Apartment/suite no of address|Unit|Address 2|Street 2|Street line 2|Billing street 2|Billing address line 2|PO address line 2|Street address 2|Andar|Piso|Piso/Puerta|Sala|Número interior|Квартира|Офис",
    ),
    example: "Sala 2",
  },
  {
    key: "district",
    type: "text",
    maxLength: 100,
    lines: "joined",
    labels: labels("Bairro", "District", "Barrio"),
    synonyms: words(
      "Neighborhood|Neighbourhood|Suburb|District/sublocality of address|Freguesia|Colonia|Urbanización|Billing district|Район",
    ),
    hints: words("Distrito|Setor|Zona"),
    example: "Centro",
  },
  {
    key: "city",
    type: "text",
    maxLength: 100,
    lines: "joined",
    labels: labels("Cidade", "City", "Ciudad"),
    synonyms: words(
      "Município|Localidade|Concelho|Town|City/Town|Town/City|City/Town/Village|Locality|Billing city|PO city|Address city|City/town/village/locality of address|Cidade de cobrança|Municipio|Población|Localidad|Ort|Stadt|Ville|Città|Comune|Город|Населенный пункт",
    ),
    example: "São Paulo",
  },
  {
    key: "region",
    type: "text",
    maxLength: 100,
    lines: "joined",
    labels: labels("UF / Estado", "State / Region", "Provincia / Estado"),
    synonyms: words(
      "UF|Estado|Estado (UF)|Estado / UF|Sigla UF|State|State/Province|Province/State|State/Region|Province|Provincia|Província|Região|Region|Región|County|State/County|State/county of address|Region of address|Billing state|Billing state/province|Billing province|Billing region|PO region|Address state|Comunidad autónoma|Departamento|Bundesland|Région|Regione|Область|Регион",
    ),
    hints: words("Distrito"),
    example: "SP",
  },
  {
    key: "postalCode",
    type: "text",
    maxLength: 20,
    lines: "joined",
    labels: labels("CEP / Código postal", "Postal code", "Código postal"),
    synonyms: words(
      "CEP|C.E.P.|Cód. postal|Cod postal|Código Postal (CEP)|C.P.|CP|Zip|Zip code|Zip/Postal code|Postal code/Zip|ZIP/postal code of address|Postcode|Post code|Billing postal code|Billing zip|Billing zip/postal code|Billing zip code|Billing code|PO postal code|Address zip|Address postal code|PLZ|Postleitzahl|Code postal|CAP|Индекс|Почтовый индекс",
    ),
    example: "01001-000",
  },
  {
    key: "country",
    type: "country",
    labels: labels("País", "Country", "País"),
    synonyms: words(
      "Country code|Country/Region|Billing country|PO country|Address country|Country of address|País de cobrança|Código do país|Código de país|Nation|Land|Pays|Paese|Страна",
    ),
    example: "BR",
  },
];

const relation: SheetColumn[] = [
  {
    key: "owner",
    type: "text",
    maxLength: 254,
    labels: labels("Responsável", "Owner", "Responsable"),
    synonyms: words(
      "Account owner|Company owner|Customer owner|Owner email|E-mail do responsável|Account manager|Gerente de conta|Gestor|Gestor de conta|Salesperson|Sales person|Sales rep|Sales representative|Sales|Vendedor|Vendedor responsável|Consultor|Comercial|Representante|Assigned to|Assigned user|Responsible|Responsável pela conta|Gestor comercial|Agente comercial|Ответственный|Менеджер",
    ),
    example: "ana@example.com",
  },
  {
    key: "tags",
    type: "tags",
    labels: labels("Etiquetas", "Tags", "Etiquetas"),
    synonyms: words("Tag|Label|Labels|Marcadores|Marcador|Palavras-chave|Keywords|Метки|Теги"),
    hints: words("Category|Categories|Categoria|Categorias|Categoría|Grupo|Group|Segmento|Segment"),
    example: "varejo, vip",
  },
  {
    key: "notes",
    type: "text",
    maxLength: 10_000,
    lines: "paragraphs",
    labels: labels("Observações", "Notes", "Notas"),
    synonyms: words(
      "Note|Nota|Obs|Observação|Observações gerais|Observación|Observaciones|Anotações|Comments|Comment|Comentários|Comentarios|Remarks|Internal notes|Private notes|Public notes|Memo|Additional information|Informações adicionais|Примечание|Комментарий",
    ),
    hints: words("Description|Descrição|Descripción|Details|Background"),
    example: "Entregar pela manhã",
  },
  {
    key: "currency",
    type: "currency",
    labels: labels("Moeda", "Currency", "Moneda"),
    synonyms: words(
      "Currency code|Código da moeda|Código de moneda|Divisa|Default currency|Moeda padrão|Währung|Devise|Valuta|Валюта",
    ),
    example: "BRL",
  },
  {
    key: "paymentTermDays",
    type: "integer",
    min: 0,
    max: 3650,
    labels: labels("Prazo de pagamento (dias)", "Payment term (days)", "Plazo de pago (días)"),
    synonyms: words(
      "Payment term|Payment terms|Payment terms (days)|Payment days|Net days|Terms|Credit days|Due days|Prazo|Prazo de pagamento|Condição de pagamento|Condições de pagamento|Dias de prazo|Prazo (dias)|Plazo de pago|Días de crédito|Condiciones de pago|Customer payment terms|Zahlungsziel|Срок оплаты",
    ),
    example: "30",
  },
  {
    key: "externalSource",
    type: "text",
    maxLength: 100,
    labels: labels("Sistema de origem", "Source system", "Sistema de origen"),
    synonyms: words("External source|External system|Sistema externo|Origem externa|ID source"),
    example: "erp",
  },
  {
    key: "externalId",
    type: "text",
    maxLength: 200,
    labels: labels("ID no sistema de origem", "External ID", "ID en el sistema de origen"),
    synonyms: words(
      "ID externo|Código externo|Source ID|External reference|External key|Código de integração|Código do cliente (Integração)|Código integração|Record ID|Company ID|Organization ID|Customer ID|Client ID|Account ID|ID do cliente|ID del cliente|ID cliente|Código do cliente|Código de cliente|Client code|Customer code|Reference|Referência|Referencia|ID|Código|Code|Cód|Identifier|Identificador|Код",
    ),
    example: "A-1017",
  },
  {
    key: "createdAt",
    type: "dateTime",
    exportOnly: true,
    labels: labels("Criado em", "Created at", "Creado el"),
    synonyms: [],
    example: "2026-01-31T12:00:00.000Z",
  },
];

/** The sheet of customers: template, import and export in one description. */
export const customersSheet: SheetSchema = {
  kind: "CUSTOMERS",
  columns: [...identity, ...reach, ...place, ...relation],
};
