import { Component, type ReactNode } from 'react';
import { appStore } from '../../store/store.ts';
import styles from './LoadingFailure.module.css';
import { plainText } from './template.ts';

const WORDS = {
  broken:
    'This part of the app could not be loaded ({reason}). Reload the page to try again; the address holds what was on screen.',
} as const;

interface Properties {
  children: ReactNode;
  /** says it elsewhere; without it, it is said in the part's place */
  tell?: (text: string) => void;
}

/** A part of the app is a file of its own, which may fail to arrive. That is said; the rest of the page works. */
export class LoadingFailure extends Component<Properties, { text: string | null }> {
  override state = { text: null };

  static getDerivedStateFromError(error: unknown): { text: string } {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: plainText(WORDS.broken, { reason }) };
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

/** For what stands over or in something else: where it would be there is nothing, so the page's own notice tells. */
export function tellPage(text: string): void {
  appStore.setState({ notice: { kind: 'error', text } });
}
