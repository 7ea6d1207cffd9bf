import type { fields as english } from "../en/fields.js";

/** Where Portugal says it otherwise than Brazil. */
export const fields: Partial<Record<keyof typeof english, string>> = {
  "field.legalName": "Nome legal",
  "field.tradeName": "Nome comercial",
  "field.taxId": "N.º fiscal",
  "field.status": "Estado",
  "field.email": "E-mail",
  "field.website": "Sítio web",
  "field.address": "Morada",
  "field.district": "Freguesia",
  "field.city": "Localidade",
  "field.region": "Distrito",
  "field.postalCode": "Código postal",
  "field.isPrimary": "Contacto principal",
  "field.expectedCloseOn": "Fecho previsto",
  "field.orderedOn": "Data da encomenda",
  "field.dealId": "Oportunidade",
};
