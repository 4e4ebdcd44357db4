import { Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import styles from './Definition.module.css';

/** A word or note that opens what it means, by mouse, keyboard or touch. */
export function Definition({ term, meaning }: { term: string; meaning: string }) {
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <Popover opened={opened} onChange={close} position="top" width={260} withArrow shadow="md">
      <Popover.Target>
        <button type="button" className={styles.term} onClick={toggle}>
          {term}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.meaning ?? ''}>{meaning}</Popover.Dropdown>
    </Popover>
  );
}
