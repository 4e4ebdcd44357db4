import { Button, Drawer } from '@mantine/core';
import { formatSeconds } from '../../../base/format.ts';
import { activeBranch, currentHistory } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import dialog from '../../shared/Dialog.module.css';
import { useSlow } from '../../shared/use-slow.ts';
import { fill, UI } from '../words.ts';
import styles from './failures/failures.module.css';
import { GivenCommands } from './failures/GivenCommands.tsx';
import { STORIES, storyBeginUs, storyRun } from './failures/stories.ts';
import { TargetGroup } from './failures/TargetGroup.tsx';
import { STORIES_WORDS, TARGETS, FAILURE_WORDS as WORDS } from './failures/words.ts';
import panels from './panels.module.css';

/** Everything that can be hurt and healed, at the moment on screen; the picture beside it shows at once what it does. */
export function Failures({ close }: { close: () => void }) {
  const history = useSlow(currentHistory);
  const at = useSlow((state) => formatSeconds(state.atUs));
  const kinds = useApp((state) => state.catalogue?.commands ?? null);
  if (history === null || kinds === null) return null;
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={420}
      title={WORDS.title}
      closeButtonProps={{ 'aria-label': UI.close }}
      // Its header is none of the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: dialog.title ?? '', body: dialog.body ?? '' }}
      overlayProps={{ backgroundOpacity: 0.08 }}
      transitionProps={{ duration: 0 }}
    >
      <p className={panels.about}>{fill(WORDS.about, { at })}</p>
      <GivenCommands kinds={kinds} />
      {(Object.keys(TARGETS) as (keyof typeof TARGETS)[]).map((target) => (
        <TargetGroup
          key={target}
          target={target}
          kinds={kinds.filter((kind) => kind.target === target)}
          history={history}
        />
      ))}
      <Stories />
    </Drawer>
  );
}

function Stories() {
  const scenario = useApp((state) => activeBranch(state)?.run.scenario ?? null);
  const playRun = useApp((state) => state.actions.playRun);
  if (scenario === null) return null;
  return (
    <fieldset className={panels.group}>
      <legend className={panels.heading}>{WORDS.stories}</legend>
      <p className={panels.about}>{WORDS.storiesAbout}</p>
      <ul className={styles.stories}>
        {STORIES.map((story) => {
          const [name, about] = STORIES_WORDS[story.name];
          return (
            <li key={story.name}>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => playRun(storyRun(scenario, story), storyBeginUs(story))}
              >
                {name}
              </Button>
              <span className={styles.note}>{about}</span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
