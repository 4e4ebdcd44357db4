/** Code and reason: the real rule line by line, its numbers filled in, and the same in one plain sentence. */
import { useMemo } from 'react';
import type { CodeLine } from '../../../protocol/trees/model.ts';
import { hidesAnswer, hidesLength, treeEntry } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import type { TreesState } from '../../../store/trees/types.ts';
import { Definition } from '../../shared/Definition.tsx';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import { ruleOf } from '../rule.ts';
import { stepSituation } from '../step-situation.ts';
import { usePaced } from '../use-paced.ts';
import { CodeListing } from './CodeListing.tsx';
import styles from './CodePanel.module.css';
import { besideLines, sectionName, shownLine } from './code-lines.ts';
import { DetailChoice } from './DetailChoice.tsx';
import { CODE_WORDS, OPERANDS, REASONS } from './words.ts';

const NO_CODE: readonly CodeLine[] = [];
const NOTHING: ReadonlyMap<number, string> = new Map();

function playsQuickly({ playing, speed }: TreesState): boolean {
  return playing && (speed.unit === 'accesses' || speed.factor > 1);
}

export function CodePanel() {
  const entry = useTrees(treeEntry);
  const detail = useTrees((state) => state.detail);
  const hidden = usePaced(hidesAnswer);
  const lengthHidden = usePaced(hidesLength);
  const moment = usePaced((state) => state.moment);
  const single = useTrees((state) => ruleOf(state).rule.single);
  const quick = useTrees(playsQuickly);
  const step = hidden ? null : (moment?.current ?? null);
  const asked = moment?.command?.key ?? 0;
  const code = useTrees((state) => state.lab?.code) ?? NO_CODE;
  const line = step?.line ?? -1;
  const beside = useMemo(
    () => (step === null ? NOTHING : besideLines(code, step, asked)),
    [code, step, asked],
  );
  const situation = useMemo(
    () => (hidden || moment === null ? null : stepSituation(moment, { single })),
    [moment, single, hidden],
  );
  const shown = shownLine(code, line, detail);
  const about = [
    moment?.command &&
      plainText(CODE_WORDS.asked[moment.command.operation], { key: String(moment.command.key) }),
    hidden && CODE_WORDS.waits,
    situation !== null &&
      plainText(lengthHidden ? CODE_WORDS.stepAlone : CODE_WORDS.step, {
        step: String(moment?.step),
        steps: String(moment?.steps),
      }),
    shown >= 0 && plainText(CODE_WORDS.line, { line: String(shown + 1) }),
  ];
  return (
    <section className={styles.panel} aria-label={CODE_WORDS.region}>
      <header className={styles.header}>
        <h2 className={styles.title}>{sectionName(code, line) ?? entry?.name ?? CODE_WORDS.region}</h2>
        <p className={styles.about}>{about.filter(Boolean).join(CODE_WORDS.separator)}</p>
        <DetailChoice />
      </header>
      <CodeListing
        code={code}
        label={plainText(CODE_WORDS.listing, { kind: entry?.name ?? '' })}
        detail={detail}
        line={line}
        beside={beside}
        quick={quick}
      />
      <div className={styles.note} data-quiet={hidden}>
        {situation === null ? (
          <p className={styles.reason}>{hidden ? CODE_WORDS.hidden : CODE_WORDS.before}</p>
        ) : (
          <>
            <p className={styles.operands}>
              {plainText(OPERANDS[situation.code], situation.slots)}
              <span className={styles.why}>
                <Definition
                  term={CODE_WORDS.why}
                  meaning={plainText(REASONS[situation.code], situation.slots)}
                />
              </span>
            </p>
            <p className={styles.reason}>
              <TemplateWords template={REASONS[situation.code]} slots={situation.slots} />
            </p>
          </>
        )}
      </div>
    </section>
  );
}
