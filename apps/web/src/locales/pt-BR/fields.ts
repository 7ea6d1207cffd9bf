import type { fields as english } from "../en/fields.js";

/** The names of records' fields: in forms, in tables and in the history. */
export const fields: Record<keyof typeof english, string> = {
  "field.legalName": "Razão social",
  "field.tradeName": "Nome fantasia",
  "field.taxId": "Documento fiscal",
  "field.status": "Situação",
  "field.email": "E-mail",
  "field.phone": "Telefone",
  "field.website": "Site",
  "field.address": "Endereço",
  "field.tags": "Etiquetas",
  "field.notes": "Observações",
  "field.currency": "Moeda",
  "field.paymentTermDays": "Prazo de pagamento",
  "field.ownerId": "Responsável",
  "field.street": "Rua",
  "field.streetNumber": "Número",
  "field.complement": "Complemento",
  "field.district": "Bairro",
  "field.city": "Cidade",
  "field.region": "Estado",
  "field.postalCode": "CEP",
  "field.country": "País",
};
