import type { CSSProperties } from 'react';
import { MOVE } from '../../../base/columns.ts';
import {
  type HostSide,
  type HostsPicture,
  hostsPicture,
  LOAD_SPAN_MS,
} from '../../../layout/migration/hosts.ts';
import { rateBefore } from '../../../layout/migration/link-load.ts';
import type { MoveSide } from '../../../protocol/migration/requests.ts';
import { formatByteRate, formatMillis, formatPercent } from '../../shared/format.ts';
import { usePaced } from '../use-paced.ts';
import styles from './HostRow.module.css';
import { momentOf, type SideIndex } from './side-data.ts';
import { momentText } from './states.ts';
import { STAGE_WORDS, say } from './words.ts';

interface Props {
  readonly index: SideIndex;
  readonly side: MoveSide;
}

/** Source, link, destination, and on which of the hosts the VM runs. */
export function HostRow({ index, side }: Props) {
  const values = usePaced((state) => momentOf(state, index)?.values ?? null);
  if (values === null) return <div className={styles.row} />;
  const picture = hostsPicture(side, values);
  const loss = picture.dead === null ? null : side.result.lost;
  return (
    <div className={styles.row}>
      <Host which="source" picture={picture} />
      {loss === null ? (
        <Link side={side} picture={picture} ms={Math.min(values[MOVE.ms] ?? 0, side.endMs)} />
      ) : (
        <p className={styles.loss} role="status">
          {loss.sentence}
        </p>
      )}
      <Host which="destination" picture={picture} />
    </div>
  );
}

function Host({ which, picture }: { readonly which: HostSide; readonly picture: HostsPicture }) {
  const { vmAt, dead, diedMs } = picture;
  const here = vmAt === which;
  const isDead = dead === which;
  const state = isDead ? STAGE_WORDS.died : here ? vmState(picture) : otherState(picture);
  return (
    <div className={styles.host} data-dead={isDead} data-here={here}>
      <span className={styles.name}>{which === 'source' ? STAGE_WORDS.source : STAGE_WORDS.destination}</span>
      {here ? (
        <b className={styles.vm} data-vm={picture.vm}>
          {STAGE_WORDS.vm}
        </b>
      ) : null}
      <span className={styles.state}>
        {state}
        {isDead ? (
          <span className={styles.wordy}> {say(STAGE_WORDS.diedAt, { at: momentText(diedMs) })}</span>
        ) : null}
      </span>
    </div>
  );
}

function vmState({ vm, percent }: HostsPicture): string {
  if (vm === 'throttled') return say(STAGE_WORDS.throttled, { percent: formatPercent(percent) });
  if (vm === 'waiting') return say(STAGE_WORDS.waiting, { percent: formatPercent(percent) });
  return vm === 'paused' ? STAGE_WORDS.paused : STAGE_WORDS.running;
}

function otherState({ other, vmAt }: HostsPicture): string {
  if (vmAt === null) return STAGE_WORDS.vmLost;
  switch (other) {
    case 'receives':
      return STAGE_WORDS.receives;
    case 'sends':
      return STAGE_WORDS.sends;
    case 'freed':
      return STAGE_WORDS.freed;
    case 'gave-up':
      return STAGE_WORDS.gaveUp;
    default:
      return '';
  }
}

interface LinkProps {
  readonly side: MoveSide;
  readonly picture: HostsPicture;
  readonly ms: number;
}

/** A pipe as wide as the link: what the migration takes of it from below, what other traffic takes from above. */
function Link({ side, picture, ms }: LinkProps) {
  const { bandwidthBytesPerSecond: bandwidth, competingShare } = side.spec.link;
  const over = picture.other === 'freed' || picture.other === 'gave-up' || picture.vmAt === null;
  const load = rateBefore(side.series, side.rows, MOVE.bytesSent, ms, LOAD_SPAN_MS);
  const used = over ? 0 : Math.min(1, load.perSecond / bandwidth);
  const down = picture.downSinceMs;
  return (
    <div className={styles.link} data-down={down !== null}>
      <span className={styles.label}>
        <span>
          {formatByteRate(bandwidth, 0)} <span className={styles.wordy}>{STAGE_WORDS.link}</span>
        </span>
        {competingShare > 0 ? (
          <span className={styles.legend}>
            {say(STAGE_WORDS.others, { percent: formatPercent(competingShare * 100) })}
          </span>
        ) : null}
      </span>
      <span className={styles.pipe} style={{ '--used': used, '--others': competingShare } as CSSProperties}>
        <i className={styles.others} />
        <i className={styles.flow} />
        {down === null ? null : <i className={styles.gap} />}
      </span>
      <span className={styles.label}>
        {down !== null ? (
          <b className={styles.down}>
            {STAGE_WORDS.down}
            <span className={styles.wordy}> {say(STAGE_WORDS.downSince, { at: momentText(down) })}</span>
          </b>
        ) : (
          <b>{over ? STAGE_WORDS.idle : say(STAGE_WORDS.used, { percent: formatPercent(used * 100) })}</b>
        )}
        <span className={styles.wordy}>
          {over || down !== null || load.spanMs === 0
            ? ''
            : say(STAGE_WORDS.span, { span: spanWords(load.spanMs) })}
        </span>
      </span>
    </div>
  );
}

/** 100 ms, unless the run is too young or its samples too far apart. */
function spanWords(spanMs: number): string {
  return formatMillis(Math.abs(spanMs - LOAD_SPAN_MS) < LOAD_SPAN_MS / 4 ? LOAD_SPAN_MS : spanMs, 0);
}
