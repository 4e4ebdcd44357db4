import { Button } from '@mantine/core';
import type { RegistryEntry } from '../../../base/parameter.ts';
import type { StrategyEntry } from '../../../protocol/migration/requests.ts';
import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './panels.module.css';
import { STRATEGIES } from './words.ts';

/** Every strategy in one sentence and in its rule, to be put on either side. */
export function StrategiesPanel({ close }: { close: () => void }) {
  const catalogue = useMigration((state) => state.catalogue);
  const { setView } = useMigration((state) => state.actions);
  if (!catalogue) return null;
  return (
    <Dialog title={STRATEGIES.title} close={close} size={820}>
      <p className={styles.lead}>{STRATEGIES.about}</p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          close();
          setView('all');
        }}
      >
        {STRATEGIES.compare}
      </Button>
      <div className={styles.row} />
      {catalogue.strategies.map((entry) => (
        <StrategyArticle key={entry.kind} entry={entry} close={close} />
      ))}
      <Described
        title={STRATEGIES.stopRules}
        about={STRATEGIES.stopRulesAbout}
        entries={catalogue.stopRules}
      />
      <Described
        title={STRATEGIES.predictors}
        about={STRATEGIES.predictorsAbout}
        entries={catalogue.predictors}
      />
    </Dialog>
  );
}

function StrategyArticle({ entry, close }: { entry: StrategyEntry; close: () => void }) {
  const isA = useMigration(({ lab }) => lab?.spec.strategy.kind === entry.kind);
  const isB = useMigration(({ lab }) => lab?.against?.kind === entry.kind);
  const actions = useMigration((state) => state.actions);
  const use = (side: 0 | 1) => {
    close();
    actions.setView('run');
    void actions.setStrategy(side, { kind: entry.kind }).then(actions.tell);
  };
  const { name, description, source, parameters, pseudocode } = entry;
  const labels = parameters.map(({ label }) => label);
  return (
    <article className={styles.strategy} aria-label={name}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <UseButton use={isA ? STRATEGIES.isA : STRATEGIES.asA} name={name} is={isA} act={() => use(0)} />
        <UseButton use={isB ? STRATEGIES.isB : STRATEGIES.asB} name={name} is={isB} act={() => use(1)} />
      </div>
      <p>
        {description} <span className={styles.source}>{format(STRATEGIES.source, { source })}</span>
      </p>
      <Rule name={name} lines={pseudocode} />
      <p className={styles.source}>
        {labels.length === 0
          ? STRATEGIES.noSettings
          : format(STRATEGIES.settings, {
              list: labels.reduce((first, rest) => format(STRATEGIES.comma, { first, rest })),
            })}
      </p>
    </article>
  );
}

interface UseProperties {
  use: string;
  name: string;
  /** it stands there already */
  is: boolean;
  act: () => void;
}

function UseButton({ use, name, is, act }: UseProperties) {
  return (
    <SmallButton disabled={is} aria-label={format(STRATEGIES.useName, { use, name })} onClick={act}>
      {use}
    </SmallButton>
  );
}

function Described({
  title,
  about,
  entries,
}: {
  title: string;
  about: string;
  entries: readonly (RegistryEntry & { readonly pseudocode?: readonly string[] })[];
}) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <p className={styles.about}>{about}</p>
      <dl className={styles.terms}>
        {entries.map(({ kind, name, description, source, pseudocode }) => (
          <div key={kind}>
            <dt>{name}</dt>
            <dd>{format(STRATEGIES.described, { description, source })}</dd>
            {pseudocode !== undefined && (
              <dd>
                <Rule name={name} lines={pseudocode} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

const INDENT = 2;

/** Pseudocode: a line that is too long goes on under its own beginning. */
function Rule({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <section aria-label={format(STRATEGIES.code, { name })} className={styles.code}>
      {lines.map((line) => {
        const text = line.trimStart();
        const level = (line.length - text.length) / INDENT;
        return (
          <div key={line} style={{ paddingLeft: `${level * INDENT + INDENT}ch` }}>
            {text}
          </div>
        );
      })}
    </section>
  );
}
