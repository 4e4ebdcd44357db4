/** The looks charts and tables of all sections share. */
export { default as chart } from './chart.module.css';
export { default as table } from './table.module.css';
