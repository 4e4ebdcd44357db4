import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { type PageWish, type PanelInfo, THEMES } from '../../../protocol/embed.ts';
import { Segments } from '../../shared/Segments.tsx';
import { Check } from './Check.tsx';
import styles from './embed.module.css';
import { type FrameSize, fits, sizeName, sizeNamed } from './size.ts';
import { EMBED } from './words.ts';

/** No panel has such a name. */
const PAGE = '';
const OWN = 'own';

interface Properties {
  readonly panels: readonly PanelInfo[];
  readonly wish: PageWish;
  readonly change: (part: Partial<PageWish>) => void;
  readonly atStart: boolean;
  readonly setAtStart: (atStart: boolean) => void;
  readonly size: FrameSize;
  readonly setSize: (size: FrameSize) => void;
}

export function Options({ panels, wish, change, atStart, setAtStart, size, setSize }: Properties) {
  const shown = panels.find(({ name }) => name === wish.panel);
  return (
    <div className={styles.options}>
      <NativeSelect
        label={EMBED.panel}
        value={wish.panel ?? PAGE}
        data={[
          ...panels.map(({ name, label }) => ({ value: name, label })),
          { value: PAGE, label: EMBED.page },
        ]}
        onChange={({ currentTarget: { value } }) => change({ panel: value === PAGE ? null : value })}
      />
      <div className={styles.choice}>
        <span aria-hidden="true">{EMBED.moment}</span>
        <Segments
          legend={EMBED.moment}
          options={EMBED.moments}
          value={atStart ? 'start' : 'now'}
          onChange={(value) => setAtStart(value === 'start')}
        />
      </div>
      <div className={styles.choice}>
        <span aria-hidden="true">{EMBED.theme}</span>
        <Segments
          legend={EMBED.theme}
          options={THEMES.map((value) => ({ value, label: EMBED.themes[value] }))}
          value={wish.theme}
          onChange={(theme) => change({ theme })}
        />
      </div>
      <Check label={EMBED.play} about={EMBED.playAbout} on={wish.play} set={(play) => change({ play })} />
      {shown && (
        <>
          <Check
            label={EMBED.controls}
            about={EMBED.noControls}
            on={wish.controls}
            set={(controls) => change({ controls })}
          />
          <SizeChoice size={size} setSize={setSize} />
        </>
      )}
    </div>
  );
}

/** A ready size, or one's own: what is typed and does not fit is said, and the last that fits stays. */
function SizeChoice({ size, setSize }: Pick<Properties, 'size' | 'setSize'>) {
  const [typed, setTyped] = useState<{ width: number | string; height: number | string } | null>(null);
  const known = EMBED.sizes.some(({ value }) => value === sizeName(size));
  const change = (part: Partial<{ width: number | string; height: number | string }>) => {
    const next = { ...(typed ?? size), ...part };
    setTyped(next);
    const wanted = { width: Number(next.width), height: Number(next.height) };
    if (fits(wanted)) setSize(wanted);
  };
  const problem = typed !== null && !fits({ width: Number(typed.width), height: Number(typed.height) });
  return (
    <>
      <NativeSelect
        label={EMBED.size}
        value={typed === null && known ? sizeName(size) : OWN}
        data={[...EMBED.sizes, { value: OWN, label: EMBED.ownSize }]}
        onChange={({ currentTarget: { value } }) => {
          if (value === OWN) setTyped(size);
          else {
            setTyped(null);
            setSize(sizeNamed(value));
          }
        }}
      />
      {typed !== null && (
        <div className={styles.own}>
          <NumberInput
            label={EMBED.width}
            value={typed.width}
            clampBehavior="none"
            onChange={(width) => change({ width })}
          />
          <NumberInput
            label={EMBED.height}
            value={typed.height}
            clampBehavior="none"
            onChange={(height) => change({ height })}
          />
          <p role="alert" className={styles.problem}>
            {problem ? EMBED.sizeProblem : ''}
          </p>
        </div>
      )}
    </>
  );
}
