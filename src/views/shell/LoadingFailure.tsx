import { Component, type ReactNode } from 'react';
import styles from './LoadingFailure.module.css';
import { fill, UI } from './words.ts';

/** A workspace is a file of its own, which may fail to arrive. That is said in its place; the rest of the page works. */
export class LoadingFailure extends Component<{ children: ReactNode }, { reason: string | null }> {
  override state = { reason: null };

  static getDerivedStateFromError(error: unknown): { reason: string } {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { reason } = this.state;
    if (reason === null) return this.props.children;
    return (
      <p role="alert" className={styles.failure}>
        {fill(UI.broken, { reason })}
      </p>
    );
  }
}
