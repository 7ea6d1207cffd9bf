import {
  createdAtColumn,
  customerForeignId,
  customerReferenceColumns,
  customerReferenceKeys,
  recordIdColumn,
} from "../customers/customerReference.sheet.js";
import type { ProjectStatus } from "../records/enums.js";
import { externalIdsColumn } from "../sheets/externalIdColumns.js";
import type { SheetSchema } from "../sheets/sheet.js";
import { choice, labels, words } from "../sheets/sheetWords.js";

/** The sheet of projects. */
export const projectsSheet: SheetSchema = {
  recordType: "PROJECT",
  noun: "projects",
  matchKeys: ["AUTO", "EXTERNAL_ID", "NAME"],
  needsOneOf: customerReferenceKeys,
  foreignId: customerForeignId,
  columns: [
    ...customerReferenceColumns,
    {
      key: "name",
      type: "text",
      lines: "joined",
      required: true,
      maxLength: 200,
      labels: labels("Nome do projeto", "Project name", "Nombre del proyecto"),
      synonyms: words(
        "Projeto|Project|Proyecto|Project title|Título do projeto|Title|Name|Nome|Nombre",
      ),
      example: "Site novo",
    },
    {
      key: "description",
      type: "text",
      maxLength: 10_000,
      lines: "paragraphs",
      labels: labels("Descrição", "Description", "Descripción"),
      synonyms: words("Details|Detalhes|Escopo|Scope|Notes|Observações|Notas"),
      example: "Loja virtual com pagamento",
    },
    {
      key: "status",
      type: "choice",
      choices: [
        choice<ProjectStatus>(
          "PLANNED",
          "Planejado|Planned|Planificado|Planeado",
          "Novo|New|Not started|A iniciar",
        ),
        choice<ProjectStatus>(
          "ACTIVE",
          "Ativo|Active|Activo",
          "Em andamento|In progress|En curso|Open|Aberto",
        ),
        choice<ProjectStatus>(
          "ON_HOLD",
          "Em pausa|On hold|En pausa",
          "Pausado|Paused|Suspenso|Waiting",
        ),
        choice<ProjectStatus>(
          "DONE",
          "Concluído|Done|Terminado",
          "Finalizado|Completed|Closed|Encerrado|Entregue",
        ),
        choice<ProjectStatus>("CANCELLED", "Cancelado|Cancelled|Cancelado", "Canceled|Cancelada"),
      ],
      labels: labels("Situação", "Status", "Situación", "Estado"),
      synonyms: words(
        "Project status|Status do projeto|Situação do projeto|Estado|State|Fase|Stage",
      ),
      example: "Ativo",
    },
    {
      key: "startsOn",
      type: "date",
      labels: labels("Início", "Start date", "Inicio"),
      synonyms: words("Data de início|Start|Starts on|Starts|Começo|Fecha de inicio|Started on"),
      example: "2026-02-01",
    },
    {
      key: "dueOn",
      type: "date",
      labels: labels("Prazo", "Due date", "Plazo"),
      synonyms: words(
        "Data de término|Término|Entrega|Data de entrega|End date|End|Deadline|Due|Due on|Fim|Fecha de fin|Fecha límite",
      ),
      example: "2026-06-30",
    },
    {
      key: "budgetMinutes",
      type: "integer",
      min: 0,
      max: 60_000_000,
      labels: labels("Orçamento (minutos)", "Budget (minutes)", "Presupuesto (minutos)"),
      synonyms: words("Budget minutes|Minutos orçados|Estimated minutes"),
      example: "2400",
    },
    recordIdColumn,
    externalIdsColumn,
    createdAtColumn,
  ],
};
