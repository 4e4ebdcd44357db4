import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { format } from '../../../protocol/texts.ts';
import { ago } from '../../../store/kept/ago.ts';
import { keptStore } from '../../../store/kept/store.ts';
import type { KeptItem } from '../../../store/kept/types.ts';
import styles from './keep.module.css';
import { MoreAbout } from './MoreAbout.tsx';
import { mainFigures } from './main-figures.ts';
import { RenameForm } from './RenameForm.tsx';
import { dateText, figureText, KEEP, WORKSPACE_WORDS } from './words.ts';

interface Properties {
  item: KeptItem;
  chosen: boolean;
  choose: (on: boolean) => void;
  close: () => void;
}

export function KeptRow({ item, chosen, choose, close }: Properties) {
  const [more, setMore] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const moreButton = useRef<HTMLButtonElement>(null);
  const rest = useId();
  const { id, name } = item;
  const when = { ago: ago(item.savedAt, Date.now()), date: dateText(item.savedAt) };
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <input
          type="checkbox"
          className={styles.check}
          aria-label={format(KEEP.choose, { name })}
          checked={chosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        {renaming ? (
          <RenameForm
            item={item}
            done={() => {
              setRenaming(false);
              moreButton.current?.focus();
            }}
          />
        ) : (
          <div className={styles.what}>
            <strong className={styles.called}>{name}</strong>
            <span className={styles.note}>
              {format(KEEP.line, {
                workspace: WORKSPACE_WORDS[item.workspace],
                when: format(KEEP.when, when),
              })}
            </span>
            {item.figures.length > 0 && (
              <span className={styles.figures}>
                {mainFigures(item.figures).map(({ label, value }) => (
                  <span key={label}>{format(KEEP.figure, { label, value: figureText(value) })}</span>
                ))}
              </span>
            )}
          </div>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={format(KEEP.openNamed, { name })}
          onClick={() => {
            close();
            keptStore
              .getState()
              .actions.open(id)
              .catch(() => {});
          }}
        >
          {KEEP.open}
        </Button>
        <Button
          ref={moreButton}
          size="compact-sm"
          variant="default"
          aria-label={format(KEEP.moreNamed, { name })}
          aria-expanded={more}
          aria-controls={rest}
          onClick={() => setMore(!more)}
        >
          {KEEP.more}
        </Button>
      </div>
      <div id={rest} hidden={!more}>
        {more && <MoreAbout item={item} rename={() => setRenaming(true)} close={close} />}
      </div>
    </li>
  );
}
