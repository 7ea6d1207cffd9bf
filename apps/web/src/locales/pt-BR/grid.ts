import type { grid as english } from "../en/grid.js";

/** The words of every grid. */
export const grid: Record<keyof typeof english, string> = {
  "grid.columnMenu": "Coluna {column}",
  "grid.columns": "Colunas",
  "grid.density": "Altura das linhas",
  "grid.density.comfortable": "Confortável",
  "grid.density.compact": "Compacta",
  "grid.density.normal": "Normal",
  "grid.hide": "Ocultar",
  "grid.inList": "Em uma lista",
  "grid.loading": "Atualizando a lista",
  "grid.moveLeft": "Mover para a esquerda",
  "grid.moveRight": "Mover para a direita",
  "grid.narrower": "Mais estreita",
  "grid.nextRow": "Próxima linha",
  "grid.previousRow": "Linha anterior",
  "grid.range": "Linhas {first}–{last} de {total}",
  "grid.reset": "Restaurar colunas",
  "grid.selectActive": "Selecionar a linha",
  "grid.selectAll": "Selecionar todas as linhas carregadas",
  "grid.selectRow": "Selecionar {name}",
  "grid.sortAscending": "Ordem crescente",
  "grid.sortDescending": "Ordem decrescente",
  "grid.view": "Colunas e altura das linhas",
  "grid.wider": "Mais larga",
};
