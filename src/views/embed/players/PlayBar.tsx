import { useEffect, useState } from 'react';
import { RoundButton } from '../../shared/RoundButton.tsx';
import { WORDS } from '../words.ts';

interface Properties {
  readonly playing: boolean;
  readonly toggle: () => void;
  /** what the handle moves */
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  /** the moment in words */
  readonly text: string;
  /** its longest form, which keeps the place */
  readonly longest: string;
  readonly seek: (value: number) => void;
}

/** A moment that was refused goes back after so long. */
const REFUSED_MS = 400;

/** Play and one handle: what fits below a picture of 320 pixels. */
export function PlayBar({ playing, toggle, label, value, max, step, text, longest, seek }: Properties) {
  // The moment asked for, until the one on screen has followed: put back in between, the handle would ask for the old one.
  const [held, hold] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment on screen is the answer
  useEffect(() => hold(null), [value]);
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => hold(null), REFUSED_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <fieldset className="embed-player">
      <legend className="embed-said">{WORDS.region}</legend>
      <RoundButton name={playing ? WORDS.pause : WORDS.play} keys="Space" act={toggle} main>
        {playing ? <path d="M4 3h2.8v10H4zM9.2 3H12v10H9.2z" /> : <path d="M4.5 2.5 13 8l-8.5 5.5z" />}
      </RoundButton>
      <input
        type="range"
        className="embed-handle"
        aria-label={label}
        aria-valuetext={text}
        min={0}
        max={max}
        step={step}
        value={held ?? value}
        onChange={(event) => {
          const wanted = Number(event.target.value);
          hold(wanted);
          seek(wanted);
        }}
        // A drag leaves the page's keys to the page; who came by keyboard stays.
        onPointerUp={(event) => event.currentTarget.blur()}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          toggle();
        }}
      />
      <output className="embed-moment" aria-live="off" style={{ minWidth: `${longest.length}ch` }}>
        {text}
      </output>
    </fieldset>
  );
}
