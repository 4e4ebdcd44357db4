import { Button, Drawer } from '@mantine/core';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import { differenceTo } from '../../../protocol/merge.ts';
import { activeBranch } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import dialog from '../../shared/Dialog.module.css';
import { Fixed } from '../../shared/Fixed.tsx';
import { UI } from '../words.ts';
import { Guests } from './guests/Guests.tsx';
import { ParameterField } from './ParameterField.tsx';
import styles from './panels.module.css';

const WORDS = {
  title: 'Parameters',
  about:
    'A change starts the run again at this moment, with the same stops. The run before stays as a thin line behind it.',
  reset: 'Reset all to default',
} as const;

export function Parameters({ close }: { close: () => void }) {
  const catalogue = useApp((state) => state.catalogue);
  const scenario = useApp((state) => activeBranch(state)?.run.scenario ?? null);
  const reset = useApp((state) => state.actions.resetParameters);
  if (!catalogue || !scenario) return null;
  const groups = groupsOf(catalogue.parameters);
  const changed = differenceTo(catalogue.defaultRun.scenario, scenario) !== undefined;
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
      // The picture beside it shows at once what a change does.
      overlayProps={{ backgroundOpacity: 0.15 }}
      transitionProps={{ duration: 0 }}
    >
      <Fixed lock="parameters">
        <p className={styles.about}>{WORDS.about}</p>
        <Button size="compact-sm" variant="default" disabled={!changed} onClick={reset}>
          {WORDS.reset}
        </Button>
        {groups.map(([name, parameters]) => (
          <fieldset key={name} className={styles.group}>
            <legend className={styles.heading}>{name}</legend>
            {parameters.map((parameter) => (
              <ParameterField
                key={parameter.path}
                parameter={parameter}
                scenario={scenario}
                all={catalogue.parameters}
              />
            ))}
          </fieldset>
        ))}
        <Guests />
      </Fixed>
    </Drawer>
  );
}

/** In order of first appearance. */
function groupsOf(parameters: readonly ParameterInfo[]): [string, ParameterInfo[]][] {
  const groups = new Map<string, ParameterInfo[]>();
  for (const parameter of parameters) {
    const group = groups.get(parameter.group);
    if (group) group.push(parameter);
    else groups.set(parameter.group, [parameter]);
  }
  return [...groups];
}
