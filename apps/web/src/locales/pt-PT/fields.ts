import type { fields as english } from "../en/fields.js";

/** Where European Portuguese differs from Brazilian. */
export const fields: Partial<Record<keyof typeof english, string>> = {
  "field.legalName": "Denominação social",
  "field.tradeName": "Nome comercial",
  "field.taxId": "NIF",
  "field.status": "Estado",
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
