import { homeless } from './guest-state.ts';
import { MenuButton } from './menu/MenuButton.tsx';
import { useMenuArea } from './menu/menu-context.ts';
import type { StageModel } from './model.ts';
import classes from './StorageCard.module.css';
import { listText, say, WORDS } from './words.ts';

/** The iSCSI target: the disks stay here, also those of guests nobody runs. */
export function StorageCard({ model: { history } }: { readonly model: StageModel }) {
  const { storageDown, storageSlow } = history.surroundings;
  const menu = useMenuArea({ kind: 'storage' });
  const alone = homeless(history).map(({ name }) => name);
  return (
    <article
      className={classes.storage}
      data-storage=""
      data-down={storageDown}
      aria-label={WORDS.storage}
      {...menu}
    >
      <h2>
        {WORDS.storage}
        <svg width="18" height="20" aria-hidden="true">
          <path d="M1,4v11a8,3.5 0 0 0 16,0V4" />
          <ellipse cx="9" cy="4.5" rx="8" ry="3.5" />
        </svg>
        <MenuButton target={{ kind: 'storage' }} label={say(WORDS.menuOf, { name: WORDS.things.storage })} />
      </h2>
      {storageDown ? <p className={classes.trouble}>{WORDS.storageDown}</p> : null}
      {storageSlow !== 1 ? (
        <p className={classes.trouble}>{say(WORDS.storageSlow, { factor: storageSlow })}</p>
      ) : null}
      {alone.length > 0 ? (
        <p className={classes.trouble}>{say(WORDS.nobodyRuns, { list: listText(alone) })}</p>
      ) : null}
      {alone.length > 0 ? null : (
        <p className={classes.detail}>{storageDown ? WORDS.storageDownDetail : WORDS.storageDetail}</p>
      )}
    </article>
  );
}
