import { CloseButton } from '@mantine/core';
import type { MoveSide } from '../../../protocol/migration/requests.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { usePaced } from '../use-paced.ts';
import styles from './PageCard.module.css';
import { Swatch } from './Swatch.tsx';
import { momentOf, type SideIndex } from './side-data.ts';
import { addressText, eventText, momentText } from './states.ts';
import { STAGE_WORDS, say, stateWord } from './words.ts';

interface Props {
  readonly index: SideIndex;
  readonly name: string;
  readonly side: MoveSide;
  readonly page: number;
  readonly at: 'left' | 'right';
}

/** What has happened to the picked page until the moment on screen; each change leads to its moment. */
export function PageCard({ index, name, side, page, at }: Props) {
  const state = usePaced((all) => momentOf(all, index)?.states[page] ?? -1);
  const story = usePaced((all) => all.stories?.[index] ?? null);
  // The picture may have gone back since the story was asked for.
  const until = usePaced((all) => countUntil(all, index));
  const { pageBytes, memoryMiB } = side.spec.vm;
  const isRom = page * pageBytes >= memoryMiB * 1_048_576;
  const events = story?.events.slice(0, until) ?? [];
  return (
    <section className={styles.card} data-at={at} aria-label={say(STAGE_WORDS.card, { page, side: name })}>
      <header>
        <b>{say(STAGE_WORDS.cardTitle, { page })}</b>
        <CloseButton
          size="sm"
          aria-label={STAGE_WORDS.close}
          onClick={() => migrationStore.getState().actions.pickPage(null)}
        />
      </header>
      <p>
        <code>{addressText(page, pageBytes, side.pages)}</code> {isRom ? STAGE_WORDS.rom : STAGE_WORDS.ram}
      </p>
      <p className={styles.state}>
        <Swatch state={state} />
        {stateWord(state)}
      </p>
      {story === null ? (
        <p>{STAGE_WORDS.asking}</p>
      ) : events.length === 0 ? (
        <p>{STAGE_WORDS.never}</p>
      ) : (
        <>
          {story.earlier > 0 ? (
            <p>
              {say(story.earlier === 1 ? STAGE_WORDS.earlierOne : STAGE_WORDS.earlier, { n: story.earlier })}
            </p>
          ) : null}
          <ol>
            {events.map((event) => {
              const [what, when] = [eventText(side, event), momentText(event.ms)];
              return (
                <li key={`${event.ms} ${event.state}`}>
                  <button
                    type="button"
                    aria-label={say(STAGE_WORDS.goTo, { what, at: when })}
                    onClick={() => goTo(event.ms)}
                  >
                    <span>{when}</span>
                    {what}
                  </button>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}

function countUntil({ stories, atMs }: MigrationState, index: SideIndex): number {
  return stories?.[index]?.events.filter(({ ms }) => ms <= atMs).length ?? 0;
}

function goTo(ms: number): void {
  const { actions } = migrationStore.getState();
  actions.pause();
  actions.seek(ms);
}
