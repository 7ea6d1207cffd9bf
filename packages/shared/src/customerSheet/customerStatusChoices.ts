import type { SheetChoice } from "../sheets/sheet.js";
import { choice } from "../sheets/sheetWords.js";

/** The words by which spreadsheets say where a customer stands. */
export const customerStatusChoices: readonly SheetChoice[] = [
  choice(
    "LEAD",
    "Potencial|Lead|Potencial",
    "Prospect|Prospecto|Cliente potencial|Interessado|Opportunity|Oportunidade|Lead novo|Suspect|Subscriber|Marketing Qualified Lead|Sales Qualified Lead|MQL|SQL|Lead qualificado|Hot lead|Warm lead|Cold lead",
  ),
  choice(
    "ACTIVE",
    "Ativo|Active|Activo",
    "Ativa|Activa|A|Customer|Cliente|Sim|Yes|Sí|S|Y|1|True|Enabled|Em dia|Liberado|Habilitado",
  ),
  choice(
    "INACTIVE",
    "Inativo|Inactive|Inactivo",
    "Inativa|Inactiva|I|Não|No|N|0|False|Disabled|Bloqueado|Suspenso|Blocked|Suspended|Desativado|Excluído",
  ),
  choice(
    "ARCHIVED",
    "Arquivado|Archived|Archivado",
    "Arquivada|Archivada|Former customer|Ex-cliente",
  ),
];
