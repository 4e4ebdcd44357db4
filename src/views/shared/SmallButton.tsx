import type { ComponentProps } from 'react';
import styles from './SmallButton.module.css';

/** A quiet button beside text: close, why, go there. */
export function SmallButton(properties: Omit<ComponentProps<'button'>, 'type' | 'className'>) {
  return <button type="button" className={styles.small} data-no-picture="" {...properties} />;
}
