import type { SheetColumn } from "../sheets/sheet.js";
import { labels, words } from "../sheets/sheetWords.js";
import { furtherEmailColumns, furtherPhoneColumns } from "./contactPoints.js";

/** Columns by which phones are put together: exports of some systems keep the area code apart. */
export const phonePartColumns: readonly SheetColumn[] = [
  {
    key: "phoneAreaCode",
    type: "text",
    maxLength: 10,
    importOnly: true,
    several: "first",
    labels: labels("DDD", "Phone area code", "Prefijo del teléfono", "Indicativo"),
    synonyms: words(
      "DDD telefone|DDD do telefone|DDD fone|DDD 1|DDD telefone 1|DDD fixo|DDD comercial|DDD celular|DDD do celular|DDD WhatsApp|DDD 2|DDD telefone 2|DDD fone 2|DDD residencial|Area code|PhoneAreaCode|Código de área|Prefijo|Indicativo",
    ),
    // With letters as well: "0xx21".
    looks: { like: ["number", "houseNumber"] },
    example: "11",
  },
  {
    key: "phoneCountryCode",
    type: "text",
    maxLength: 10,
    importOnly: true,
    labels: labels(
      "DDI",
      "Phone country code",
      "Código de país del teléfono",
      "Indicativo do país",
    ),
    synonyms: words("DDI telefone|Country calling code|PhoneCountryCode|Dialing code"),
    looks: { like: ["number", "code"], unlike: ["words"] },
    example: "55",
  },
];

/** How a customer is reached. */
export const reachColumns: readonly SheetColumn[] = [
  {
    key: "email",
    type: "email",
    maxLength: 254,
    several: "first",
    furtherIn: "furtherEmails",
    labels: labels("E-mail", "Email", "Correo electrónico"),
    synonyms: words(
      "E-mail|Email address|E-mail address|Email Id|EmailID|E_Mail|Mail|Endereço de e-mail|Endereço eletrônico|E-mail principal|E-mail comercial|Correio eletrónico|ElectronicMail|Correo|Correo electrónico principal|Dirección de correo|EMACLI|Email work|Work email|Email 1|Email - Work|E-mail 1 - Value|Primary email|Main email|Business email|Email business|Emails|E-mails|E-mail de cobrança|E-mail financeiro|E-mail NFe|E-mail para envio de NFE|Billing email|E-Mail-Adresse|Courriel|Почта|Эл. почта|Электронная почта|Электронный адрес|Email 2|E-mail 2|E-mail 2 Address|E-mail 2 - Value|Email - Home|Email home|Home email|Email - Other|Email other|Other email|E-mail secundário|E-mail alternativo|Secondary email|Alternate email|Email (Primary Contact)",
    ),
    example: "contato@padariasaojoao.com.br",
  },
  ...furtherEmailColumns,
  {
    key: "phone",
    type: "phone",
    maxLength: 40,
    several: "first",
    furtherIn: "furtherPhones",
    labels: labels("Telefone", "Phone", "Teléfono"),
    synonyms: words(
      "Phone number|Phone numbers|Phones|Phone no|Phone No.|Telephone|Telephone number|Tel|Tel.|Telefones|Fone|FonCli|Fone comercial|Telefone comercial|Telefone principal|Telefone fixo|Número de telefone|TELCLI|CTFO1CLI|Phone work|Phone - Work|Work phone|Work|Phone 1|Phone 1 - Value|Telephone 1|Primary phone|Main phone|Business phone|Office phone|Company phone|Client phone|Telefone 1|Fone 1|Teléfono 1|Telefon|Téléphone|Telefono|Fac_Tel|Телефон|Номер телефона|Celular|Telefone celular|Telemóvel|Tlmvl|Mobile|Mobile no|Mobile phone|Mobile phone number|Mobile number|Phone - Mobile|MobilePhone|Phone mobile|Cell|Cell phone|Cellular|Billing cellphone|Móvil|MOVCLI|WhatsApp|Handy|Phone 2|Phone 2 - Value|Telephone 2|Business Phone 2|Telefone 2|Fone 2|Teléfono 2|Outro telefone|Alt. phone|Other phone|Phone - Home|Phone - Other|Home phone|Telefone residencial|Default Address Phone|Billing phone",
    ),
    example: "+55 11 3456-7890",
  },
  ...furtherPhoneColumns,
  ...phonePartColumns,
  {
    key: "website",
    type: "url",
    maxLength: 500,
    several: "first",
    labels: labels("Site", "Website", "Sitio web"),
    synonyms: words(
      "Web site|WebSite|Website URL|WebsiteUrl|URL|Web|Web address|Web page|Website 1 - Value|IntrntSite|WEBCLI|Homepage|Home page|Página web|Página|Sítio web|Endereço do site|Endereço web|EnderecoWeb|Domain Name / Link URL|Company domain name|Domain name|Domain names|Domain|Domínio|Dominio|Site web|Webseite|Сайт|Веб-сайт",
    ),
    example: "https://padariasaojoao.com.br",
  },
];
