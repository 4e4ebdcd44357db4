import type { SubjectInfo, SweepVariant } from '../../../protocol/explore/requests.ts';
import styles from './panels.module.css';
import { SETUP } from './words.ts';

interface Properties {
  readonly sets: SubjectInfo['variantSets'];
  /** those of the sweep on screen */
  readonly own: readonly SweepVariant[];
  readonly chosen: readonly SweepVariant[];
  readonly problem: string | null;
  readonly change: (variants: readonly SweepVariant[]) => void;
}

const AS_IT_IS: SweepVariant = { label: SETUP.asItIs, set: {} };

const keyOf = ({ set }: SweepVariant): string => JSON.stringify(Object.entries(set).sort());

/** Which lines or maps there are, set by set. */
export function VariantFields({ sets, own, chosen, problem, change }: Properties) {
  const known = new Set([keyOf(AS_IT_IS), ...sets.flatMap(({ variants }) => variants.map(keyOf))]);
  const others = own.filter((variant) => !known.has(keyOf(variant)));
  const all = [
    { name: '', variants: [AS_IT_IS] },
    ...(others.length > 0 ? [{ name: SETUP.here, variants: others }] : []),
    ...sets,
  ];
  const isChosen = (variant: SweepVariant) => chosen.some((one) => keyOf(one) === keyOf(variant));
  const toggle = (variant: SweepVariant) =>
    change(isChosen(variant) ? chosen.filter((one) => keyOf(one) !== keyOf(variant)) : [...chosen, variant]);
  return (
    <>
      <h3 className={styles.heading}>{SETUP.variants}</h3>
      <p className={styles.lead}>{SETUP.variantsAbout}</p>
      {all.map(({ name, variants }) => (
        <fieldset key={name} className={styles.set}>
          {name !== '' && <legend>{name}</legend>}
          <div className={styles.choices}>
            {variants.map((variant) => (
              <label key={variant.label} className={styles.choice}>
                <input type="checkbox" checked={isChosen(variant)} onChange={() => toggle(variant)} />
                {chosen.find((one) => keyOf(one) === keyOf(variant))?.label ?? variant.label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
