import { after, type Calendar } from "./calendar.js";
import type { DemoCustomer } from "./customers.js";
import { usersOf } from "./people.js";
import type { Random } from "./random.js";
import type { Kind, Row, Story } from "./story.js";

const PROJECT: Kind = { table: "projects", type: "Project" };
const TIME_ENTRY: Kind = { table: "time_entries", type: "TimeEntry" };
const TASK: Kind = { table: "tasks", type: "Task" };

const PROJECTS = [
  "Implantação do ERP",
  "Novo site institucional",
  "Reforma da loja",
  "Treinamento da equipe",
  "Migração para a nuvem",
  "Auditoria fiscal",
  "Campanha de verão",
  "Manutenção preventiva",
  "Projeto elétrico",
  "Consultoria de processos",
  "Integração com a loja virtual",
  "Revisão do estoque",
  "Identidade visual",
  "Plano de expansão",
  "Sistema de senhas",
];
const TASKS = [
  "Enviar proposta revisada",
  "Ligar para confirmar a entrega",
  "Agendar reunião de acompanhamento",
  "Conferir notas do mês",
  "Renovar contrato anual",
  "Atualizar cadastro fiscal",
  "Cobrar fatura em atraso",
  "Preparar apresentação",
  "Visitar a filial",
  "Solicitar documentação",
  "Validar especificação técnica",
  "Emitir segunda via do boleto",
  "Responder chamado do suporte",
  "Revisar cronograma",
  "Negociar desconto por volume",
  "Coletar assinatura do aditivo",
];
const WORK_DONE = [
  "Reunião com o cliente",
  "Levantamento de requisitos",
  "Configuração",
  "Testes",
  "Documentação",
  "Visita técnica",
  "Correções",
  "Apresentação dos resultados",
  null,
];

function addTime(
  project: Row,
  customer: DemoCustomer,
  story: Story,
  calendar: Calendar,
  random: Random,
): void {
  const started = -Number(project.age);
  const entries = random.around(6 + 10 * customer.busyness);
  for (let number = 0; number < entries; number += 1) {
    const day = calendar.workday(random.int(started, -1));
    const by = random.pick(usersOf("projects"));
    story.create(
      TIME_ENTRY,
      { at: calendar.instant(day, random), by },
      {
        projectId: project.id ?? null,
        customerId: customer.id,
        userId: by.id,
        workedOn: calendar.day(day),
        minutes: random.int(1, 32) * 15,
        note: random.pick(WORK_DONE),
      },
    );
  }
}

function addProjects(customer: DemoCustomer, story: Story, calendar: Calendar): Row[] {
  const random = customer.random.fork("projects");
  const count = Math.min(30, random.around(0.9 + 22 * customer.busyness));
  return Array.from({ length: count }, () => {
    const age = random.int(1, Math.min(customer.age, 420));
    const by = random.pick(usersOf("projects"));
    const planned = random.int(20, 240);
    const project = story.create(
      PROJECT,
      { at: calendar.instant(-age, random), by },
      {
        customerId: customer.id,
        name: `${random.pick(PROJECTS)}${random.chance(0.4) ? ` – ${customer.place.city}` : ""}`,
        description: random.chance(0.3) ? "Escopo e prazos conforme a proposta aprovada." : null,
        status: random.weighted({ ACTIVE: 60, PLANNED: 25, ON_HOLD: 15 }),
        startsOn: calendar.day(-age),
        dueOn: random.chance(0.8) ? calendar.day(planned - age) : null,
        budgetMinutes: random.chance(0.7) ? random.int(4, 80) * 600 : null,
      },
    );
    addTime({ id: project.id ?? null, age }, customer, story, calendar, random);
    if (planned < age && random.chance(0.7)) {
      const at = calendar.instant(planned - age, random);
      story.update(PROJECT, { at, by }, project, {
        status: random.weighted({ DONE: 85, CANCELLED: 15 }),
      });
    }
    return project;
  });
}

/** Days from today to when a task is due: most in the past, some today, some to come. */
function dueOffset(random: Random): number {
  const when = random.weighted({ past: 55, today: 9, soon: 36 });
  if (when === "today") return 0;
  return when === "past" ? -1 - random.around(60) : 1 + random.around(20);
}

/** Calls and visits have a time of their day, most other tasks none. */
const timeOfDay = (random: Random): string | null =>
  random.chance(0.25)
    ? `${String(random.int(8, 17)).padStart(2, "0")}:${random.pick(["00", "30"])}`
    : null;

function addTasks(
  customer: DemoCustomer,
  projects: readonly Row[],
  story: Story,
  calendar: Calendar,
): void {
  const random = customer.random.fork("tasks");
  const times = customer.random.fork("times of tasks");
  const count = random.around(3 + 120 * customer.busyness);
  for (let number = 0; number < count; number += 1) {
    const due = Math.max(dueOffset(random), 1 - customer.age);
    const age = Math.min(customer.age, Math.max(1, -due) + random.int(0, 30));
    const by = random.pick([...usersOf("projects"), customer.owner]);
    const project = projects.length > 0 && random.chance(0.5) ? random.pick(projects) : null;
    const dueOn = random.chance(0.93) ? calendar.day(due) : null;
    const task = story.create(
      TASK,
      { at: calendar.instant(-age, random), by },
      {
        customerId: customer.id,
        projectId: project?.id ?? null,
        title: random.pick(TASKS),
        description: null,
        status: "TODO",
        priority: random.weighted({ LOW: 15, NORMAL: 60, HIGH: 20, URGENT: 5 }),
        dueOn,
        dueTime: dueOn ? timeOfDay(times) : null,
        doneAt: null,
        assigneeId: random.chance(0.9) ? by.id : null,
      },
    );
    const outcome =
      due < 0 ? { DONE: 82, TODO: 12, IN_PROGRESS: 6 } : { DONE: 10, TODO: 60, IN_PROGRESS: 30 };
    const status = random.weighted(outcome);
    if (status === "TODO") continue;
    const at = calendar.instant(Math.max(-age, Math.min(0, due - random.int(-3, 3))), random);
    const moment = { at: after(at, String(task.createdAt)), by };
    story.update(
      TASK,
      moment,
      task,
      status === "DONE" ? { status, doneAt: moment.at } : { status },
    );
  }
}

/** The projects of customers with the time spent on them, and their tasks. */
export function makeWork(
  customers: readonly DemoCustomer[],
  story: Story,
  calendar: Calendar,
): void {
  for (const customer of customers) {
    const projects = addProjects(customer, story, calendar);
    addTasks(customer, projects, story, calendar);
  }
}
