import type { SheetColumn } from "../sheets/sheet.js";
import { labels, words } from "../sheets/sheetWords.js";
import { NAMELESS } from "./headers.js";

/** Columns for the parts of a person's name, as most other systems have them. */
export const namePartColumns = (whole: string): readonly SheetColumn[] => [
  {
    key: "firstName",
    type: "text",
    maxLength: 200,
    partOf: whole,
    labels: labels("Primeiro nome", "First name", "Nombre de pila"),
    synonyms: words(
      "Given name|Forename|First|Nome próprio|Prenome|Primer nombre|Vorname|Prénom|Имя",
    ),
    // Next to a last name these are first names; alone they are whole ones.
    beside: {
      field: "lastName",
      headers: words("Nome|Nombre|Name|Nom|Nome do contato|Contact name"),
    },
    looks: NAMELESS,
    example: "Ana",
  },
  {
    key: "middleName",
    type: "text",
    maxLength: 200,
    partOf: whole,
    labels: labels("Nome do meio", "Middle name", "Segundo nombre"),
    synonyms: words("Additional name|Middle|Segundo nome|Отчество"),
    example: "Maria",
  },
  {
    key: "lastName",
    type: "text",
    maxLength: 200,
    partOf: whole,
    labels: labels("Sobrenome", "Last name", "Apellidos", "Último nome"),
    synonyms: words(
      "Family name|Surname|Last|Último nome|Apelido de família|Apelidos|Apellido|Nachname|Familienname|Nom de famille|Cognome|Фамилия",
    ),
    beside: { field: "firstName", headers: words("Apelido") },
    looks: NAMELESS,
    example: "Souza",
  },
];
