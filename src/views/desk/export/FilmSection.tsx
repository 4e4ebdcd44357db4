import { useEffect, useRef, useState } from 'react';
import { formatCount, formatNumber } from '../../../base/format.ts';
import type { Taken } from '../../../store/taken.ts';
import { saveBlob } from '../../shared/download.ts';
import type { Picture } from '../../shared/pictures.ts';
import { Segments } from '../../shared/Segments.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import styles from './ExportPart.module.css';
import { fileName } from './files.ts';
import { FILM_LIMITS, type FilmPlan, makeFilm } from './film/film.ts';
import { canWriteWebm } from './film/frame-writer.ts';
import type { Player } from './film/player.ts';
import { playerOf } from './film/players.ts';
import { NumberField } from './NumberField.tsx';
import { failureText } from './use-saving.ts';
import { WORDS } from './words.ts';

const words = WORDS.film;
const KINDS: readonly FilmPlan['kind'][] = ['webm', 'png'];
const BEGINNING = { seconds: 6, rate: 15, width: 960 };
const RATES = { min: 1, max: 60 };
const WIDTHS = { min: 64, max: 3840 };
const MEGA = 1e6;

/** An animation of the picture that is chosen above. */
export function FilmSection({ taken, picture }: { taken: Taken; picture: Picture }) {
  const ready = usePlayer(taken);
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      {ready === null ? null : ready.player === null ? (
        <p className={styles.about}>{words.none}</p>
      ) : (
        <Maker taken={taken} picture={picture} player={ready.player} webm={ready.webm} />
      )}
    </section>
  );
}

interface MakerProperties {
  readonly taken: Taken;
  readonly picture: Picture;
  readonly player: Player;
  readonly webm: boolean;
}

function Maker({ taken, picture, player, webm }: MakerProperties) {
  const { digits, unit } = player;
  const [from, setFrom] = useState(rounded(player.from, digits, Math.floor));
  const [to, setTo] = useState(rounded(player.to, digits, Math.floor));
  const [seconds, setSeconds] = useState(BEGINNING.seconds);
  const [rate, setRate] = useState(BEGINNING.rate);
  const [width, setWidth] = useState(BEGINNING.width);
  const [kind, setKind] = useState<FilmPlan['kind']>(webm ? 'webm' : 'png');
  const film = useFilm();
  const frames = Math.max(1, Math.round(seconds * rate));
  const problem = problemOf(player, from, to, frames);
  const make = () => {
    const plan = { from, to, frames, rate, width, kind };
    const name = fileName(taken, kind === 'webm' ? `${picture.id}.webm` : `${picture.id}-frames.zip`);
    film.make(plan, picture, player, name);
  };
  return (
    <>
      <p className={styles.about}>{words.about}</p>
      <div className={styles.row}>
        <NumberField label={words.from} unit={words.units[unit]} value={from} onChange={setFrom} />
        <NumberField label={words.to} unit={words.units[unit]} value={to} onChange={setTo} />
        <NumberField label={words.seconds} unit={words.secondsUnit} value={seconds} onChange={setSeconds} />
        <NumberField label={words.rate} value={rate} onChange={setRate} {...RATES} />
        <NumberField
          label={words.width}
          unit={words.widthUnit}
          value={width}
          onChange={setWidth}
          {...WIDTHS}
        />
      </div>
      <div className={styles.row}>
        {webm && (
          <Segments
            legend={words.kind}
            options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            value={kind}
            onChange={setKind}
          />
        )}
        <span className={styles.size}>
          {problem === null && plainText(words.count, { frames: formatCount(frames) })}
        </span>
        <span className={styles.size}>
          {plainText(words.limits, {
            frames: formatCount(FILM_LIMITS.frames),
            pixels: formatNumber(FILM_LIMITS.pixels / MEGA, 1),
          })}
        </span>
      </div>
      {!webm && <p className={styles.about}>{words.noWebm}</p>}
      <div className={styles.row}>
        {film.done === null ? (
          <SmallButton disabled={problem !== null} onClick={make}>
            {words.make}
          </SmallButton>
        ) : (
          <>
            <SmallButton onClick={film.cancel}>{words.cancel}</SmallButton>
            <progress
              className={styles.progress}
              max={frames}
              value={film.done}
              aria-label={words.progressLabel}
            />
            <span className={styles.size}>
              {plainText(words.progress, { done: formatCount(film.done), frames: formatCount(frames) })}
            </span>
          </>
        )}
      </div>
      <p role="status" className={styles.said}>
        {film.said}
      </p>
      <p role="alert" className={styles.problem}>
        {film.problem ?? problem}
      </p>
    </>
  );
}

/** Whole digits, so that the end is never told as later than it is. */
function rounded(value: number, digits: number, how: (value: number) => number): number {
  const unit = Number(`1e${digits}`);
  return how(value * unit) / unit;
}

function problemOf(
  { first, reached, digits, unit }: Player,
  from: number,
  to: number,
  frames: number,
): string | null {
  if (!(from >= first && to > from && to <= reached)) {
    const told = `${formatNumber(rounded(reached, digits, Math.floor), digits)} ${words.units[unit]}`;
    return plainText(words.noSpan, { reached: told });
  }
  if (frames <= FILM_LIMITS.frames) return null;
  return plainText(words.tooMany, { frames: formatCount(frames), most: formatCount(FILM_LIMITS.frames) });
}

function usePlayer({ workspace }: Taken): { player: Player | null; webm: boolean } | null {
  const [ready, setReady] = useState<{ player: Player | null; webm: boolean } | null>(null);
  useEffect(() => {
    let gone = false;
    Promise.all([playerOf(workspace), canWriteWebm()])
      .then(([player, webm]) => {
        if (!gone) setReady({ player, webm });
      })
      .catch(() => {
        if (!gone) setReady({ player: null, webm: false });
      });
    return () => {
      gone = true;
    };
  }, [workspace]);
  return ready;
}

interface Film {
  /** frames done; null while none is made */
  readonly done: number | null;
  readonly said: string;
  readonly problem: string | null;
  make(plan: FilmPlan, picture: Picture, player: Player, name: string): void;
  cancel(): void;
}

/** Closing the desk cancels what is under way. */
function useFilm(): Film {
  const [done, setDone] = useState<number | null>(null);
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  return {
    done,
    said,
    problem,
    cancel: () => abort.current?.abort(),
    make: (plan, picture, player, name) => {
      const mine = new AbortController();
      abort.current = mine;
      setDone(0);
      setProblem(null);
      say('');
      makeFilm(plan, picture, player, setDone, mine.signal)
        .then((blob) => {
          saveBlob(blob, name);
          say(
            plainText(words.done, {
              name,
              frames: String(plan.frames),
              size: formatNumber(blob.size / MEGA, 1),
            }),
          );
        })
        .catch((reason: unknown) => {
          if (mine.signal.aborted) say(words.cancelled);
          else setProblem(failureText(reason));
        })
        .finally(() => setDone(null));
    },
  };
}
