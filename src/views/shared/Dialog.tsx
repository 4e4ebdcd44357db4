import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApp } from '../../store/store.ts';
import styles from './Dialog.module.css';

const WORDS = { close: 'Close' } as const;

interface Properties {
  title: string;
  close: () => void;
  size?: string | number;
  /** stands at the top, so that nothing jumps when what is in it grows or shrinks */
  atTop?: boolean;
  children: ReactNode;
}

export function Dialog({ title, close, size = 560, atTop = false, children }: Properties) {
  const present = useApp((state) => state.present);
  return (
    <Modal
      opened
      onClose={close}
      size={present ? '94%' : size}
      title={title}
      centered={!atTop}
      closeButtonProps={{ 'aria-label': WORDS.close }}
      // Its header is none of the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: styles.title ?? '', body: styles.body ?? '' }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
  );
}
