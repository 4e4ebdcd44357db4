import { useEffect, useRef } from 'react';
import type { TimedCommand } from '../../../../protocol/model.ts';
import { activeBranch } from '../../../../store/select.ts';
import { appStore, useApp } from '../../../../store/store.ts';
import type { StripPainter } from '../strip-painter.ts';
import { Flag } from './Flag.tsx';
import styles from './Flags.module.css';
import { placeFlags } from './place-flags.ts';
import { FLAG_WORDS } from './words.ts';

interface Props {
  painter: StripPainter;
  axisTop: number;
  width: number;
  charPx: number;
}

const NONE: readonly TimedCommand[] = [];
/** beside the letters of its sign: paddings, border and a gap */
const SIGN_PX = 16;

/** Each command of the run as a flag on the axis, as far as the run was shown; what is scripted ahead has none yet. */
export default function Flags({ painter, axisTop, width, charPx }: Props) {
  const commands = useApp((state) => activeBranch(state)?.run.commands ?? NONE);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const place = () => {
      const flags = [...(list.current?.children ?? [])].filter(
        (one): one is HTMLElement => one instanceof HTMLElement,
      );
      const { playback, frame, activeKey } = appStore.getState();
      // Until another run's first frame is there its reach is not known; a flag hidden for so long would lose the focus.
      if (frame !== null && frame.runKey !== activeKey) return;
      const { reachedUs } = playback;
      const wants = flags.map(({ dataset }) => {
        const atUs = Number(dataset.at) * 1000;
        return {
          x: atUs > reachedUs ? Number.NaN : painter.xAt(atUs),
          shortPx: SIGN_PX + (dataset.sign?.length ?? 0) * charPx,
          longPx: SIGN_PX + ((dataset.sign?.length ?? 0) + (dataset.words?.length ?? 0) + 1) * charPx,
        };
      });
      placeFlags(wants, width).forEach((found, i) => {
        const flag = flags[i];
        if (flag === undefined) return;
        flag.hidden = found === null;
        if (found === null) return;
        flag.dataset.long = String(found.long);
        flag.style.setProperty('--pole', `${Math.round(found.poleX)}px`);
        flag.style.setProperty('--cloth', `${Math.round(found.x)}px`);
      });
    };
    return painter.follow(place);
  }, [painter, width, charPx]);
  const many = new Map<string, number>();
  return (
    <>
      <p id="flag-hint" hidden>
        {FLAG_WORDS.hint}
      </p>
      <ul ref={list} className={styles.flags} style={{ top: axisTop }} aria-label={FLAG_WORDS.list}>
        {commands.map((timed, index) => {
          // The same flag stays the same element when it has moved, so that it keeps the focus.
          const look = JSON.stringify(timed.command);
          const count = many.get(look) ?? 0;
          many.set(look, count + 1);
          return <Flag key={`${look} ${count}`} painter={painter} timed={timed} index={index} />;
        })}
      </ul>
    </>
  );
}
