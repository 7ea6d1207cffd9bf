import type { SheetColumn } from "../sheets/sheet.js";
import { labels, words } from "../sheets/sheetWords.js";

const PLACE = { like: ["words"], unlike: ["email", "link", "date"] } as const;

/** Where a customer is. */
export const placeColumns: readonly SheetColumn[] = [
  {
    key: "street",
    type: "text",
    maxLength: 200,
    lines: "joined",
    ofAddress: true,
    labels: labels("Endereço", "Street", "Dirección", "Morada"),
    synonyms: words(
      "Logradouro|Rua|Morada|Street/road name of address|Street/road name|Street name|StreetName|Street|Street address|Billing street address|Street 1|Street line 1|Line 1|Line1|Billing address|Mailing address|Address|Address 1|Address line 1|Address line|Endereço de cobrança|Endereço de faturamento|Morada de faturação|Mor|End|EndCli|Calle|Domicilio|Domicilio fiscal|Dirección fiscal|Dirección de facturación|DOMCLI|CDIRCLI|Straße|Strasse|Anschrift|Adresse|Indirizzo|Rue|Via|Адрес|Юридический адрес|Улица",
    ),
    looks: PLACE,
    example: "Rua das Flores",
  },
  {
    key: "streetNumber",
    type: "text",
    maxLength: 20,
    lines: "joined",
    ofAddress: true,
    labels: labels("Número do endereço", "Street number", "Número de calle", "Número da porta"),
    synonyms: words(
      "House number|House number of address|House no|Building number|BuildingNumber|StreetNo|Número (endereço)|Endereço número|Address number|Nº endereço|Num endereço|NumEnd|NenCli|Número da porta|Nº porta|Número exterior|Número externo|Hausnummer|Дом",
    ),
    beside: {
      field: "street",
      next: true,
      headers: words("Número|Nº|N.º|Num|Núm.|Number|No|No."),
    },
    looks: { like: ["houseNumber"], unlike: ["email", "date"] },
    example: "123",
  },
  {
    key: "complement",
    type: "text",
    maxLength: 100,
    lines: "joined",
    ofAddress: true,
    labels: labels("Complemento", "Address line 2", "Complemento de dirección", "Andar"),
    synonyms: words(
      "Complement|Compl|CplEnd|Complemento do endereço|Apt/Suite|Apt|Suite|Apartment|Apartment/suite no|Unit|Line 2|Line2|Address 2|Street 2|Street line 2|Extended address|Andar|Piso|Piso/Puerta|Sala|Número interior|Квартира|Офис",
    ),
    looks: { unlike: ["email", "link", "date"] },
    example: "Sala 2",
  },
  {
    key: "district",
    type: "text",
    maxLength: 100,
    lines: "joined",
    ofAddress: true,
    labels: labels("Bairro", "District", "Barrio", "Freguesia"),
    synonyms: words(
      "Neighborhood|Neighbourhood|Suburb|District/sublocality|BaiCli|Freguesia|Colonia|Urbanización|Block|Район",
    ),
    hints: words("Distrito|Setor|Zona"),
    looks: PLACE,
    example: "Centro",
  },
  {
    key: "city",
    type: "text",
    maxLength: 100,
    lines: "joined",
    ofAddress: true,
    labels: labels("Cidade", "City", "Ciudad", "Localidade"),
    synonyms: words(
      "Município|Nome do município|MUN|CidCli|Localidade|Local|Fac_Local|Concelho|Town|City/Town|Town/City|City/Town/Village|City/town/village/locality|Locality|City name|CityName|Municipio|Población|POBCLI|CPOBCLI|Localidad|Ort|Stadt|Ville|Città|Comune|Город|Населенный пункт",
    ),
    hints: words("Cploc|Location"),
    looks: PLACE,
    example: "São Paulo",
  },
  {
    key: "region",
    type: "text",
    maxLength: 100,
    lines: "joined",
    ofAddress: true,
    labels: labels("UF / Estado", "State / Region", "Provincia / Estado", "Distrito / Região"),
    synonyms: words(
      "UF|Estado|Estado (UF)|Estado / UF|Sigla UF|SigUfs|EST|CODETD|State|State1|State id|Province code|State/Province|Province/State|State/Region|State or province|Province|Provincia|PROCLI|Província|Região|Region|Región|County|State/County|Comunidad autónoma|Departamento|Département|Bundesland|Région|Regione|Область|Регион",
    ),
    hints: words("Distrito"),
    looks: PLACE,
    example: "SP",
  },
  {
    key: "postalCode",
    type: "text",
    maxLength: 20,
    lines: "joined",
    ofAddress: true,
    labels: labels("CEP / Código postal", "Postal code", "Código postal", "Código postal"),
    synonyms: words(
      "CEP|C.E.P.|CepCli|Cód. postal|Cod postal|Código Postal (CEP)|Codpost|C.P.|CP|C. Postal|CPOCLI|CPTLCLI|Zip|Zip code|ZipCode|Zip/Postal code|Postal code/Zip|ZIP/postal code|Postal zone|PostalZone|Postcode|Post code|Billing code|PLZ|Postleitzahl|Code postal|CAP|Индекс|Почтовый индекс",
    ),
    looks: { like: ["postalCode", "formattedPostalCode"], unlike: ["date"] },
    example: "01001-000",
  },
  {
    key: "country",
    type: "country",
    ofAddress: true,
    labels: labels("País", "Country", "País"),
    synonyms: words(
      "Country code|Country/Region|Country / Region|Country/Region code|Country id|País de cobrança|Código do país|Código de país|PAICLI|Nation|Land|Pays|Paese|Страна",
    ),
    cues: { headers: words("Territory|Território|Territorio") },
    example: "BR",
  },
  {
    key: "fullAddress",
    type: "text",
    maxLength: 500,
    // What stands on lines of its own is a part of its own.
    lines: "paragraphs",
    importOnly: true,
    several: "first",
    labels: labels("Endereço completo", "Full address", "Dirección completa", "Morada completa"),
    synonyms: words(
      "Full/combined address of address|Full/combined address|Complete address|Formatted address|Address 1 - Formatted|Morada completa|Domicilio completo|Primary address|Полный адрес",
    ),
    cues: {
      headers: words(
        "Endereço|Address|Address 1|Billing address|Mailing address|Street address|Location|Morada|Dirección|Domicilio|Morada de faturação|Endereço de cobrança|Endereço de faturamento|Dirección de facturación|Dirección fiscal|Anschrift|Adresse|Адрес",
      ),
      looks: { like: ["address"] },
      outweigh: true,
    },
    example: "Rua das Flores, 123 - Centro, São Paulo - SP, 01001-000, Brasil",
  },
];
