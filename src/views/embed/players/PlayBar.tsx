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
  /** the moment in words; its longest form keeps the place */
  readonly text: string;
  readonly seek: (value: number) => void;
}

/** Play and one handle: what fits below a picture of 320 pixels. */
export function PlayBar({ playing, toggle, label, value, max, step, text, seek }: Properties) {
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
        value={value}
        onChange={(event) => seek(Number(event.target.value))}
        // A drag leaves the page's keys to the page; who came by keyboard stays.
        onPointerUp={(event) => event.currentTarget.blur()}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          toggle();
        }}
      />
      <output className="embed-moment" aria-live="off">
        {text}
      </output>
    </fieldset>
  );
}
