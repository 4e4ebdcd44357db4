/** Rooms below this one may import code only; so the control beside a sentence has its style from here. */
export { default as controlStyles } from './Control.module.css';
