import { Component, type ReactNode } from 'react';
import styles from './LoadingFailure.module.css';
import { fill, UI } from './words.ts';

interface Properties {
  children: ReactNode;
  /** says it elsewhere; without it, it is said in the part's place */
  tell?: (text: string) => void;
}

/** A part of the app is a file of its own, which may fail to arrive. That is said; the rest of the page works. */
export class LoadingFailure extends Component<Properties, { text: string | null }> {
  override state = { text: null };

  static getDerivedStateFromError(error: unknown): { text: string } {
    return { text: fill(UI.broken, { reason: error instanceof Error ? error.message : String(error) }) };
  }

  override componentDidCatch(): void {
    if (this.state.text !== null) this.props.tell?.(this.state.text);
  }

  override render(): ReactNode {
    const { text } = this.state;
    if (text === null) return this.props.children;
    if (this.props.tell) return null;
    return (
      <p role="alert" className={styles.failure}>
        {text}
      </p>
    );
  }
}
