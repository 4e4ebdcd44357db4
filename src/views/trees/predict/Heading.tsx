import type { ReactNode, RefObject } from 'react';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './PredictPanel.module.css';
import { WORDS } from './words.ts';

export type HeadingRef = RefObject<HTMLHeadingElement | null>;

interface Properties {
  heading: HeadingRef;
  title: string;
  /** what stands beside the title, and the buttons after that */
  children?: ReactNode;
  /** null = there is nothing to leave */
  leave?: string | null;
}

export function Heading({ heading, title, children, leave = WORDS.leave }: Properties) {
  const leavePredict = useTrees((state) => state.actions.leavePredict);
  return (
    <header className={styles.header}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {children}
      {leave !== null && (
        <SmallButton data-own-keys onClick={leavePredict}>
          {leave}
        </SmallButton>
      )}
    </header>
  );
}
