import type { CommandKind, CommandTarget, History } from '../../../../protocol/model.ts';
import { format } from '../../../../protocol/texts.ts';
import { useApp } from '../../../../store/store.ts';
import { isCalm } from '../../../shared/command-look.ts';
import { AmountField } from './AmountField.tsx';
import styles from './failures.module.css';
import { type Offer, offersFor, type Which } from './offers.ts';
import { NODE_STATES, TARGETS, FAILURE_WORDS as WORDS } from './words.ts';

interface Props {
  target: CommandTarget;
  /** the commands aimed at it */
  kinds: readonly CommandKind[];
  history: History;
}

/** One kind of thing: a row for each of them with what can be done to it, and what is set for all of it. */
export function TargetGroup({ target, kinds, history }: Props) {
  const plain = kinds.filter(({ amount, which }) => amount === null || which !== null);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.heading}>{TARGETS[target]}</legend>
      {rowsOf(plain, history).map(({ which, label }) => (
        <div key={String(which)} className={styles.row}>
          {label !== null && <span className={styles.label}>{label}</span>}
          <span className={styles.buttons}>
            {offersFor(history, plain, which).map((offer) => (
              <OfferButton key={offer.key} offer={offer} label={label ?? TARGETS[target]} />
            ))}
          </span>
        </div>
      ))}
      {kinds.map(
        (kind) => !plain.includes(kind) && <AmountField key={kind.kind} kind={kind} history={history} />,
      )}
    </fieldset>
  );
}

function rowsOf(kinds: readonly CommandKind[], history: History): { which: Which; label: string | null }[] {
  const which = kinds[0]?.which;
  if (which === undefined) return [];
  if (which === 'node') {
    return history.nodes.map(({ id, name, state }) => ({
      which: id + 1,
      label: format(WORDS.nodeState, { node: name, state: NODE_STATES[state] }),
    }));
  }
  if (which === 'vm') {
    return history.vms.map(({ name, node }) => ({
      which: name,
      label: format(node >= 0 ? WORDS.guestAt : WORDS.guestNowhere, {
        guest: name,
        node: history.nodes[node]?.name ?? '',
      }),
    }));
  }
  return [{ which: null, label: null }];
}

function OfferButton({ offer: { kind, command, possible, heals }, label }: { offer: Offer; label: string }) {
  const give = useApp((state) => state.actions.give);
  return (
    <button
      type="button"
      className={styles.offer}
      data-heals={heals}
      data-calm={isCalm(kind.kind)}
      // What is not possible keeps its place and the focus: the button that was just pressed must not vanish.
      aria-disabled={!possible}
      aria-label={`${label}: ${kind.name}`}
      title={possible ? kind.description : WORDS.notNow}
      onClick={() => possible && give(command)}
    >
      {kind.name}
    </button>
  );
}
